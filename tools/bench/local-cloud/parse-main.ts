/** `parse-main.ts FILE`: reads a file of JSON lines and parses each. */
import { readFileSync } from 'node:fs'

const documents = readFileSync(String(process.argv[2]), 'utf8')
  .split('\n')
  .map((line): unknown => JSON.parse(line))
process.send?.({ adminUrl: '', count: documents.length })
