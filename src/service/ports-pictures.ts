/**
 * The ports of residents' pictures: one makes them ready, one keeps them until they are decided on.
 *
 * Types only; src/adapters makes them real. Invariant: what is kept was made anew from its points, so that
 * nothing of the file that was sent is left. Decided in docs/decisions/0029.
 */
import type { RoundId } from '../domain/id.ts'
import type { PictureFault } from '../domain/picture-kind.ts'
import type { Result } from '../domain/result.ts'
import type { Ports } from './ports.ts'

/** Makes a WebP file of at most MOST_KEPT bytes out of whatever was sent, or says why it cannot. */
export type MakePicture = (sent: Uint8Array) => Promise<Result<Uint8Array, PictureFault>>

/** Ports of the few functions that take in pictures. */
export type PicturePorts = Ports & { readonly makePicture: MakePicture }

/** Where a picture lies: with a submission, by its digest. */
export type PicturePlace = {
  readonly round: RoundId
  readonly submission: string
  readonly digest: string
}

export type PictureStore = {
  /** False where `most` pictures of the round are kept. The same again is the same as once. */
  add(place: PicturePlace, bytes: Uint8Array, most: number): Promise<boolean>
  find(place: PicturePlace): Promise<Uint8Array | undefined>
  /** Forgets the pictures of a submission, all but those of these digests. */
  keepOnly(round: RoundId, submission: string, digests: readonly string[]): Promise<void>
}
