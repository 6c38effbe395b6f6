/**
 * The contract of the limiter: so many attempts in so many seconds.
 *
 * Talks to the store that it is given. Invariant: one caller's attempts are never another's.
 * Decided in docs/decisions/0002.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DURING } from '../support/box-data.ts'
import { openStore, type OpenedStore } from '../support/open-store.ts'

let callers = 0

/** Runs the contract on the store that `open` opens. */
export function limiterContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the limiter in ${name}`, () => {
    let opened: OpenedStore
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.store.close())

    const aCaller = () => `caller-${process.pid}-${(callers += 1)}`
    const allow = (key: string, now = DURING) => opened.store.limiter.allow(key, 3, 60, now)

    test('lets so many attempts pass and no more', async () => {
      const key = aCaller()
      const answers = [await allow(key), await allow(key), await allow(key), await allow(key)]
      expect(answers).toEqual([true, true, true, false])
    })

    test('lets a caller try again in the next window', async () => {
      const key = aCaller()
      for (let attempt = 0; attempt < 4; attempt += 1) await allow(key)
      expect(await allow(key, DURING + 59_999)).toBe(false)
      expect(await allow(key, DURING + 60_000)).toBe(true)
    })

    test('keeps callers apart, and one caller by the length of the window', async () => {
      const [one, other] = [aCaller(), aCaller()]
      for (let attempt = 0; attempt < 4; attempt += 1) await allow(one)
      expect(await allow(other)).toBe(true)
      expect(await opened.store.limiter.allow(one, 3, 3600, DURING)).toBe(true)
    })

    test('is exact when attempts come at once, from several places', async () => {
      const key = aCaller()
      const other = openStore(opened.target)
      const attempts = Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? opened.store : other).limiter.allow(key, 7, 60, DURING),
      )
      const allowed = (await Promise.all(attempts)).filter((each) => each)
      other.close()
      expect(allowed).toHaveLength(7)
    })
  })
}
