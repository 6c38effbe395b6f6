/**
 * The contract of the ballot box: what holds whichever store is behind it.
 *
 * Talks to the store that it is given. Invariant: both stores run every line of it.
 * Decided in docs/decisions/0002.
 */
import { afterAll, beforeAll, describe } from 'vitest'
import type { OpenedStore } from '../support/open-store.ts'
import { castContract } from './cast.contract.ts'
import { closeContract } from './close.contract.ts'
import { marksContract } from './marks.contract.ts'
import { raceContract } from './race.contract.ts'

/** Runs the contract on the store that `open` opens. */
export function ballotBoxContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the ballot box in ${name}`, () => {
    let opened: OpenedStore
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.store.close())

    marksContract(() => opened.store.box)
    castContract(
      () => opened.store.box,
      (round, mark, state) => opened.setMark(round, mark, state),
    )
    closeContract(() => opened.store.box)
    raceContract(() => opened)
  })
}
