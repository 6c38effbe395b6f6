import { describe, expect, test } from 'vitest'
import { dueTasks, type RoundFacts } from '../../src/domain/desk-task.ts'
import { periodsOf } from '../../src/domain/phase.ts'
import { aRound } from '../support/builders.ts'

const at = (text: string) => Date.parse(`${text}Z`)

/** Codes of the tasks, each with how urgent it is. */
function tasks(given: Partial<RoundFacts> & { fields?: Record<string, unknown> } = {}) {
  const { fields, ...rest } = given
  const round = aRound(fields)
  const facts = {
    ...({
      round,
      state: 'draft',
      now: at('2027-04-10T12:00:00'),
      waiting: 0,
      approved: 0,
    } as const),
    ...{ codes: 100, closesAt: undefined, periods: periodsOf(round.phases, 'Europe/Copenhagen') },
    ...rest,
  }
  return dueTasks(facts).map(({ when, code }) => `${when} ${code}`)
}

const CLOSES = at('2027-05-16T18:00:00')

describe('dueTasks', () => {
  test('says what waits first, then what must be ready before voting opens', () => {
    const given = { waiting: 3, approved: 2, codes: 0, fields: { lot: undefined } }
    expect(tasks(given)).toEqual([
      ...['now read-submissions', 'now publish-approved'],
      ...['soon draw-lot', 'soon make-codes', 'known voting-opens'],
    ])
    expect(tasks()).toEqual(['known voting-opens'])
  })

  test('is pressing once voting should be open and is not', () => {
    const now = at('2027-05-04T12:00:00')
    expect(tasks({ now, codes: 0 })).toEqual(['now make-codes', 'now voting-late'])
    expect(tasks({ now: CLOSES })).toEqual([])
  })

  test('says that codes for a trial would shut all others out', () => {
    const fields = { eligible: 1240 }
    expect(tasks({ codes: 1239, fields })).toEqual(['soon more-codes', 'known voting-opens'])
    expect(tasks({ codes: 1240, fields })).toEqual(['known voting-opens'])
    const areas = ['north', 'south'].map((id) => ({ id, name: id, budget: 100, eligible: 5 }))
    expect(tasks({ codes: 9, fields: { budget: undefined, areas } })).toContain('soon more-codes')
  })

  test('says when a phase begins and ends', () => {
    expect(tasks({ now: at('2027-02-01T12:00:00') })).toEqual([
      ...['known phase-begins', 'known voting-opens'],
    ])
    expect(tasks({ now: at('2027-03-10T12:00:00') })).toEqual([
      ...['known phase-ends', 'known voting-opens'],
    ])
  })

  test.each([
    ['open', { now: CLOSES - 1 }, 'known voting-open'],
    ['open', { now: CLOSES }, 'known voting-closing'],
    ['paused', { now: CLOSES - 1 }, 'now voting-paused'],
    ['closed', { now: CLOSES }, 'now seal'],
    ['closed', { now: CLOSES, fields: { paper: true } }, 'now enter-paper'],
    ['sealed', { now: CLOSES }, 'now certify'],
    ['published', { now: CLOSES }, 'known complaints'],
    ['published', { now: CLOSES + 43 * 86_400_000 }, 'known purge'],
  ] as const)('of a round that is %s: %j', (state, given, task) => {
    expect(tasks({ state, closesAt: CLOSES, ...given })).toEqual([task])
  })

  test('has nothing to do in a round that was cleared', () => {
    expect(tasks({ state: 'purged', closesAt: CLOSES })).toEqual([])
  })
})
