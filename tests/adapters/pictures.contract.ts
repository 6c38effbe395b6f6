/**
 * The contract of pictures that wait: kept byte for byte, so many in a round, and forgotten with their submission.
 *
 * Talks to the store that it is given. Invariant: the limit is exact. Decided in docs/decisions/0029.
 */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_KEPT, pictureDigest } from '../../src/domain/sent-picture.ts'
import type { PicturePlace } from '../../src/service/ports-pictures.ts'
import { aRoundId } from '../support/box-data.ts'
import type { OpenedStore } from '../support/open-store.ts'

const aPicture = (size = 40) => Uint8Array.from(randomBytes(size))

/** Runs the contract on the store that `open` opens. */
export function picturesContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`pictures that wait, in ${name}`, () => {
    let opened: OpenedStore
    const pictures = () => opened.store.pictures
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.store.close())

    async function add(given: Partial<PicturePlace> = {}, most = 200): Promise<PicturePlace> {
      const bytes = aPicture()
      const place = { round: aRoundId(), submission: 'one', digest: pictureDigest(bytes), ...given }
      expect(await pictures().add(place, bytes, most)).toBe(true)
      return place
    }

    test('the heaviest comes back byte for byte, and from its own place only', async () => {
      const bytes = aPicture(MOST_KEPT)
      const place = { round: aRoundId(), submission: 'one', digest: pictureDigest(bytes) }
      expect(await pictures().add(place, bytes, 200)).toBe(true)
      const found = await pictures().find(place)
      expect(Buffer.from(found ?? []).equals(bytes)).toBe(true)
      for (const other of [{ submission: 'on' }, { digest: 'other' }, { round: aRoundId() }])
        expect(await pictures().find({ ...place, ...other })).toBeUndefined()
    })

    test('one more than may be kept is refused, the same again is not, and another round has its own', async () => {
      const round = aRoundId()
      const first = await add({ round }, 2)
      await add({ round, submission: 'two' }, 2)
      const third = { round, submission: 'three', digest: 'third' }
      expect(await pictures().add(third, aPicture(), 2)).toBe(false)
      expect(await pictures().find(third)).toBeUndefined()
      expect(await pictures().add(first, aPicture(), 2)).toBe(true)
      await add({}, 1)
      await pictures().keepOnly(round, 'two', [])
      expect(await pictures().add(third, aPicture(), 2)).toBe(true)
    })

    test('a submission keeps those that are named, and takes none of another along', async () => {
      const round = aRoundId()
      const [old, kept, other] = [
        await add({ round, submission: 'one' }),
        await add({ round, submission: 'one' }),
        await add({ round, submission: 'one-more' }),
      ]
      await pictures().keepOnly(round, 'one', [kept.digest, 'unknown'])
      expect(await pictures().find(old)).toBeUndefined()
      expect(await pictures().find(kept)).toBeDefined()
      await pictures().keepOnly(round, 'one', [])
      expect(await pictures().find(kept)).toBeUndefined()
      expect(await pictures().find(other)).toBeDefined()
      await pictures().keepOnly(round, 'never', [])
    })
  })
}
