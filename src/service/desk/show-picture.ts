/**
 * Shows the picture of one submission.
 *
 * Talks to the store of pictures. Invariant: only what was made anew is shown, and only at the desk.
 * Decided in docs/decisions/0029.
 */
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { toBase64 } from '../../domain/encoding.ts'
import { ok } from '../../domain/result.ts'
import type { SignedUseCase } from './use-case.ts'

/** Its address for an image on the page, which holds the picture itself. */
export const showPicture: SignedUseCase<'show-picture'> = async ({ pictures }, input) => {
  const { round, id: submission, digest } = input
  const bytes = await pictures.find({ round, submission, digest })
  if (bytes === undefined) return refuseDesk('not-there')
  return ok({ answer: { address: `data:image/webp;base64,${toBase64(bytes)}` } })
}
