/**
 * Pictures that wait, in Redis: base64 in one hash of a round, by submission and digest.
 *
 * Talks to Upstash Redis. Invariant: the limit is checked in the step that adds; 200 pictures of 150 kB make
 * 40 MB, and each request is far below the 10 MB of the free plan. Decided in docs/decisions/0029.
 */
import * as v from 'valibot'
import type { RoundId } from '../../domain/id.ts'
import type { PicturePlace, PictureStore } from '../../service/ports-pictures.ts'
import { YesSchema, type UpstashClient } from './client.ts'
import { roundKeys } from './keys.ts'
import { PICTURE_ADD_SCRIPT, PICTURE_KEEP_SCRIPT } from './picture-scripts.ts'

/** Makes the store. */
export function makeUpstashPictures(client: UpstashClient): PictureStore {
  return {
    add: (place, bytes, most) =>
      client.run(YesSchema, PICTURE_ADD_SCRIPT, {
        keys: [roundKeys(place.round).picture],
        values: [fieldOf(place), Buffer.from(bytes).toString('base64'), most],
      }),
    find: (place) => find(client, place),
    keepOnly: (round, submission, digests) => keepOnly(client, { round, submission, digests }),
  }
}

function fieldOf({ submission, digest }: Omit<PicturePlace, 'round'>): string {
  return `${submission}:${digest}`
}

async function find(client: UpstashClient, place: PicturePlace): Promise<Uint8Array | undefined> {
  const command = ['HGET', roundKeys(place.round).picture, fieldOf(place)] as const
  const text = await client.command(v.nullable(v.string()), command)
  return text === null ? undefined : Uint8Array.from(Buffer.from(text, 'base64'))
}

async function keepOnly(
  client: UpstashClient,
  given: {
    readonly round: RoundId
    readonly submission: string
    readonly digests: readonly string[]
  },
): Promise<void> {
  const { round, submission, digests } = given
  await client.run(YesSchema, PICTURE_KEEP_SCRIPT, {
    keys: [roundKeys(round).picture],
    values: [
      fieldOf({ submission, digest: '' }),
      ...digests.map((digest) => fieldOf({ submission, digest })),
    ],
  })
}
