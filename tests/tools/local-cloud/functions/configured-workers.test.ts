import { configuredWorkers } from '../../../../tools/local-cloud/functions/configured-workers'

const before = process.env.CLOUD_WORKERS

afterEach(() => {
  if (before === undefined) delete process.env.CLOUD_WORKERS
  else process.env.CLOUD_WORKERS = before
})

function configured(text?: string): number {
  if (text === undefined) delete process.env.CLOUD_WORKERS
  else process.env.CLOUD_WORKERS = text
  return configuredWorkers()
}

it.each([
  [undefined, 8],
  ['', 8],
  ['1', 1],
  ['999', 999],
])('CLOUD_WORKERS %j lets a function have %d workers', (text, count) => {
  expect(configured(text)).toBe(count)
})

it.each(['0', '-1', '1.5', 'many', '1000', ' 8', '1e2'])('refuses %j in one sentence', (text) => {
  expect(() => configured(text)).toThrow(
    expect.objectContaining({
      code: 'NO_SETTING',
      message: `CLOUD_WORKERS is ${text}, which is no number from 1 to 999.`,
    }),
  )
})
