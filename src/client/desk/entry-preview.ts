/**
 * What publishing an entry would change on the site, shown before it is done.
 *
 * Talks to the page. Invariant: shows what would go as well as what would come. Decided in docs/decisions/0031.
 */
import type { Entry, Planned } from './entry-room.ts'
import { part, put, show, type Room } from './room.ts'

/** Shows it, and leads there. */
export function showPreview(
  room: Room,
  { before, entry, picture }: Planned,
  { tell, follows }: { tell(entry: Entry): readonly string[]; readonly follows: string },
): void {
  const textOf = (one: Entry | undefined) => (one ? tell(one).join('\n') : '')
  const isGone = entry === undefined
  const title = isGone ? 'previewGone' : before ? 'previewChange' : 'previewNew'
  put(room.root, {
    'preview-title': room.say(title),
    was: textOf(before),
    will: isGone ? room.say('gone') : textOf(entry),
    follows,
    publish: room.say(isGone ? 'takeItBack' : 'publish'),
  })
  show(room.root, { preview: true, where: !isGone })
  show(room.root, { was: before !== undefined, follows: follows !== '' })
  showPicture(room, picture)
  part(room, '[data-fill="preview-title"]').focus()
}

function showPicture(room: Room, picture: Planned['picture']): void {
  const place = part(room, '[data-new-picture]')
  place.replaceChildren()
  if (picture === undefined) return
  const image = new Image()
  image.src = `data:image/jpeg;base64,${picture.bytes}`
  image.alt = picture.alt
  place.append(image)
}
