/**
 * A person's own room: passkeys, and where they are signed in.
 *
 * Talks to the desk and makes a passkey. Invariant: only one's own. Decided in docs/decisions/0022.
 */
import { makePasskey, type Challenged } from './passkey.ts'
import { list, marked, put, startRoom, type Me, type Room } from './room.ts'

startRoom(async (room, me) => {
  fill(room, me)
  for (const button of marked(room.root, 'act', 'add'))
    room.on(button, 'click', () => addPasskey(room))
})

function fill(room: Room, me: Me): void {
  list(room.root, 'passkeys', {
    items: me.passkeys,
    fill: (row, { id, since, usedAt = since }) => {
      const at = room.format.instant(since)
      put(row, { text: room.say('made', { at, used: room.format.instant(usedAt) }) })
      for (const button of marked(row, 'act', 'remove')) {
        button.setAttribute('aria-label', room.say('removeNamed', { at }))
        room.on(button, 'click', () => removePasskey(room, id))
      }
    },
  })
  list(room.root, 'sessions', {
    items: me.sessions,
    fill: (row, { id, since, isThis }) => {
      const text = room.say('session', { at: room.format.instant(since) })
      put(row, { text: isThis ? `${text} (${room.say('thisOne')})` : text })
      for (const button of marked(row, 'act', 'end'))
        room.on(button, 'click', async () => {
          if (await room.ask('end-session', { session: id })) await again(room, room.say('ended'))
        })
    },
  })
}

async function again(room: Room, text: string): Promise<void> {
  const me = await room.ask<Me>('show-me', {})
  if (me === undefined) return
  fill(room, me)
  room.done(text)
}

async function removePasskey(room: Room, passkey: string): Promise<void> {
  if (!window.confirm(room.say('removeAsk'))) return
  if (await room.ask('remove-passkey', { passkey })) await again(room, room.say('removed'))
}

async function addPasskey(room: Room): Promise<void> {
  const begun = await room.ask<Challenged<never>>('begin-passkey', {})
  if (begun === undefined) return
  const made = await makePasskey(begun)
  if (made === undefined) return room.tell(room.say('cancelledTitle'), room.say('cancelled'))
  if (await room.ask('finish-passkey', made)) await again(room, room.say('added'))
}
