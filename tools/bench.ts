/** `npm run --silent bench -- [GROUP...] [--json]`: every figure is a ratio against a baseline of the same run. */
import { parseArgs } from 'node:util'
import type { Figure } from './bench/figure'
import { figureLine, isWithinLimit } from './bench/figure-line'

const groups: Record<string, () => Promise<Figure[]>> = {
  markdown: async () => (await import('./bench/markdown')).benchMarkdown(),
  reading: async () => [
    ...(await (await import('./bench/reading')).benchReading()),
    ...(await (await import('./bench/cold-start')).benchColdStart()),
  ],
  'local-cloud': async () => (await import('./bench/local-cloud')).benchLocalCloud(),
  alerts: async () => (await import('./bench/alerts')).benchAlerts(),
  documents: async () => (await import('./bench/documents')).benchDocuments(),
  arrive: async () => (await import('./bench/arrive')).benchArrive(),
  toggle: async () => (await import('./bench/toggle')).benchToggle(),
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  const unknown = positionals.find((name) => !groups[name])
  if (unknown !== undefined) {
    process.stderr.write(`There is no group ${unknown}. Groups: ${Object.keys(groups).join(', ')}.\n`)
    process.exitCode = 2
    return
  }
  const figures: Figure[] = []
  for (const name of positionals.length > 0 ? positionals : Object.keys(groups)) {
    const measured = await (groups[name] ?? (async () => []))()
    if (!values.json) for (const figure of measured) process.stdout.write(`${figureLine(figure)}\n`)
    figures.push(...measured)
  }
  if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  process.exitCode = figures.every(isWithinLimit) ? 0 : 1
}

void main()
