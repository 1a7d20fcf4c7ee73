import * as v from 'valibot'
import { WeChatError } from '../wechat-error'

const MOST_SCENE = 32
const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]+$/
/** WeChat adds a query of this name itself. */
const RESERVED = 'scancode_time'

const shade = v.pipe(
  // WeChat's own example writes the numbers as text.
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number))]),
  v.integer(),
  v.minValue(0),
  v.maxValue(255),
)

const OptionsSchema = v.object({
  width: v.optional(v.pipe(v.number(), v.integer(), v.minValue(280), v.maxValue(1280)), 430),
  env_version: v.optional(v.picklist(['release', 'trial', 'develop']), 'release'),
  check_path: v.optional(v.boolean(), true),
  auto_color: v.optional(v.boolean(), false),
  line_color: v.optional(v.object({ r: shade, g: shade, b: shade }), { r: 0, g: 0, b: 0 }),
  is_hyaline: v.optional(v.boolean(), false),
})

/** A mini-program code that is in order. */
export type CodeParams = {
  scene: string
  page: string
  width: number
  color: { r: number; g: number; b: number }
  isTransparent: boolean
}

const BLACK = { r: 0, g: 0, b: 0 }

/** Looks through the parameters of `wxacode.getUnlimited`; throws a WeChatError for the first that is wrong. */
export function parseCodeParams(
  params: Record<string, unknown>,
  /** The first is the home page; null: any page will do. */
  pages: readonly string[] | null,
): CodeParams {
  const scene = parseScene(params.scene)
  const options = v.safeParse(OptionsSchema, params)
  if (!options.success) throw new WeChatError(40097)
  const { width, check_path, auto_color, line_color, is_hyaline } = options.output
  return {
    scene,
    page: parsePage(params.page, check_path ? pages : null) ?? pages?.[0] ?? HOME,
    width,
    // WeChat's own choice of a colour may be black as well.
    color: auto_color ? BLACK : line_color,
    isTransparent: is_hyaline,
  }
}

const HOME = 'pages/index/index'
/** No slash before it, no query behind it, and not longer than a code of the least width can hold. */
const PAGE = /^[\w-]+(?:\/[\w-]+)*$/
const MOST_PAGE = 128

function parseScene(scene: unknown): string {
  if (typeof scene !== 'string' || scene.length > MOST_SCENE || !SCENE.test(scene))
    throw new WeChatError(40169)
  if (scene.includes(RESERVED)) throw new WeChatError(85096)
  return scene
}

function parsePage(page: unknown, known: readonly string[] | null): string | null {
  if (page === undefined || page === '') return null
  if (typeof page !== 'string' || page.length > MOST_PAGE || !PAGE.test(page)) throw new WeChatError(41030)
  if (known && !known.includes(page)) throw new WeChatError(41030)
  return page
}
