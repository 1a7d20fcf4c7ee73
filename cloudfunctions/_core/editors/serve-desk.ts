import type { InferOutput } from 'valibot'
import type { Role } from '#shared/editors/endpoints'
import type { Endpoint, EndpointOutput } from '#shared/endpoint'
import { AppError, type Reply } from '#shared/errors'
import { enterRefusal } from '../audit/enter-refusal'
import { answerFrom, endpointNamed, type Handler, replyWith } from '../serve'
import { callerOpenid } from '../wx'
import type { Editor } from './editor'
import { findEditor } from './find-editor'

/** What a use-case of the desk may know of its call. */
export type DeskContext = {
  /** The caller, as stored at this moment. */
  editor: Editor
  now: Date
}

type DeskHandler = Handler<DeskContext> & { role: Role }

/** An endpoint for those who have the role; an owner has that of an editor too. */
export function handleFor<E extends Endpoint>(
  role: Role,
  endpoint: E,
  run: (input: InferOutput<E['input']>, context: DeskContext) => Promise<EndpointOutput<E>>,
): DeskHandler {
  return { role, endpoint, run: run as DeskHandler['run'] }
}

/**
 * The entry of a function that is for editors. Who may not call gets FORBIDDEN, whatever the event holds, and stands in
 * the audit trail: names and input are looked at only then. `openHandlers` are for everybody who is signed in.
 */
export function serveDesk(
  handlers: readonly DeskHandler[],
  openHandlers: readonly Handler[] = [],
): (event: unknown) => Promise<Reply<unknown>> {
  const answerEditor = answerFrom(handlers)
  const answerAnybody = answerFrom(openHandlers)
  const byName = new Map(handlers.map((handler) => [handler.endpoint.name, handler]))
  const openNames = new Set(openHandlers.map(({ endpoint }) => endpoint.name))

  async function answer(event: unknown): Promise<unknown> {
    const now = new Date()
    const openid = callerOpenid()
    if (openid === null) throw new AppError('NOT_SIGNED_IN', 'The platform names no caller.')
    const name = endpointNamed(event) ?? ''
    if (openNames.has(name)) return answerAnybody(event, { openid, now })

    const editor = await findEditor(openid)
    const handler = byName.get(name)
    if (editor && (editor.role === 'owner' || handler?.role !== 'owner'))
      return answerEditor(event, { editor, now })
    const call = handler ? `${handler.endpoint.function}/${name}` : 'unknown'
    await enterRefusal({ openid, by: editor?.name ?? '', call, now: now.getTime() })
    throw new AppError('FORBIDDEN', `This is for ${editor ? 'owners' : 'editors'} only.`)
  }

  return (event) => replyWith(() => answer(event))
}
