import * as v from 'valibot'
import { CloudError, type CloudErrorCode, ERR_CODES } from '../cloud-error'

const CODES = Object.keys(ERR_CODES) as CloudErrorCode[]

const code = v.pipe(v.number(), v.integer(), v.notValue(0))
const text = v.pipe(v.string(), v.maxLength(1000))

/** `before`: instead of the work, or ahead of it; `after`: the work is done, whatever its caller hears of it. */
const when = v.optional(v.picklist(['before', 'after']), 'before')

const FaultSchema = v.variant('kind', [
  /** The cloud's own error. */
  v.strictObject({
    kind: v.literal('fail'),
    code: v.picklist(CODES),
    message: v.optional(text, 'This is a fault on demand.'),
    when,
  }),
  /** An open API's error, by WeChat's code. */
  v.strictObject({
    kind: v.literal('refuse'),
    errcode: code,
    errmsg: v.optional(text, 'fault on demand'),
    when,
  }),
  /** An error of the platform between the cloud and an open API, as -604102. */
  v.strictObject({ kind: v.literal('platform-error'), errorCode: code, when }),
  /** An answer without a single byte. */
  v.strictObject({ kind: v.literal('empty'), when }),
  /** The connection is cut. */
  v.strictObject({ kind: v.literal('drop'), when }),
  /** Real ms. */
  v.strictObject({
    kind: v.literal('delay'),
    ms: v.pipe(v.number(), v.minValue(0), v.maxValue(10 * 60 * 1000)),
    when,
  }),
  /** Until it is released. */
  v.strictObject({ kind: v.literal('hold'), when }),
  /** The calling function's instance ends: just before it would have called, or before it hears the answer. */
  v.strictObject({ kind: v.literal('kill'), when }),
  /** The calling function's instance stands still in the same way, until it is released. */
  v.strictObject({ kind: v.literal('freeze'), when }),
])

const RuleSchema = v.strictObject({
  /** An action of the SDK, an open API by its name, or `client.` and a phone's function; any where absent. */
  action: v.optional(v.string()),
  /** Who calls, or which function a phone calls; null: no function. */
  function: v.optional(v.nullable(v.string())),
  run: v.optional(v.string()),
  /** Which of those calls, counted from when the rule was set; each where absent. */
  on: v.optional(
    v.union([
      v.strictObject({ call: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
      v.strictObject({
        chance: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
        seed: v.pipe(v.number(), v.integer()),
      }),
    ]),
  ),
  fault: FaultSchema,
})

export type Fault = v.InferOutput<typeof FaultSchema>
export type FaultRule = v.InferOutput<typeof RuleSchema>
/** As it is written down, in JSON. */
export type FaultRuleInput = v.InferInput<typeof RuleSchema>

/** `isAction` knows the actions that are served; other names may be of open APIs, of which WeChat has many. */
export function parseFaultRule(input: unknown, isAction: (name: string) => boolean): FaultRule {
  const parsed = v.safeParse(RuleSchema, input)
  if (!parsed.success) {
    const [issue] = parsed.issues
    throw invalid(`Its ${v.getDotPath(issue) ?? 'form'} is not valid: ${issue.message}.`)
  }
  const { action, fault } = parsed.output
  const isOfApi = action !== undefined && !/^(?:client|database|functions|storage)\./u.test(action)
  if (action !== undefined && !isAction(action) && (!isOfApi || action.startsWith('wx.')))
    throw invalid(`There is no action ${action.slice(0, 100)}.`)
  if ((fault.kind === 'refuse' || fault.kind === 'platform-error') && !isOfApi)
    throw invalid(`Only an open API can answer ${fault.kind}: name it, as in subscribeMessage.send.`)
  if ((fault.kind === 'kill' || fault.kind === 'freeze') && action?.startsWith('client.'))
    throw invalid(`A phone is no instance of a function, which ${fault.kind} needs.`)
  return parsed.output
}

function invalid(sentence: string): CloudError {
  return new CloudError('INVALID_PARAM', `The rule cannot be used. ${sentence}`)
}
