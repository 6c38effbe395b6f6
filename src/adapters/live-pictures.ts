/**
 * The ports of a function that takes in pictures.
 *
 * Talks to everything, lazily. Invariant: whoever imports this file carries sharp along: netlify.toml names these
 * functions, and tests/functions/routes.test.ts holds it to that. Decided in docs/decisions/0029.
 */
import type { PicturePorts } from '../service/ports-pictures.ts'
import { live } from './live.ts'
import { makePicture } from './make-picture.ts'

/** As `live`, and with what makes pictures ready. */
export async function liveWithPictures(): Promise<PicturePorts> {
  return { ...(await live()), makePicture }
}
