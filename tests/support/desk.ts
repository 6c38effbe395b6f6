/**
 * The desk under test: people with passkeys who ask its function real requests.
 *
 * Talks to the store of the given ports. Invariant: whoever is signed in got in by the door, with a passkey
 * that was checked.
 */
import { randomBytes } from 'node:crypto'
import type { Context } from '@netlify/functions'
import * as v from 'valibot'
import { handle } from '../../functions/desk.ts'
import type { DeskActionName } from '../../src/domain/desk-action.ts'
import { guard } from '../../src/http/guard.ts'
import { anAuthenticator, type Authenticator } from './authenticator.ts'
import { testPorts, type TestPorts } from './ports.ts'

export const SETUP_SECRET = 'Zq4tT9bA0mXc7RkW2dLhYv'

/** What the desk said: a status, a body, and the cookie where it set one. */
export type Said = {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly cookie: string | undefined
  /** All of them, with what they say of themselves. */
  readonly cookies: readonly string[]
}

export type Asker = {
  ask(action: DeskActionName | (string & {}), input?: unknown): Promise<Said>
}

export type Colleague = Asker & { readonly device: Authenticator; readonly cookie: string }

export type TestDesk = TestPorts & {
  /** Changes the setting of the host. */
  setSetupSecret(secret: string | undefined): void
  /** Asks without a cookie, or with this one, and with other headers where they are named. */
  asker(cookie?: string, headers?: Readonly<Record<string, string | undefined>>): Asker
  /** The first clerk, by the set-up secret. */
  firstClerk(name?: string): Promise<Colleague>
  /** Somebody who took up a clerk's invitation. */
  invited(by: Asker, role: 'clerk' | 'teller', name?: string): Promise<Colleague>
}

/** A desk at which nobody is yet. */
export async function aDesk(given: Parameters<typeof testPorts>[0] = {}): Promise<TestDesk> {
  return deskOf(await testPorts(given))
}

/** The desk of ports that are there already. */
export function deskOf(ports: TestPorts): TestDesk {
  let setupSecret: string | undefined = SETUP_SECRET
  const asker: TestDesk['asker'] = (cookie, headers = {}) => ({
    ask: async (action, input = {}) => {
      const asked = request(action, input, { cookie, ...headers })
      const called = { request: asked, requestId: 'r-1', name: 'desk' } as const
      // As the function itself does: a fault is an answer, too.
      const work = () => handle({ ...ports, setupSecret }, asked, context(action))
      return read(await guard(ports, called, work))
    },
  })
  return {
    ...ports,
    setSetupSecret: (secret) => (setupSecret = secret),
    asker,
    firstClerk: (name = 'Ida') => signUp(asker, SETUP_SECRET, name),
    invited: async (by, role, name = 'Bo') => {
      const { secret } = (await by.ask('invite-person', { name, role })).body
      return signUp(asker, String(secret), name)
    },
  }
}

/** Signs up with a new passkey by the secret of a link. */
export async function signUp(
  asker: TestDesk['asker'],
  secret: string,
  name: string,
  device = anAuthenticator(),
): Promise<Colleague> {
  const { challenge } = (await asker().ask('begin-sign-up', { secret, name })).body
  const made = device.make(String(challenge))
  const said = await asker().ask('finish-sign-up', { secret, name, ...made })
  if (said.cookie === undefined) throw new Error(JSON.stringify(said.body))
  return { ...asker(said.cookie), device, cookie: said.cookie }
}

/** Signs in again with the same device, after a session is over. */
export async function signIn({ asker }: TestDesk, { device }: Colleague): Promise<Colleague> {
  const { challenge } = (await asker().ask('begin-sign-in')).body
  const said = await asker().ask('finish-sign-in', device.sign(String(challenge)))
  if (said.cookie === undefined) throw new Error(JSON.stringify(said.body))
  return { ...asker(said.cookie), device, cookie: said.cookie }
}

/** Asks for the passkey again. */
export async function confirm(colleague: Colleague): Promise<Said> {
  const { challenge } = (await colleague.ask('begin-confirm')).body
  return colleague.ask('finish-confirm', colleague.device.sign(String(challenge)))
}

/** A secret as a cookie has it, of nobody. */
export function aForgedCookie(): string {
  return `__Host-desk=${randomBytes(32).toString('base64url')}`
}

function request(
  action: string,
  input: unknown,
  headers: Readonly<Record<string, string | undefined>>,
): Request {
  const given = {
    ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    'accept-language': 'en',
    ...headers,
  }
  const named = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  )
  return new Request(`http://localhost/api/desk/${action}`, {
    method: 'POST',
    headers: named,
    body: JSON.stringify({ language: 'en', input }),
  })
}

/** The context of a production deploy, as Netlify and our host give it; the function reads no more of it. */
function context(action: string): Context {
  return {
    params: { action },
    deploy: { context: 'production' },
    ip: '10.0.0.1',
    requestId: 'r-1',
  } as unknown as Context
}

const BodySchema = v.record(v.string(), v.unknown())

async function read(response: Response): Promise<Said> {
  const cookies = response.headers.getSetCookie()
  const [cookie] = cookies.map((line) => line.split(';')[0])
  const body = v.parse(BodySchema, await response.json())
  return { status: response.status, body, cookie, cookies }
}
