import { Clock } from '../../../tools/local-cloud/clock'

const NOON = new Date('2026-01-01T12:00:00Z').getTime()
const MINUTE = 60_000

afterEach(() => void jest.useRealTimers())

/** Real time stands still, so that each moment can be told exactly. */
function aClock({ isRunning = false, log = (_line: string) => {} } = {}): Clock {
  jest.useFakeTimers({ now: NOON })
  return new Clock({ isRunning, log })
}

/** Work that goes on until it is told to end. */
function aLongWork(): { work: Promise<void>; end: () => void } {
  let end = () => {}
  const work = new Promise<void>((resolve) => {
    end = resolve
  })
  return { work, end }
}

it('shows the time of the machine until it is moved', () => {
  expect(aClock().now()).toBe(NOON)
})

it('runs on from where it was moved to', async () => {
  const clock = aClock()
  await clock.moveTo(0)
  jest.setSystemTime(NOON + 5)
  expect(clock.now()).toBe(5)
  expect(clock.date()).toEqual(new Date(5))
})

it('can be moved back, and back to the time of the machine', async () => {
  const clock = aClock()
  await clock.advance(-MINUTE)
  expect(clock.now()).toBe(NOON - MINUTE)
  clock.reset()
  expect(clock.now()).toBe(NOON)
})

describe('what is due', () => {
  it('is done on the way, in the order of time, each at its own', async () => {
    const clock = aClock()
    const done: [string, number][] = []
    clock.schedule(NOON + 2 * MINUTE, () => done.push(['second', clock.now()]))
    clock.schedule(NOON + MINUTE, () => done.push(['first', clock.now()]))
    clock.schedule(NOON + 4 * MINUTE, () => done.push(['later', clock.now()]))
    await clock.advance(3 * MINUTE)
    expect(done).toEqual([
      ['first', NOON + MINUTE],
      ['second', NOON + 2 * MINUTE],
    ])
    expect(clock.now()).toBe(NOON + 3 * MINUTE)
  })

  it('can itself be followed by more within the same move', async () => {
    const clock = aClock()
    const times: number[] = []
    const again = () => {
      times.push(clock.now() - NOON)
      clock.schedule(clock.now() + MINUTE, again)
    }
    clock.schedule(NOON + MINUTE, again)
    await clock.advance(3 * MINUTE)
    expect(times).toEqual([MINUTE, 2 * MINUTE, 3 * MINUTE])
  })

  it('is waited for before the time moves on', async () => {
    const clock = aClock()
    const { work, end } = aLongWork()
    clock.schedule(NOON + MINUTE, () => work)
    const moved = clock.advance(2 * MINUTE)
    await Promise.resolve()
    expect(clock.now()).toBe(NOON + MINUTE)
    end()
    await moved
    expect(clock.now()).toBe(NOON + 2 * MINUTE)
  })

  it('is left to a later move where one overtakes', async () => {
    const clock = aClock()
    const { work, end } = aLongWork()
    const done: string[] = []
    clock.schedule(NOON + MINUTE, () => work)
    clock.schedule(NOON + 2 * MINUTE, () => done.push('next'))
    const overtaken = clock.advance(2 * MINUTE)
    await clock.advance(5 * MINUTE)
    end()
    await overtaken
    expect(done).toEqual(['next'])
    expect(clock.now()).toBe(NOON + 6 * MINUTE)
  })

  it('never makes the time run backward by taking long', async () => {
    const clock = aClock()
    clock.schedule(NOON + MINUTE, () => jest.setSystemTime(NOON + 3 * MINUTE))
    await clock.advance(2 * MINUTE)
    expect(clock.now()).toBe(NOON + 4 * MINUTE)
  })

  it('is not done when it was called off, nor by moving back', async () => {
    const clock = aClock()
    const work = jest.fn()
    const callOff = clock.schedule(NOON + MINUTE, work)
    clock.schedule(NOON - 2 * MINUTE + 1, work)()
    callOff()
    clock.schedule(NOON + 2 * MINUTE, work)
    await clock.advance(-MINUTE)
    await clock.advance(2 * MINUTE)
    expect(work).not.toHaveBeenCalled()
  })

  it('is passed over by a jump, and is overdue then', async () => {
    const clock = aClock()
    const work = jest.fn()
    clock.schedule(NOON + MINUTE, work)
    clock.jumpTo(NOON + 2 * MINUTE)
    expect(clock.now()).toBe(NOON + 2 * MINUTE)
    expect(work).not.toHaveBeenCalled()
    await clock.advance(0)
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('fails the move where it fails', async () => {
    const clock = aClock()
    clock.schedule(NOON + MINUTE, () => Promise.reject(new Error('no luck')))
    await expect(clock.advance(MINUTE)).rejects.toThrow('no luck')
  })
})

describe('as time passes', () => {
  it('a clock that runs does what is due, and waits for none of it', async () => {
    const clock = aClock({ isRunning: true })
    const done: string[] = []
    clock.schedule(NOON + MINUTE, () => new Promise(() => done.push('without end')))
    clock.schedule(NOON + 2 * MINUTE, () => done.push('the next'))
    await jest.advanceTimersByTimeAsync(3 * MINUTE)
    expect(done).toEqual(['without end', 'the next'])
    expect(clock.now()).toBe(NOON + 3 * MINUTE)
  })

  it('a clock that only moves does nothing', async () => {
    const clock = aClock()
    const work = jest.fn()
    clock.schedule(NOON + MINUTE, work)
    await jest.advanceTimersByTimeAsync(3 * MINUTE)
    expect(work).not.toHaveBeenCalled()
  })

  it('waits longer than a timer of the machine can', async () => {
    const clock = aClock({ isRunning: true })
    const work = jest.fn()
    clock.schedule(NOON + 2 ** 31 + 1000, work)
    await jest.advanceTimersByTimeAsync(2 ** 31)
    expect(work).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1000)
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('what fails is logged, and the clock goes on', async () => {
    const lines: string[] = []
    const clock = aClock({ isRunning: true, log: (line) => lines.push(line) })
    const work = jest.fn()
    clock.schedule(NOON + MINUTE, () => Promise.reject(new Error('no luck')))
    clock.schedule(NOON + 2 * MINUTE, work)
    await jest.advanceTimersByTimeAsync(2 * MINUTE)
    expect(lines.join()).toContain('no luck')
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('does nothing more once it is stopped', async () => {
    const clock = aClock({ isRunning: true })
    const work = jest.fn()
    clock.schedule(NOON + MINUTE, work)
    clock.stop()
    await jest.advanceTimersByTimeAsync(2 * MINUTE)
    expect(work).not.toHaveBeenCalled()
  })
})

it('tells of each move whether what was due has been done', async () => {
  const clock = aClock()
  const moves: string[] = []
  const stop = clock.listen((move) => moves.push(move))
  await clock.advance(MINUTE)
  await clock.advance(-MINUTE)
  clock.jumpTo(NOON + MINUTE)
  stop()
  await clock.advance(MINUTE)
  expect(moves).toEqual(['passed', 'jumped', 'jumped'])
})
