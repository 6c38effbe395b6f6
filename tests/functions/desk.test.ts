/**
 * The door of the desk: every action of the table, and everything that must not come in.
 *
 * Talks to a SQLite file. Invariant: an action that is added without protection fails here, for the tests
 * take the actions from the table itself.
 */
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import {
  DESK_ACTION_NAMES,
  DESK_ACTIONS,
  type DeskActionName,
} from '../../src/domain/desk-action.ts'
import { FRESH_FOR, SESSION_IDLE, SESSION_LONGEST } from '../../src/domain/desk-person.ts'
import { aDesk, aForgedCookie, confirm, type Said, type TestDesk } from '../support/desk.ts'
import { DURING } from '../support/ports.ts'

const opened: TestDesk[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

async function openDesk(): Promise<TestDesk> {
  const desk = await aDesk()
  opened.push(desk)
  return desk
}

const shared: TestDesk[] = []
afterAll(() => shared.forEach((desk) => desk.close()))

/** A desk for many refusals: it is made ready once, and each refusal is held to leave it as it was. */
function sharedDesk<Ready>(prepare: (desk: TestDesk) => Promise<Ready>) {
  const open = async () => {
    const desk = await aDesk()
    shared.push(desk)
    return { desk, ...(await prepare(desk)) }
  }
  let ready: ReturnType<typeof open> | undefined
  return () => (ready ??= open())
}

const withClerk = sharedDesk(async (desk) => ({ clerk: await desk.firstClerk() }))

/** The clerk's session is over: nobody used it for too long, or it was used for too long. */
const afterSession = {
  idle: sharedDesk((desk) => outlive(desk, SESSION_IDLE)),
  long: sharedDesk((desk) => outlive(desk, SESSION_LONGEST)),
}

async function outlive(desk: TestDesk, time: number) {
  const clerk = await desk.firstClerk()
  for (let now = DURING; now < DURING + time - SESSION_IDLE; now += SESSION_IDLE / 2) {
    desk.setNow(now)
    expect((await clerk.ask('show-me')).status).toBe(200)
  }
  desk.setNow(DURING + time)
  return { clerk }
}

const afterLeaving = sharedDesk(async (desk) => {
  const clerk = await desk.firstClerk()
  const signedOut = await desk.invited(clerk, 'clerk')
  const removed = await desk.invited(clerk, 'clerk', 'Gone')
  const { id: person } = (await removed.ask('show-me')).body
  await signedOut.ask('sign-out')
  expect((await clerk.ask('revoke-person', { person })).status).toBe(200)
  return { signedOut, removed }
})

const withTeller = sharedDesk(async (desk) => ({
  teller: await desk.invited(await desk.firstClerk(), 'teller'),
}))

/** The lists by hand: what needs less than a clerk, and what needs the passkey again. The tests below hold both. */
const FOR_NOBODY: readonly DeskActionName[] = [
  ...(['begin-sign-in', 'finish-sign-in', 'read-invitation', 'begin-sign-up'] as const),
  'finish-sign-up',
]
const FOR_TELLERS: readonly DeskActionName[] = [
  ...(['sign-out', 'show-me', 'begin-confirm', 'finish-confirm'] as const),
  ...(['begin-passkey', 'finish-passkey', 'remove-passkey', 'end-session'] as const),
  ...(['show-voting', 'open-kiosk', 'end-kiosk'] as const),
  ...(['show-paper', 'begin-batch', 'hold-stub', 'release-stub', 'separate-batch'] as const),
  ...(['show-typing', 'enter-sheet', 'compare-batch', 'show-differences'] as const),
  ...(['settle-sheet', 'box-batch'] as const),
]
const FRESH: readonly DeskActionName[] = [
  ...(['begin-passkey', 'finish-passkey', 'remove-passkey', 'end-session'] as const),
  ...(['invite-person', 'change-person', 'revoke-person', 'show-contact'] as const),
  ...(['activate-codes', 'reissue-code', 'open-voting', 'extend-voting', 'open-kiosk'] as const),
  ...(['prepare-hall', 'save-hall-file', 'take-in-hall', 'give-up-hall'] as const),
  ...(['seal-boxes', 'certify-result', 'correct-result', 'release-batch'] as const),
]

const signed = DESK_ACTION_NAMES.filter((name) => !FOR_NOBODY.includes(name))
const forClerks = signed.filter((name) => !FOR_TELLERS.includes(name))

const KINDS = ['person', 'passkey', 'invitation', 'session', 'challenge', 'used-secret', 'kiosk']

/** Everything that the desk keeps, as it was before any time that ended. */
async function kept({ desk }: TestDesk): Promise<string> {
  const all = [...KINDS, 'log-head', 'log:-', 'log:spring'].map((kind) => desk.list(kind, 0))
  return JSON.stringify(await Promise.all(all))
}

/** Asks, and expects this refusal with nothing changed. */
async function expectRefused(desk: TestDesk, ask: () => Promise<Said>, code: string) {
  const before = await kept(desk)
  const said = await ask()
  expect(said.body['code']).toBe(code)
  expect(said.status).toBeGreaterThanOrEqual(400)
  expect(String(said.body['detail']).length).toBeGreaterThan(20)
  expect(said.cookie).toBeUndefined()
  expect(await kept(desk)).toBe(before)
}

describe('the table of actions', () => {
  test('lets nobody in but at the door', () => {
    const open = DESK_ACTION_NAMES.filter((name) => DESK_ACTIONS[name].needs === 'nobody')
    expect(open.toSorted()).toEqual(FOR_NOBODY.toSorted())
  })

  test('lets a teller do this, and nothing else', () => {
    const open = DESK_ACTION_NAMES.filter((name) => DESK_ACTIONS[name].needs === 'teller')
    expect(open.toSorted()).toEqual(FOR_TELLERS.toSorted())
  })

  test('asks for the passkey again before this', () => {
    const asks = DESK_ACTION_NAMES.filter((name) => DESK_ACTIONS[name].fresh)
    expect(asks.toSorted()).toEqual(FRESH.toSorted())
  })

  test('asks for the passkey again, and keeps in the log, what gives or takes a right', () => {
    const rights: readonly DeskActionName[] = [
      ...(['invite-person', 'change-person', 'revoke-person', 'finish-passkey'] as const),
      'remove-passkey',
    ]
    for (const name of rights)
      expect(DESK_ACTIONS[name]).toMatchObject({ fresh: true, logged: true })
  })
})

describe.each(DESK_ACTION_NAMES)('%s', (action) => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }],
    ['an address that was typed', { 'sec-fetch-site': 'none' }],
    ['another origin', { 'sec-fetch-site': undefined, origin: 'https://evil.example' }],
    ['another origin, called the same', { origin: 'https://evil.example' }],
    ['a page without an origin', { 'sec-fetch-site': undefined, origin: 'null' }],
    ['nowhere', { 'sec-fetch-site': undefined }],
  ])('is refused from %s, also to a clerk', async (_, headers) => {
    const { desk, clerk } = await withClerk()
    const elsewhere = desk.asker(clerk.cookie, headers)
    await expectRefused(desk, () => elsewhere.ask(action), 'origin-not-allowed')
  })

  test('is refused as anything but JSON of the form that pages send', async () => {
    const { desk, clerk } = await withClerk()
    const form = desk.asker(clerk.cookie, { 'content-type': 'application/x-www-form-urlencoded' })
    await expectRefused(desk, () => form.ask(action), 'body-invalid')
  })
})

