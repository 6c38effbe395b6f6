import { describe, expect, test } from 'vitest'
import { firedFaults, misplacedFaults, startJournal, type Place } from './faults-journal.ts'

const FAULT = 'stale head'

/** Two steps of one actor; the fault strikes while the second is under way, which fails or not. */
async function struck(place: Place, { fails }: { readonly fails: boolean }) {
  const journal = startJournal()
  await journal.passing('scheduler-1', 'stage', async () => undefined)
  await journal
    .passing('scheduler-1', 'commit-board', async () => {
      journal.fired('scheduler-1', FAULT, place)
      if (fails) throw new Error('lost')
    })
    .catch(() => undefined)
  return journal
}

const WITHIN: Place = { after: 'commit-board begins', before: 'commit-board ends' }

describe('misplacedFaults', () => {
  test.each<readonly [string, Place, boolean]>([
    ['between its steps', WITHIN, false],
    ['where its step failed as it was meant to', { ...WITHIN, fails: true }, true],
  ])('has nothing to say of a fault %s', async (_, place, fails) => {
    const journal = await struck(place, { fails })
    expect(misplacedFaults(journal)).toEqual([])
    expect(firedFaults(journal)).toEqual([FAULT])
  })

  test.each<readonly [string, Place]>([
    ['after another step than planned', { after: 'stage ends' }],
    ['before another step than planned', { before: 'confirm begins' }],
    ['whose step did not notice', { ...WITHIN, fails: true }],
  ])('names a fault %s', async (_, place) => {
    expect(misplacedFaults(await struck(place, { fails: false }))).toHaveLength(1)
  })

  test('counts only the steps of the actor that was struck', async () => {
    const journal = startJournal()
    await journal.passing('voter-1', 'cast', async () => {
      journal.fired('voter-1', FAULT, { after: 'cast begins', before: 'cast ends' })
      await journal.passing('scheduler-2', 'lease', async () => undefined)
    })
    expect(misplacedFaults(journal)).toEqual([])
  })
})

describe('an armed moment', () => {
  test('comes once, at its time, and ends with its step', async () => {
    const journal = startJournal()
    const seen: string[] = []
    const act = () => {
      seen.push('begins')
      return () => void seen.push('ends')
    }
    const at = 'stage begins'
    journal.arm({ fault: FAULT, actor: 'scheduler-1', at, time: 2, place: { before: at }, act })
    for (const step of ['first', 'second', 'third'])
      await journal.passing('scheduler-1', 'stage', async () => void seen.push(step))
    expect(seen).toEqual(['first', 'begins', 'second', 'ends', 'third'])
    expect(journal.waiting()).toBe(0)
    expect(misplacedFaults(journal)).toEqual([])
  })
})
