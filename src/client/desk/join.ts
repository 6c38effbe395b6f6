/**
 * An invitation taken up: the secret behind # is read, and out of the address at once.
 *
 * Talks to the desk and makes a passkey. Invariant: the secret is in no address that is sent, and in no storage.
 * Decided in docs/decisions/0022.
 */
import { makePasskey, type Challenged } from './passkey.ts'
import { marked, put, show, startDoor, type Room } from './room.ts'

type Invited = { readonly role: 'clerk' | 'teller'; readonly name: string }

// Whoever copied half a link, and pastes the whole of it here, stays on the same page.
window.addEventListener('hashchange', () => location.reload())

startDoor(async (room) => {
  const secret = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
  if (!/^[A-Za-z0-9_-]{20,100}$/.test(secret))
    return room.tell(room.say('incompleteTitle'), room.say('incomplete'))
  // Whoever reads another language takes the secret along.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.langs a')) link.hash = secret
  const invited = await room.ask<Invited>('read-invitation', { secret })
  if (invited === undefined) return
  put(room.root, { invited: room.say('invitedAs', { role: room.say(`role.${invited.role}`) }) })
  show(room.root, { form: true, 'set-up': invited.name === '', invited: invited.name !== '' })
  const field = nameField(room)
  if (field) {
    field.value = invited.name
    field.readOnly = invited.name !== ''
  }
  for (const form of marked(room.root, 'if', 'form'))
    room.on(form, 'submit', () => signUp(room, secret))
})

async function signUp(room: Room, secret: string): Promise<void> {
  const field = nameField(room)
  const name = field?.value.trim() ?? ''
  field?.toggleAttribute('aria-invalid', false)
  if (name === '') {
    field?.setAttribute('aria-invalid', 'true')
    room.tell(room.say('nameMissing'), '')
    return
  }
  const begun = await room.ask<Challenged<never>>('begin-sign-up', { secret, name })
  if (begun === undefined) return
  const made = await makePasskey(begun)
  if (made === undefined) return room.tell(room.say('cancelledTitle'), room.say('cancelled'))
  const sent = { secret, name, ...made }
  const me = await room.ask<{ readonly role: string }>('finish-sign-up', sent)
  if (me) location.assign(room.home + (me.role === 'clerk' ? '' : 'voting/'))
}

function nameField({ root }: Room): HTMLInputElement | null {
  return root.querySelector<HTMLInputElement>('#name')
}
