/**
 * Many at the desk at once: their entries of one log wait for each other, and nobody is turned away by that.
 *
 * Talks to a SQLite file, and to Redis through the bridge.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeLetters } from '../../../src/commands/make-letters.ts'
import { openRound } from '../../../src/service/open-round.ts'
import { aRound } from '../../support/builders.ts'
import type { TestDesk } from '../../support/desk.ts'
import { onBothStores, type OpenDesk } from '../../support/desk-stores.ts'
import { valueOf } from '../../support/paper-ballots.ts'

const ROUND = 'spring'

/** An open round with paper, so many letters, and the first clerk. */
async function voting(openDesk: OpenDesk, count: number) {
  const desk = await openDesk({ round: aRound({ paper: true }) })
  const kept = { round: ROUND, pool: 'all', kind: 'live', count } as const
  const letters = valueOf(await makeLetters(desk, { ...kept, keep: async () => {} }))
  valueOf(await openRound(desk, ROUND))
  return { desk, clerk: await desk.firstClerk(), codes: letters.map(({ token }) => token) }
}

/** As a store is that lies in another house. */
function putAway({ desk }: TestDesk): void {
  const { get, write } = desk
  const late = () => wait(15 + Math.random() * 10)
  Object.assign(desk, {
    get: async (...given: Parameters<typeof get>) => (await late(), get(...given)),
    write: async (...given: Parameters<typeof write>) => (await late(), write(...given)),
  })
}

onBothStores((openDesk) => {
  test('ten tellers scan stubs at once, and none is lost', { timeout: 60_000 }, async () => {
    const { desk, clerk, codes } = await voting(openDesk, 60)
    putAway(desk)
    const tellers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => desk.invited(clerk, 'teller', `T${at}`)),
    )
    const scan = async (at: number) => {
      const place = { round: ROUND, batch: `hall-${at}` }
      const said = [await tellers[at]!.ask('begin-batch', place)]
      for (const code of codes.slice(6 * at, 6 * at + 6))
        said.push(await tellers[at]!.ask('hold-stub', { ...place, code }))
      return said.map(({ status }) => status)
    }
    const said = await Promise.all(tellers.map((_, at) => scan(at)))
    expect(said.flat().filter((status) => status !== 200)).toEqual([])
    expect((await clerk.ask('show-log', { round: ROUND })).body).toMatchObject({ n: 70 })
  })

  test('somebody who asks forty things at once does not keep a clerk from pausing', async () => {
    const { desk, clerk } = await voting(openDesk, 1)
    const teller = await desk.invited(clerk, 'teller')
    const place = { round: ROUND, batch: 'hall' }
    const many = Array.from({ length: 40 }, () => teller.ask('begin-batch', place))
    const pause = await clerk.ask('pause-voting', { round: ROUND, reason: 'No power.' })
    expect(pause.status).toBe(200)
    const said = (await Promise.all(many)).map(({ status }) => status)
    expect(said.filter((status) => status === 200)).toHaveLength(30)
    expect(said.filter((status) => status === 429)).toHaveLength(10)
    expect((await teller.ask('show-paper', { round: ROUND })).status).toBe(200)
  })
})
