/**
 * People of the desk: set-up, invitations, revocations, sessions; through the door with passkeys that are checked.
 *
 * Talks to a SQLite file. Invariant: what was refused changed nothing.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { INVITATION_LASTS } from '../../../src/domain/desk-person.ts'
import { anAuthenticator } from '../../support/authenticator.ts'
import {
  aDesk,
  confirm,
  SETUP_SECRET,
  signIn,
  signUp,
  type Asker,
  type TestDesk,
} from '../../support/desk.ts'
import { DURING } from '../../support/ports.ts'

const opened: TestDesk[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

async function openDesk(): Promise<TestDesk> {
  const desk = await aDesk()
  opened.push(desk)
  return desk
}

type People = { readonly id: string; readonly name: string; readonly role: string }[]
const peopleOf = async (asker: Asker) => (await asker.ask('show-people')).body['people'] as People

const sessionsSeenBy = async (desk: TestDesk) => desk.desk.list('session', DURING)

describe('the set-up secret', () => {
  test('makes a clerk once, and another secret in the settings makes one more', async () => {
    const desk = await openDesk()
    await desk.firstClerk()
    const again = await desk.asker().ask('begin-sign-up', { secret: SETUP_SECRET, name: 'Eve' })
    expect(again).toMatchObject({ status: 403, body: { code: 'set-up-used' } })
    expect(await desk.desk.list('used-secret', DURING)).toHaveLength(1)
    const secret = 'another-Secret-of-128-bits'
    desk.setSetupSecret(secret)
    const next = await signUp(desk.asker, secret, 'Eva')
    expect((await next.ask('show-me')).body['role']).toBe('clerk')
    expect((await desk.asker().ask('read-invitation', { secret: SETUP_SECRET })).status).toBe(403)
  })

  test('is refused where it is wrong, and where the council has set none', async () => {
    const desk = await openDesk()
    const wrong = { secret: `${SETUP_SECRET.slice(0, -1)}w`, name: 'Eve' }
    const code = async () => (await desk.asker().ask('begin-sign-up', wrong)).body['code']
    expect(await code()).toBe('invitation-unknown')
    desk.setSetupSecret(undefined)
    expect(await code()).toBe('invitation-unknown')
    expect(await desk.desk.list('challenge', DURING)).toEqual([])
  })

  test('of two who use it at once, lets one in', async () => {
    const desk = await openDesk()
    const both = await Promise.allSettled([
      signUp(desk.asker, SETUP_SECRET, 'Ida'),
      signUp(desk.asker, SETUP_SECRET, 'Eve'),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await desk.desk.list('person', DURING)).toHaveLength(1)
    expect(await desk.desk.list('passkey', DURING)).toHaveLength(1)
  })
})

describe('an invitation', () => {
  test('brings one person with its role, within 72 hours', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const { secret } = (await clerk.ask('invite-person', { name: 'Bo', role: 'teller' })).body
    const shown = await desk.asker().ask('read-invitation', { secret })
    expect(shown.body).toEqual({ name: 'Bo', role: 'teller' })
    const teller = await signUp(desk.asker, String(secret), 'Ida')
    expect((await teller.ask('show-me')).body).toMatchObject({ name: 'Bo', role: 'teller' })
    await expect(signUp(desk.asker, String(secret), 'Eve')).rejects.toThrow('invitation-unknown')
    const late = (await clerk.ask('invite-person', { name: 'Late', role: 'clerk' })).body['secret']
    desk.setNow(DURING + INVITATION_LASTS)
    const said = await desk.asker().ask('read-invitation', { secret: late })
    expect(said.body['code']).toBe('invitation-unknown')
  })

  test('is not taken up with the challenge of another one', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const invite = async (name: string, role: string) =>
      (await clerk.ask('invite-person', { name, role })).body['secret']
    const [teller, other] = [await invite('Anna', 'teller'), await invite('Bo', 'clerk')]
    const { challenge } = (await desk.asker().ask('begin-sign-up', { secret: teller, name: 'x' }))
      .body
    const made = anAuthenticator().make(String(challenge))
    const said = await desk.asker().ask('finish-sign-up', { secret: other, name: 'x', ...made })
    expect(said).toMatchObject({ status: 409, body: { code: 'challenge-over' } })
    expect(await peopleOf(clerk)).toMatchObject([{ name: 'Ida' }])
    expect((await signUp(desk.asker, String(other), 'Bo')).cookie).toBeDefined()
  })

  test('is not in the store, nor is any other secret', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const { secret } = (await clerk.ask('invite-person', { name: 'Bo', role: 'clerk' })).body
    const kinds = ['person', 'passkey', 'invitation', 'session', 'used-secret', 'log-head', 'log:-']
    const all = await Promise.all(kinds.map((kind) => desk.desk.list(kind, DURING)))
    const text = JSON.stringify(all)
    for (const each of [secret, SETUP_SECRET, clerk.cookie.split('=')[1]])
      expect(text).not.toContain(String(each))
  })

  test('that a clerk took back works no more', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const { secret } = (await clerk.ask('invite-person', { name: 'Bo', role: 'clerk' })).body
    const shown = (await clerk.ask('show-people')).body['invitations'] as { id: string }[]
    const input = { invitation: shown[0]?.id }
    expect((await clerk.ask('withdraw-invitation', input)).status).toBe(200)
    expect((await clerk.ask('withdraw-invitation', input)).body['code']).toBe('not-there')
    const said = await desk.asker().ask('read-invitation', { secret })
    expect(said.body['code']).toBe('invitation-unknown')
  })
})

describe('a revocation', () => {
  test('ends passkeys and sessions, and leaves those of others', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const other = await desk.invited(clerk, 'clerk')
    const { id: person } = (await other.ask('show-me')).body
    expect((await clerk.ask('revoke-person', { person })).status).toBe(200)
    expect(await peopleOf(clerk)).toMatchObject([{ name: 'Ida' }])
    expect(await sessionsSeenBy(desk)).toHaveLength(1)
    const { challenge } = (await desk.asker().ask('begin-sign-in')).body
    const signed = other.device.sign(String(challenge))
    const said = await desk.asker().ask('finish-sign-in', signed)
    expect(said.body['code']).toBe('passkey-unknown')
    expect((await clerk.ask('revoke-person', { person })).body['code']).toBe('person-unknown')
  })

  test('of the last clerk is refused, of oneself beside another is not', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    await desk.invited(clerk, 'teller')
    const { id: person } = (await clerk.ask('show-me')).body
    expect((await clerk.ask('revoke-person', { person })).body['code']).toBe('last-clerk')
    const other = await desk.invited(clerk, 'clerk', 'Eva')
    const said = await clerk.ask('revoke-person', { person })
    expect(said).toMatchObject({ status: 200, cookie: '__Host-desk=' })
    expect((await clerk.ask('show-me')).body['code']).toBe('signed-out')
    expect((await peopleOf(other)).map(({ role }) => role).toSorted()).toEqual(['clerk', 'teller'])
  })

  test('of two clerks by each other at once leaves one of them', async () => {
    const desk = await openDesk()
    const one = await desk.firstClerk()
    const two = await desk.invited(one, 'clerk')
    const [first, second] = await Promise.all(
      [one, two].map(async (each) => (await each.ask('show-me')).body['id']),
    )
    await Promise.all([
      one.ask('revoke-person', { person: second }),
      two.ask('revoke-person', { person: first }),
    ])
    expect(await desk.desk.list('person', DURING)).toHaveLength(1)
  })
})

describe('a change of a person', () => {
  const withTwo = async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const other = await desk.invited(clerk, 'teller')
    const [me, them] = await Promise.all(
      [clerk, other].map(async (each) => String((await each.ask('show-me')).body['id'])),
    )
    return { desk, clerk, other, me, them }
  }
  const TELLER = { name: 'Bo', role: 'teller' }

  test('gives another name and role, which hold at the next step and for the old passkey', async () => {
    const { desk, clerk, other, them: person } = await withTwo()
    expect((await other.ask('show-people')).body['code']).toBe('role-not-enough')
    const change = { person, seen: TELLER, name: '  Bo Lind ', role: 'clerk' }
    expect((await clerk.ask('change-person', change)).status).toBe(200)
    expect((await other.ask('show-people')).status).toBe(200)
    expect((await other.ask('show-me')).body).toMatchObject({ name: 'Bo Lind', role: 'clerk' })
    const back = { person, seen: { name: 'Bo Lind', role: 'clerk' }, name: 'Bo', role: 'teller' }
    expect((await clerk.ask('change-person', back)).status).toBe(200)
    expect((await other.ask('show-people')).body['code']).toBe('role-not-enough')
    const log = JSON.stringify(await desk.desk.list('log:-', DURING))
    expect(log).toContain(`"facts":{"person":"${person}","role":"clerk"}`.replaceAll('"', '\\"'))
    expect(log).not.toContain('Lind')
  })

  test('tells the second of two clerks, whose change is not made', async () => {
    const { clerk, them: person } = await withTwo()
    const change = { person, seen: TELLER, name: 'Bo Lind', role: 'teller' }
    await clerk.ask('change-person', change)
    const second = await clerk.ask('change-person', { ...change, name: 'Bodil' })
    expect(second.body['code']).toBe('desk-changed')
    const names = (await peopleOf(clerk)).map((each) => each.name)
    expect(names.toSorted()).toEqual(['Bo Lind', 'Ida'])
  })

  test('of the last clerk to a teller is refused, of the name alone is not', async () => {
    const { clerk, me: person } = await withTwo()
    const seen = { name: 'Ida', role: 'clerk' }
    const down = { person, seen, name: 'Ida', role: 'teller' }
    expect((await clerk.ask('change-person', down)).body['code']).toBe('last-clerk')
    expect((await clerk.ask('change-person', { ...down, role: 'clerk' })).status).toBe(200)
    expect((await clerk.ask('change-person', { ...down, name: ' ' })).status).toBe(400)
    const gone = { ...down, person: 'p-nobody' }
    expect((await clerk.ask('change-person', gone)).body['code']).toBe('person-unknown')
  })

  test('of two clerks by each other at once leaves one of them', async () => {
    const { desk, clerk, other, me, them } = await withTwo()
    const up = { person: them, seen: TELLER, name: 'Bo', role: 'clerk' }
    await clerk.ask('change-person', up)
    await Promise.all([
      clerk.ask('change-person', { ...up, seen: { name: 'Bo', role: 'clerk' }, role: 'teller' }),
      other.ask('change-person', {
        ...{ person: me, seen: { name: 'Ida', role: 'clerk' }, name: 'Ida', role: 'teller' },
      }),
    ])
    const kept = JSON.stringify(await desk.desk.list('person', DURING))
    expect(kept.match(/clerk/g)).toHaveLength(1)
  })
})

describe('the invitations of a clerk', () => {
  test('end when the clerk becomes a teller, also for when they are a clerk again', async () => {
    const desk = await openDesk()
    const ida = await desk.firstClerk()
    const bo = await desk.invited(ida, 'clerk')
    const invite = async (by: Asker) =>
      (await by.ask('invite-person', { name: 'Mallory', role: 'clerk' })).body['secret']
    const [his, hers] = [await invite(bo), await invite(ida)]
    const { id: person } = (await bo.ask('show-me')).body
    const change = async (from: string, role: string) => {
      const input = { person, seen: { name: 'Bo', role: from }, name: 'Bo', role }
      expect((await ida.ask('change-person', input)).status).toBe(200)
    }
    await change('clerk', 'teller')
    await change('teller', 'clerk')
    const read = async (secret: unknown) =>
      (await desk.asker().ask('read-invitation', { secret })).body
    expect(await read(his)).toMatchObject({ code: 'invitation-unknown' })
    expect(await read(hers)).toEqual({ name: 'Mallory', role: 'clerk' })
  })
})

describe('a passkey', () => {
  test('is taken only from this site, for this challenge, with the person verified', async () => {
    const desk = await openDesk()
    const begin = async () => {
      const said = await desk.asker().ask('begin-sign-up', { secret: SETUP_SECRET, name: 'Ida' })
      return String(said.body['challenge'])
    }
    const finish = (made: object) =>
      desk.asker().ask('finish-sign-up', { secret: SETUP_SECRET, name: 'Ida', ...made })
    for (const flaw of [
      { origin: 'https://evil.example' },
      { host: 'evil' },
      { verified: false },
    ]) {
      const said = await finish(anAuthenticator(flaw).make(await begin()))
      expect(said.body['code'], JSON.stringify(flaw)).toBe('passkey-not-accepted')
    }
    const [one, other] = [await begin(), await begin()]
    const swapped = { ...anAuthenticator().make(one), challenge: other }
    expect((await finish(swapped)).body['code']).toBe('passkey-not-accepted')
    expect(await desk.desk.list('person', DURING)).toEqual([])
  })

  test('signs a challenge once, and in time', async () => {
    const desk = await openDesk()
    const { device } = await desk.firstClerk()
    const begin = async () => String((await desk.asker().ask('begin-sign-in')).body['challenge'])
    const signed = device.sign(await begin())
    expect((await desk.asker().ask('finish-sign-in', signed)).status).toBe(200)
    expect((await desk.asker().ask('finish-sign-in', signed)).body['code']).toBe('challenge-over')
    const late = device.sign(await begin())
    desk.setNow(DURING + 5 * 60_000)
    expect((await desk.asker().ask('finish-sign-in', late)).body['code']).toBe('challenge-over')
  })

  test('of a wrong signature is refused, and its challenge is gone', async () => {
    const desk = await openDesk()
    const { device } = await desk.firstClerk()
    const { challenge } = (await desk.asker().ask('begin-sign-in')).body
    const signed = device.sign(String(challenge))
    const other = device.sign('another-challenge')
    const forged = {
      ...signed,
      response: { ...signed.response, response: other.response.response },
    }
    expect((await desk.asker().ask('finish-sign-in', forged)).body['code']).toBe(
      'passkey-not-accepted',
    )
    expect((await desk.asker().ask('finish-sign-in', signed)).body['code']).toBe('challenge-over')
  })

  test('of a colleague does not make one’s own session fresh', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const other = await desk.invited(clerk, 'clerk')
    const said = await confirm({ ...clerk, device: other.device })
    expect(said.body['code']).toBe('passkey-unknown')
  })
})

describe('a session', () => {
  test('of somebody else is ended by a clerk, and by no teller', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const teller = await desk.invited(clerk, 'teller')
    const all = (await clerk.ask('show-people')).body['sessions'] as {
      id: string
      isThis: boolean
    }[]
    const [mine, theirs] = [all.find(({ isThis }) => isThis), all.find(({ isThis }) => !isThis)]
    const tried = await teller.ask('end-session', { session: mine?.id })
    expect(tried.body['code']).toBe('not-there')
    expect((await clerk.ask('end-session', { session: theirs?.id })).status).toBe(200)
    expect((await teller.ask('show-me')).body['code']).toBe('signed-out')
    expect((await clerk.ask('show-me')).status).toBe(200)
  })

  test('has a cookie for the server of this host alone', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    expect(clerk.cookie).toMatch(/^__Host-desk=[A-Za-z0-9_-]{43}$/)
    const said = await clerk.ask('sign-out')
    expect(said.cookie).toBe('__Host-desk=')
    expect(await sessionsSeenBy(desk)).toEqual([])
  })
})

describe('too many knocks', () => {
  const knock = async (desk: TestDesk, action: string, input: object, times = 70) => {
    const said = []
    for (let at = 0; at < times; at += 1) said.push((await desk.asker().ask(action, input)).status)
    return said
  }

  test('from one network are not told why, and neither a passkey nor an invitation is shut out', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const bad = clerk.device.sign('a-challenge-of-nobody')
    expect(new Set((await knock(desk, 'finish-sign-in', bad)).slice(0, 60))).toEqual(new Set([409]))
    expect(new Set((await knock(desk, 'finish-sign-in', bad)).slice(60))).toEqual(new Set([429]))
    const secret = 'a-Secret-that-was-guessed'
    expect((await desk.asker().ask('read-invitation', { secret })).status).toBe(429)
    expect((await signIn(desk, clerk)).cookie).toBeDefined()
    expect((await desk.invited(clerk, 'teller')).cookie).toBeDefined()
    expect((await clerk.ask('show-me')).status).toBe(200)
  })

  test('are not those of a whole council that begins to sign in, and the store is not filled', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const said = await knock(desk, 'begin-sign-in', {}, 310)
    expect(new Set(said.slice(0, 300))).toEqual(new Set([200]))
    expect(new Set(said.slice(300))).toEqual(new Set([429]))
    expect(await desk.desk.list('challenge', DURING)).toHaveLength(300)
    expect((await desk.invited(clerk, 'teller')).cookie).toBeDefined()
    desk.setNow(DURING + 600_000)
    expect((await signIn(desk, clerk)).cookie).toBeDefined()
  })
})
