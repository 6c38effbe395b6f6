/**
 * The door of the desk: a passkey signs, and the room that was asked for opens.
 *
 * Talks to the desk and the person's passkey. Invariant: leads to a room of this desk only.
 * Decided in docs/decisions/0022.
 */
import { usePasskey, type Challenged } from './passkey.ts'
import { marked, show, startDoor, type Room } from './room.ts'

startDoor(async (room) => {
  show(room.root, { 'led-here': roomAskedFor() !== undefined })
  for (const button of marked(room.root, 'act', 'sign-in'))
    room.on(button, 'click', () => signIn(room))
})

async function signIn(room: Room): Promise<void> {
  const begun = await room.ask<Challenged<never>>('begin-sign-in', {})
  if (begun === undefined) return
  const signed = await usePasskey(begun)
  if (signed === undefined) return room.tell(room.say('cancelledTitle'), room.say('cancelled'))
  const me = await room.ask<{ readonly role: string }>('finish-sign-in', signed)
  if (me === undefined) return
  const path = roomAskedFor() ?? (me.role === 'clerk' ? '' : 'voting')
  location.assign(room.home + (path === '' ? '' : `${path}/`))
}

/** The room that stands behind # where somebody was led here from it. */
function roomAskedFor(): string | undefined {
  return /^#([a-z][a-z-]*(?:\/[a-z0-9-]+)?)$/.exec(location.hash)?.[1]
}
