/**
 * The room of people: who works at the desk, invitations, and who is signed in.
 *
 * Talks to the desk. Invariant: the link of an invitation is on the page until it is left, and nowhere else.
 * Decided in docs/decisions/0022.
 */
import { list, marked, part, put, show, startRoom, type Passkey, type Room } from './room.ts'

type Role = 'clerk' | 'teller'

type Person = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly since: number
  readonly passkeys: number
  readonly isMe: boolean
}

type People = {
  readonly people: readonly Person[]
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

/** The one who stands in the form to be changed. */
let changing: Person | undefined

startRoom(async (room) => {
  room.on(part(room, '[data-step="invite"]'), 'submit', () => invite(room))
  room.on(part(room, '[data-step="change"]'), 'submit', () => change(room))
  for (const button of marked(room.root, 'act', 'leave'))
    room.on(button, 'click', async () => leave(room))
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
    fill: (row, person) => {
      const { id, name, role, since, passkeys, isMe } = person
      put(row, {
        name: isMe ? `${name} (${room.say('me')})` : name,
        role: room.say(`role.${role}`),
        passkeys: room.format.number(passkeys),
        since: room.format.fullDay(since),
      })
      act(room, row, { name: 'change', label: room.say('changeNamed', { name }) }, async () => {
        begin(room, person)
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

function begin(room: Room, person: Person): void {
  const { name, role } = person
  changing = person
  put(room.root, { changing: room.say('changeNamed', { name }) })
  show(room.root, { changing: true })
  part<HTMLInputElement>(room, '#change-name').value = name
  part<HTMLInputElement>(room, `[name="new-role"][value="${role}"]`).checked = true
  marked(room.root, 'fill', 'changing')[0]?.focus()
}

function leave(room: Room): void {
  changing = undefined
  show(room.root, { changing: false })
}

async function change(room: Room): Promise<void> {
  if (changing === undefined) return
  const { id: person, isMe, ...seen } = changing
  const name = typedName(part(room, '#change-name'))
  if (name === undefined) return
  const role = roleIn(room, 'new-role')
  const asks = room.say('changeAsk', { name, role: room.say(`role.${role}`) })
  if (role !== seen.role && !window.confirm(asks)) return
  const asked = { person, seen: { name: seen.name, role: seen.role }, name, role }
  if (!(await room.ask('change-person', asked))) return
  leave(room)
  // Who gave up their own role has no more to do here.
  if (isMe && role !== 'clerk') return location.assign(`${room.home}me/`)
  await afterwards(room, room.say('changed', { name }))
}

/** What was typed as a name; where nothing was, the field is pointed out. */
function typedName(field: HTMLInputElement): string | undefined {
  const name = field.value.trim()
  field.toggleAttribute('aria-invalid', name === '')
  if (name !== '') return name
  field.focus()
  return undefined
}

function roleIn({ root }: Room, name: string): Role {
  const chosen = root.querySelector<HTMLInputElement>(`[name="${name}"]:checked`)
  return chosen?.value === 'clerk' ? 'clerk' : 'teller'
}

async function invite(room: Room): Promise<void> {
  const field = part<HTMLInputElement>(room, '#invite-name')
  const name = typedName(field)
  if (name === undefined) return
  const role = roleIn(room, 'role')
  const invited = await room.ask<Invited>('invite-person', { name, role })
  if (invited === undefined) return
  const at = room.format.instant(invited.endsAt)
  put(room.root, {
    invited: room.say('invited', { name }),
    'invited-text': room.say('invitedText', { name, at }),
    link: `${location.origin}${room.home}join/#${invited.secret}`,
  })
  show(room.root, { invited: true })
  field.value = ''
  await showPeople(room)
  marked(room.root, 'if', 'invited')[0]?.focus()
}

async function copy(room: Room): Promise<void> {
  const [link] = marked(room.root, 'fill', 'link')
  await navigator.clipboard.writeText(link?.textContent ?? '')
  room.done(room.say('copied'))
}
