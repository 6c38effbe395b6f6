/**
 * Small batches of paper at the desk: nobody takes a pile apart into so few sheets that they name their voters.
 *
 * Talks to a SQLite file, and to Redis through the bridge.
 */
import { expect, test } from 'vitest'
import { makeLetters } from '../../../src/commands/make-letters.ts'
import { changeRound } from '../../../src/service/change-round.ts'
import { openRound } from '../../../src/service/open-round.ts'
import { aRound } from '../../support/builders.ts'
import { signIn } from '../../support/desk.ts'
import { onBothStores } from '../../support/desk-stores.ts'
import { valueOf } from '../../support/paper-ballots.ts'
import { AFTER } from '../../support/ports.ts'

onBothStores((openDesk) => {
  test('of nine stubs three are the last of their box once, and where a clerk says so', async () => {
    const desk = await openDesk({ round: aRound({ paper: true }) })
    const kept = { round: 'spring', pool: 'all', kind: 'live', count: 9 } as const
    const letters = valueOf(await makeLetters(desk, { ...kept, keep: async () => {} }))
    valueOf(await openRound(desk, 'spring'))
    const ida = await desk.firstClerk()
    const bo = await desk.invited(ida, 'teller')
    desk.setNow(AFTER)
    valueOf(await changeRound(desk, 'spring', 'close'))
    const [clerk, teller] = [await signIn(desk, ida), await signIn(desk, bo)]
    const said = []
    for (const at of [0, 1, 2]) {
      const place = { round: 'spring', batch: `hall-${at}` }
      await teller.ask('begin-batch', place)
      for (const { token: code } of letters.slice(3 * at, 3 * at + 3))
        expect((await teller.ask('hold-stub', { ...place, code })).status).toBe(200)
      const last = { ...place, sheets: 3, isLast: true }
      for (const who of [teller, clerk])
        said.push((await who.ask('separate-batch', last)).body['code'] ?? 'separated')
    }
    expect(said).toEqual([
      ...['role-not-enough', 'separated'],
      ...['role-not-enough', 'batch-too-small'],
      ...['role-not-enough', 'batch-too-small'],
    ])
    const { batches } = (await clerk.ask('show-paper', { round: 'spring' })).body
    expect(batches).toMatchObject([
      { state: 'separated', sheets: 3 },
      { state: 'collecting', sheets: 3 },
      { state: 'collecting', sheets: 3 },
    ])
  })
})