describe.each(signed)('%s', (action) => {
  test('is refused without a session', async () => {
    const { desk } = await withClerk()
    await expectRefused(desk, () => desk.asker().ask(action), 'signed-out')
    await expectRefused(desk, () => desk.asker(aForgedCookie()).ask(action), 'signed-out')
    await expectRefused(desk, () => desk.asker('__Host-desk=').ask(action), 'signed-out')
  })

  test('is refused with two cookies, of which one may be somebody else’s', async () => {
    const { desk, clerk } = await withClerk()
    const both = desk.asker(`${clerk.cookie}; ${aForgedCookie()}`)
    await expectRefused(desk, () => both.ask(action), 'signed-out')
  })

  test.each(['idle', 'long'] as const)(
    'is refused when the session was %s for too long',
    async (why) => {
      const { desk, clerk } = await afterSession[why]()
      await expectRefused(desk, () => clerk.ask(action), 'signed-out')
    },
  )

  test('is refused after signing out, and to a person who was removed', async () => {
    const { desk, signedOut, removed } = await afterLeaving()
    await expectRefused(desk, () => signedOut.ask(action), 'signed-out')
    await expectRefused(desk, () => removed.ask(action), 'signed-out')
  })
})

describe.each(forClerks)('%s', (action) => {
  test('is refused to a teller', async () => {
    const { desk, teller } = await withTeller()
    await expectRefused(desk, () => teller.ask(action), 'role-not-enough')
  })
})

describe.each(FRESH)('%s', (action) => {
  test('asks for the passkey again after five minutes, and is done then', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    desk.setNow(DURING + FRESH_FOR - 1)
    expect((await clerk.ask(action)).body['code']).not.toBe('passkey-again')
    desk.setNow(DURING + FRESH_FOR)
    await expectRefused(desk, () => clerk.ask(action), 'passkey-again')
    expect((await confirm(clerk)).status).toBe(200)
    expect((await clerk.ask(action)).body['code']).not.toBe('passkey-again')
  })
})

describe('an address of no action', () => {
  test.each(['no-such-action', 'toString', '__proto__', 'constructor'])(
    '%s is refused',
    async (name) => {
      const { desk, clerk } = await withClerk()
      await expectRefused(desk, () => clerk.ask(name), 'action-unknown')
    },
  )
})
