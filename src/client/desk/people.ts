/**
 * The room of people: who works at the desk, invitations, and who is signed in.
 *
 * Talks to the desk. Invariant: the link of an invitation is on the page until it is left, and nowhere else.
 * Decided in docs/decisions/0022.
 */
import { list, marked, put, show, startRoom, type Passkey, type Room } from './room.ts'

type Role = 'clerk' | 'teller'

type People = {
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly role: Role
    readonly since: number
    readonly passkeys: number
    readonly isMe: boolean
  }[]
  readonly passkeys: readonly (Passkey & { readonly person: string })[]
  readonly sessions: readonly {
    readonly id: string
    readonly person: string
    readonly since: number
    readonly isThis: boolean
  }[]
  readonly invitations: readonly {
    readonly id: string
    readonly name: string
    readonly role: Role
    readonly endsAt: number
  }[]
}

type Invited = { readonly secret: string; readonly endsAt: number; readonly name: string }

startRoom(async (room) => {
  for (const form of room.root.querySelectorAll('form')) room.on(form, 'submit', () => invite(room))
  for (const button of marked(room.root, 'act', 'copy')) room.on(button, 'click', () => copy(room))
  await showPeople(room)
})

async function showPeople(room: Room): Promise<void> {
  const told = await room.ask<People>('show-people', {})
  if (told === undefined) return
  fillPeople(room, told)
  fillInvitations(room, told)
  fillPasskeys(room, told)
  fillSessions(room, told)
}

function fillPeople(room: Room, { people }: People): void {
  list(room.root, 'people', {
    items: people,
    fill: (row, { id, name, role, since, passkeys, isMe }) => {
      put(row, {
        name: isMe ? `${name} (${room.say('me')})` : name,
        role: room.say(`role.${role}`),
        passkeys: room.format.number(passkeys),
        since: room.format.fullDay(since),
      })
      act(room, row, { name: 'remove', label: room.say('removeNamed', { name }) }, async () => {
        if (!window.confirm(room.say('removeAsk', { name }))) return
        if (await room.ask('revoke-person', { person: id }))
          await afterwards(room, room.say('removed', { name }))
      })
    },
  })
}

function fillInvitations(room: Room, { invitations }: People): void {
  show(room.root, { 'no-invitations': invitations.length === 0 })
  list(room.root, 'invitations', {
    items: invitations,
    fill: (row, { id, name, role, endsAt }) => {
      const told = { name, role: room.say(`role.${role}`), at: room.format.instant(endsAt) }
      put(row, { text: room.say('openUntil', told) })
      act(room, row, { name: 'withdraw', label: room.say('withdrawNamed', { name }) }, async () => {
        if (await room.ask('withdraw-invitation', { invitation: id }))
          await afterwards(room, room.say('withdrawn', { name }))
      })
    },
  })
}

function fillPasskeys(room: Room, { passkeys, people }: People): void {
  list(room.root, 'passkeys', {
    items: passkeys,
    fill: (row, { id, person, since, usedAt = since }) => {
      const name = nameOf(people, person)
      const at = room.format.instant(since)
      put(row, { text: room.say('passkey', { name, at, used: room.format.instant(usedAt) }) })
      act(
        room,
        row,
        { name: 'remove', label: room.say('passkeyNamed', { name, at }) },
        async () => {
          if (!window.confirm(room.say('passkeyAsk', { name }))) return
          if (await room.ask('remove-passkey', { passkey: id }))
            await afterwards(room, room.say('passkeyRemoved'))
        },
      )
    },
  })
}

function nameOf(people: People['people'], person: string): string {
  return people.find(({ id }) => id === person)?.name ?? person
}

function fillSessions(room: Room, { sessions, people }: People): void {
  list(room.root, 'sessions', {
    items: sessions,
    fill: (row, { id, person, since, isThis }) => {
      const name = nameOf(people, person)
      const text = room.say('session', { name, at: room.format.instant(since) })
      put(row, { text: isThis ? `${text} (${room.say('thisOne')})` : text })
      act(room, row, { name: 'end', label: room.say('endNamed', { name }) }, async () => {
        if (await room.ask('end-session', { session: id }))
          await afterwards(room, room.say('ended'))
      })
    },
  })
}

/** A button in a row says for whom it is to those who do not see the row. */
function act(
  room: Room,
  row: HTMLElement,
  { name, label }: { readonly name: string; readonly label: string },
  work: () => Promise<void>,
): void {
  for (const button of marked(row, 'act', name)) {
    button.setAttribute('aria-label', label)
    room.on(button, 'click', work)
  }
}

async function afterwards(room: Room, text: string): Promise<void> {
  await showPeople(room)
  room.done(text)
}

async function invite(room: Room): Promise<void> {
  const field = room.root.querySelector<HTMLInputElement>('#invite-name')
  const chosen = room.root.querySelector<HTMLInputElement>('[name="role"]:checked')
  const name = field?.value.trim() ?? ''
  field?.toggleAttribute('aria-invalid', name === '')
  if (name === '') return field?.focus()
  const role = chosen?.value === 'clerk' ? 'clerk' : 'teller'
  const invited = await room.ask<Invited>('invite-person', { name, role })
  if (invited === undefined) return
  const at = room.format.instant(invited.endsAt)
  put(room.root, {
    invited: room.say('invited', { name }),
    'invited-text': room.say('invitedText', { name, at }),
    link: `${location.origin}${room.home}join/#${invited.secret}`,
  })
  show(room.root, { invited: true })
  if (field) field.value = ''
  await showPeople(room)
  marked(room.root, 'if', 'invited')[0]?.focus()
}

async function copy(room: Room): Promise<void> {
  const [link] = marked(room.root, 'fill', 'link')
  await navigator.clipboard.writeText(link?.textContent ?? '')
  room.done(room.say('copied'))
}
