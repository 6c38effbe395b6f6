/**
 * The contract of the desk's records: versions, several changes in one step, and what ends by itself.
 *
 * Talks to the store that it is given. Invariant: of two who changed the same version, one is refused.
 * Decided in docs/decisions/0022.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeskChange } from '../../src/service/ports-desk.ts'
import { DURING } from '../support/box-data.ts'
import { openStore, type OpenedStore } from '../support/open-store.ts'

let kinds = 0

/** Runs the contract on the store that `open` opens. */
export function deskContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the desk’s records in ${name}`, () => {
    let opened: OpenedStore
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.store.close())

    const desk = () => opened.store.desk
    const aKind = () => `kind-${process.pid}-${(kinds += 1)}`
    type Written = Extract<DeskChange, { readonly text: string }>
    const change = (kind: string, fields: Partial<Written> = {}): Written => ({
      ...{ kind, id: 'one', expected: 0, text: 'first' },
      ...fields,
    })
    const out = (kind: string, expected: number | 'any'): DeskChange => ({
      ...{ kind, id: 'one', expected, text: undefined },
    })
    const write = (...changes: readonly DeskChange[]) => desk().write(changes, DURING)
    const read = async (kind: string, id = 'one') => {
      const found = await desk().get(kind, id, DURING)
      return found && [found.version, found.text]
    }

    test('come back as they were written, with their version', async () => {
      const kind = aKind()
      const text = '{"line":"one\ntwo","name":"Æ ‘ \u2028"}'
      expect(await write(change(kind, { text }))).toBeUndefined()
      expect(await read(kind)).toEqual([1, text])
      expect(await write(change(kind, { expected: 1, text: 'second' }))).toBeUndefined()
      expect(await read(kind)).toEqual([2, 'second'])
      expect(await read(aKind())).toBeUndefined()
    })

    test('may be large, and are then read one by one', async () => {
      const kind = aKind()
      const text = (letter: string) => letter.repeat(4_500_000)
      for (const id of ['a', 'b', 'c'])
        expect(await write(change(kind, { id, text: text(id) }))).toBeUndefined()
      for (const id of ['a', 'b', 'c']) expect((await read(kind, id))?.[1] === text(id)).toBe(true)
    })

    test('are not changed by somebody who read an earlier version, nor made twice', async () => {
      const kind = aKind()
      await write(change(kind))
      await write(change(kind, { expected: 1, text: 'second' }))
      const late = change(kind, { expected: 1, text: 'late' })
      expect(await write(late)).toEqual(late)
      expect(await write(change(kind))).toMatchObject({ id: 'one' })
      expect(await write(change(kind, { expected: 7 }))).toBeDefined()
      expect(await write(out(kind, 1))).toBeDefined()
      expect(await read(kind)).toEqual([2, 'second'])
    })

    test('are taken out whichever version stands there, where a change says so', async () => {
      const kind = aKind()
      await write(change(kind))
      await write(change(kind, { expected: 1, text: 'second' }))
      expect(
        await write(out(kind, 'any'), change(kind, { id: 'one-more', expected: 3 })),
      ).toBeDefined()
      expect(await read(kind)).toEqual([2, 'second'])
      expect(await write(out(kind, 'any'))).toBeUndefined()
      expect(await read(kind)).toBeUndefined()
      expect(await write(out(kind, 'any'))).toBeUndefined()
    })

    test('are written together or not at all, and the stale one is told', async () => {
      const [kind, other] = [aKind(), aKind()]
      await write(change(kind))
      const stale = change(kind, { expected: 5, text: 'stale' })
      expect(await write(change(other), stale, change(other, { id: 'two' }))).toEqual(stale)
      expect(await desk().list(other, DURING)).toEqual([])
      const gone = out(kind, 1)
      expect(await write(gone, change(other), change(other, { id: 'two' }))).toBeUndefined()
      expect((await desk().list(other, DURING)).map(({ id }) => id)).toEqual(['one', 'two'])
      expect(await read(kind)).toBeUndefined()
    })

    test('are listed by kind, in the order of their ids, also when there are hundreds', async () => {
      const kind = aKind()
      const ids = Array.from({ length: 700 }, (_, at) => String(at).padStart(5, '0'))
      for (let at = 0; at < ids.length; at += 100)
        await write(...ids.slice(at, at + 100).map((id) => change(kind, { id, text: id })))
      const listed = await desk().list(kind, DURING)
      expect(listed.map(({ id }) => id)).toEqual(ids)
      expect(listed.every(({ id, text }) => id === text)).toBe(true)
    })

    test('are as if they were not there once their time is over', async () => {
      const kind = aKind()
      await write(change(kind, { endsAt: DURING + 1000 }), change(kind, { id: 'stays' }))
      const at = (now: number) => desk().get(kind, 'one', now)
      expect((await at(DURING + 999))?.version).toBe(1)
      expect(await at(DURING + 1000)).toBeUndefined()
      expect((await desk().list(kind, DURING + 1000)).map(({ id }) => id)).toEqual(['stays'])
      const anew = change(kind, { text: 'anew' })
      expect(await desk().write([anew], DURING + 1000)).toBeUndefined()
      expect((await at(DURING + 5000))?.text).toBe('anew')
    })

    test('are swept by the next write of their kind, and what stays is left alone', async () => {
      const kind = aKind()
      const ids = Array.from({ length: 60 }, (_, at) => `over-${at}`)
      await write(...ids.map((id) => change(kind, { id, endsAt: DURING + 10 })))
      await write(change(kind, { id: 'longer', endsAt: DURING + 9000 }))
      const later = DURING + 20
      await desk().write([change(kind, { id: 'next' })], later)
      await desk().write([change(kind, { id: 'again' })], later)
      // A look from before their end would still find what was not swept.
      const left = (await desk().list(kind, DURING)).map(({ id }) => id)
      expect(left).toEqual(['again', 'longer', 'next'])
    })

    test('are kept longer where a change says so', async () => {
      const kind = aKind()
      await write(change(kind, { endsAt: DURING + 10 }))
      await write(change(kind, { expected: 1, text: 'longer', endsAt: DURING + 500 }))
      await desk().write([change(kind, { id: 'other' })], DURING + 100)
      expect((await desk().get(kind, 'one', DURING + 100))?.text).toBe('longer')
      await desk().write([change(kind, { expected: 2, text: 'for ever' })], DURING + 100)
      expect((await desk().get(kind, 'one', DURING + 1e9))?.text).toBe('for ever')
    })

    test('of many who change one at once, one succeeds at a time', async () => {
      const kind = aKind()
      const other = openStore(opened.target)
      await write(change(kind, { text: '0' }))
      const add = async (store: typeof other) => {
        for (;;) {
          const found = await store.desk.get(kind, 'one', DURING)
          const next = change(kind, {
            expected: found?.version ?? 0,
            text: String(Number(found?.text) + 1),
          })
          if ((await store.desk.write([next], DURING)) === undefined) return
        }
      }
      const stores = Array.from({ length: 12 }, (_, at) => (at % 2 ? other : opened.store))
      await Promise.all(stores.map(add))
      other.close()
      expect(await read(kind)).toEqual([13, '12'])
    })
  })
}
