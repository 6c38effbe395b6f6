/**
 * A picture in a form of the desk: what the form asks for, and the picture that is kept already.
 *
 * Talks to the desk. Invariant: a picture is shown only where a signed-in clerk asked for it, and from no address
 * that another page could use. Decided in docs/decisions/0029.
 */
import type { RoundId } from '../../domain/id.ts'
import { addressOf, PictureField } from '../picture-field.ts'
import type { Room } from './room.ts'

/** A picture as a text names it. */
export type Kept = { readonly digest: string; readonly alt: string }

/** A picture on its way, in base64. */
type NewPicture = { readonly bytes: string; readonly alt: string }

/** Characters of a text for those who do not see it. */
const [LEAST, MOST] = [5, 250]

/** The picture that a form asks for, a new one or the kept one with its text; `wrong` where its text is missing. */
export async function pictureIn<There extends { readonly alt: string }>(
  form: HTMLFormElement,
  kept: There | undefined,
): Promise<NewPicture | There | 'wrong' | undefined> {
  for (const field of form.querySelectorAll('picture-field'))
    if (field instanceof PictureField) await field.ready
  const given = new FormData(form)
  const file = given.get('picture')
  const isNew = file instanceof File && file.size > 0
  if (!isNew && (kept === undefined || given.has('pictureRemove'))) return undefined
  const alt = String(given.get('pictureAlt') ?? '').trim()
  if (alt.length < LEAST || alt.length > MOST) return 'wrong'
  if (!isNew) return kept && { ...kept, alt }
  const [, bytes = ''] = (await addressOf(file)).split(',')
  return { bytes, alt }
}

/** It is asked for a little before it comes into sight. */
const EARLY = '300px'

/** Shows a picture once it comes into sight. */
export function showWhenSeen(
  room: Room,
  place: HTMLElement,
  picture: Kept & { readonly round: RoundId; readonly id: string },
): void {
  const { round, id, digest, alt } = picture
  const look = (seen: readonly IntersectionObserverEntry[]) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return
    watch.disconnect()
    void room.ask<{ address: string }>('show-picture', { round, id, digest }).then((told) => {
      if (told === undefined) return
      const image = new Image()
      image.src = told.address
      image.alt = alt
      place.replaceChildren(image)
    })
  }
  const watch = new IntersectionObserver(look, { rootMargin: EARLY })
  watch.observe(place)
}
