/** `parse-main.ts EXPORT`: how many milliseconds it takes to read a file of JSON lines and to parse each. */
import { readFileSync } from 'node:fs'

const start = performance.now()
const documents = readFileSync(String(process.argv[2]), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): unknown => JSON.parse(line))
process.send?.({ milliseconds: performance.now() - start, count: documents.length })
