import { countValues, startCountingValues } from '../../../../tools/local-cloud/database/memory-limit'

it('refuses to go on before values that are kept fill the memory', () => {
  const kept: number[][] = []
  startCountingValues()
  expect(() => {
    for (;;) {
      kept.push(new Array<number>(100_000).fill(0.5))
      countValues(100_000)
    }
  }).toThrow('This would use too much memory.')
  expect(kept.length).toBeGreaterThan(100)
})

it('lets any number of values be that are not kept', () => {
  startCountingValues()
  for (let times = 0; times < 2000; times++) countValues(new Array<number>(100_000).fill(times).length)
})
