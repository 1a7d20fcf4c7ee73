/**
 * `tsx tools/write-character-maps.ts`: puts the character maps that Chinese PDF documents name into one JSON file, so
 * that they are inside a function's bundle. To be run again when pdf.js is updated.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(__dirname, '../node_modules/pdfjs-dist/cmaps')
const target = join(__dirname, '../cloudfunctions/_core/importer/read/pdf/character-maps.json')

/** Those of mainland China and of Hong Kong and Taiwan; a newsletter has no Japanese or Korean text. */
const CHINESE = /^(?:Adobe-(?:GB1|CNS1)-UCS2|(?:GB|UniGB|UniCNS|B5|ETen|ETHK|HKscs|CNS-).*)\.bcmap$/u

const maps = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => CHINESE.test(name))
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
)
writeFileSync(target, `${JSON.stringify(maps, null, 2)}\n`)
