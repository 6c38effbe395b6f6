/**
 * The pictures of a project's updates: a new one made ready, and those that nobody shows any more.
 *
 * Talks to the maker of pictures and to content. Invariant: a picture that is still shown somewhere stays, and the
 * name of a file says what is in it. Decided in docs/decisions/0029 and 0031.
 */
import { toHex } from '../domain/encoding.ts'
import { sha256 } from '../domain/hash.ts'
import type { ProposalId, RoundId } from '../domain/id.ts'
import { pictureFiles, readPictureFiles, type Picture } from '../domain/proposal-record.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { NewPicture } from '../domain/sent-picture.ts'
import type { Ports, PublishedBytes } from './ports.ts'
import type { PicturePorts } from './ports-pictures.ts'

type Owner = { readonly round: RoundId; readonly proposal: ProposalId }

/** The picture as the file of its proposal names it, and the file that goes with it. */
export async function makeUpdatePicture(
  { makePicture }: Pick<PicturePorts, 'makePicture'>,
  { round, proposal }: Owner,
  sent: NewPicture,
): Promise<Result<{ readonly picture: Picture; readonly file: PublishedBytes }, Refusal>> {
  const made = await makePicture(sent.bytes)
  if (!made.ok) return refuse('submission-invalid', { picture: made.error })
  const name = `${proposal.slice(0, 51)}-${toHex(sha256(made.value)).slice(0, 12)}.webp`
  const picture = { file: name, alt: sent.alt }
  return ok({ picture, file: { path: pathOf(round, name), bytes: made.value } })
}

/** The path of a picture that no proposal shows once this one has these fields; of none where that is not known. */
export async function unshownPicture(
  { content }: Ports,
  { round, proposal }: Owner,
  given: {
    readonly file: string | undefined
    readonly fields: Readonly<Record<string, unknown>>
  },
): Promise<readonly string[]> {
  const { file, fields } = given
  const here = readPictureFiles(fields)
  if (file === undefined || here === undefined || here.includes(file)) return []
  const { proposals = [] } = (await content.round(round)) ?? {}
  const others = proposals.filter(({ id }) => id !== proposal).flatMap(pictureFiles)
  return others.includes(file) ? [] : [pathOf(round, file)]
}

function pathOf(round: RoundId, file: string): string {
  return `rounds/${round}/pictures/${file}`
}
