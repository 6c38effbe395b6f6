import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { nextRunAt, startSchedules } from '../../src/commands/host/schedules.ts'

describe('nextRunAt', () => {
  test.each([
    ['*/5 * * * *', '2026-11-22T12:05:00.000Z'],
    ['@hourly', '2026-11-22T13:00:00.000Z'],
    ['@daily', '2026-11-23T00:00:00.000Z'],
    ['15 3 * * 1', '2026-11-23T03:15:00.000Z'],
    ['0 0 1 1 *', '2027-01-01T00:00:00.000Z'],
  ])('%s after noon of 22 November is %s', (schedule, expected) => {
    expect(nextRunAt(schedule, new Date('2026-11-22T12:00:00Z')).toISOString()).toBe(expected)
  })

  test('what is no schedule is refused', () => {
    expect(() => nextRunAt('every noon', new Date(0))).toThrow()
  })
})

describe('startSchedules', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-22T12:01:00Z') }))
  afterEach(() => vi.useRealTimers())

  const times: string[] = []
  const note = async (name: string) => {
    times.push(`${name} ${new Date().toISOString().slice(11, 16)}`)
  }

  test('runs each at its times until it is stopped, and functions without one never', async () => {
    times.length = 0
    const schedules = startSchedules(
      [
        { name: 'often', schedule: '*/5 * * * *' },
        { name: 'hourly', schedule: '@hourly' },
        { name: 'never', schedule: undefined },
      ],
      note,
    )
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(times).toEqual(['often 12:05', 'often 12:10'])
    await vi.advanceTimersByTimeAsync(50 * 60_000)
    expect(times.filter((time) => time.startsWith('hourly'))).toEqual(['hourly 13:00'])
    schedules.stop()
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(times).toHaveLength(13)
  })

  test('a run that takes long is not joined by a second', async () => {
    times.length = 0
    const slow = async (name: string) => {
      await note(name)
      await new Promise((done) => setTimeout(done, 7 * 60_000))
    }
    const schedules = startSchedules([{ name: 'slow', schedule: '*/5 * * * *' }], slow)
    await vi.advanceTimersByTimeAsync(20 * 60_000)
    expect(times).toEqual(['slow 12:05', 'slow 12:15'])
    schedules.stop()
  })

  test('a time further away than a timer can wait is waited for in parts', async () => {
    times.length = 0
    const schedules = startSchedules([{ name: 'yearly', schedule: '0 0 1 1 *' }], note)
    await vi.advanceTimersByTimeAsync(39 * 86_400_000)
    expect(times).toEqual([])
    await vi.advanceTimersByTimeAsync(86_400_000)
    expect(times).toEqual(['yearly 00:00'])
    schedules.stop()
  })
})
