/**
 * What the log says of a cast: words and numbers, and nothing of a voter.
 *
 * Talks to a store of its own. Invariant: every way that a cast can end is logged through the real logger.
 */
import { randomBytes } from 'node:crypto'
import type { Context } from '@netlify/functions'
import { afterEach, describe, expect, test } from 'vitest'
import { handle } from '../../functions/cast-ballot.ts'
import { makeLog } from '../../src/adapters/log.ts'
import { StoreUnavailable } from '../../src/domain/fault.ts'
import { receiptOf } from '../../src/domain/receipt.ts'
import { makeToken, markOf, useOf } from '../../src/domain/token.ts'
import { guard } from '../../src/http/guard.ts'
import type { Ports } from '../../src/service/ports.ts'
import { forms } from '../proofs/faults-canaries.ts'
import { aRound } from '../support/builders.ts'
import { votingPorts } from '../support/ports.ts'

const ADDRESS = '192.0.2.77'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

async function voting() {
  const ports = await votingPorts(1)
  opened.push(ports)
  const lines: string[] = []
  const log = makeLog((line) => void lines.push(line))
  const token = ports.letters[0]!.token
  const nonce = randomBytes(16)
  const { digest } = (await ports.content.round('spring')) ?? { digest: '' }
  const body = {
    token,
    nonce: nonce.toString('base64url'),
    choices: ['park'],
    ballotDigest: digest,
  }
  const mark = markOf('spring', token)
  const values = {
    code: token,
    'code in small letters': token.toLowerCase(),
    nonce,
    receipt: receiptOf('spring', nonce),
    address: ADDRESS,
    use: useOf('spring', token),
    mark,
    'stored mark': ports.keys.storedMark(aRound().id, mark),
    ballot: '["park"]',
    choice: 'park',
    serial: ports.letters[0]!.serial,
  }
  const secrets = Object.entries(values).flatMap(([what, value]) => inEveryForm(what, value))
  return { ports: { ...ports, log }, lines, body, secrets }
}

type Secret = { readonly what: string; readonly text: string }

/** As it is, in hex, base64 and base64url, and the first six letters of each. */
function inEveryForm(what: string, value: string | Uint8Array): readonly Secret[] {
  const whole = forms(what, value)
  return [...whole, ...whole.map(({ text }) => ({ what, text: text.slice(0, 6) }))]
}

/** Which secrets the lines hold. */
function foundIn(lines: readonly string[], secrets: readonly Secret[]): readonly string[] {
  const said = lines.join('\n')
  return [...new Set(secrets.filter(({ text }) => said.includes(text)).map(({ what }) => what))]
}

async function send(ports: Ports, body: object, requestId = 'r-1'): Promise<number> {
  const request = new Request('http://localhost/api/rounds/spring/ballots', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': ADDRESS },
    body: JSON.stringify(body),
  })
  const known = { params: { round: 'spring' }, deploy: { context: 'production' }, ip: ADDRESS }
  // A test gives no more of the platform's context than the handler reads.
  const context = { ...known, requestId } as unknown as Context
  const called = { request, requestId, name: 'cast-ballot' } as const
  const response = await guard(ports, called, () => handle(ports, request, context))
  return response.status
}

describe('the log of a cast', () => {
  test('holds a request id, an outcome and milliseconds, and no token, mark, ballot, receipt or address', async () => {
    const { ports, lines, body, secrets } = await voting()
    const broken = (fault: Error): Ports => ({
      ...ports,
      box: { ...ports.box, cast: () => Promise.reject(fault) },
    })
    const texts = secrets.map(({ text }) => text)
    const leaky = new Error(`${texts.join(' ')}\n    at ${texts[0]} (${texts[3]}:1:1)`)
    leaky.name = texts[0] ?? ''
    expect(await send(ports, { ...body, choices: ['nothing-here'] })).toBe(422)
    expect(await send(broken(new StoreUnavailable('no answer', { cause: leaky })), body)).toBe(503)
    expect(await send(broken(leaky), body)).toBe(500)
    expect(await send(ports, body)).toBe(201)
    expect(await send(ports, body)).toBe(201)
    expect(await send(ports, { ...body, choices: ['bench'] })).toBe(409)
    expect(await send(ports, { ...body, token: makeToken(randomBytes(10)) })).toBe(403)
    expect(await send(ports, { ...body, token: 'rubbish' }, texts[0])).toBe(403)
    const said = lines.join('\n')
    for (const outcome of ['recorded', 'token-used', 'token-unknown', 'not-confirmed'])
      expect(said).toContain(`"outcome":"${outcome}"`)
    expect(said).toMatch(/"event":"cast-ballot","request":"r-1","ms":\d+,"status":201/)
    expect(foundIn(lines, secrets)).toEqual([])
  })

  test('is found to hold any of them in any form, where a line does', async () => {
    const { secrets } = await voting()
    // Eight texts in four forms and three byte strings in three, and the first six letters of each form.
    expect(secrets).toHaveLength((8 * 4 + 3 * 3) * 2)
    const missed = secrets.filter(
      ({ what, text }) => !foundIn([`{"level":"info","round":"${text}"}`], secrets).includes(what),
    )
    expect(missed).toEqual([])
  })

  test('names the rows that keep a result back, and nothing in their place', () => {
    const lines: string[] = []
    const log = makeLog((line) => void lines.push(line))
    const say = (rows: string) =>
      log.fault('result-not-published', undefined, { round: 'spring', why: 'not-reconciled', rows })
    say('used, ballots')
    say('used, SECRET')
    const start = '{"level":"fault","event":"result-not-published","round":"spring"'
    expect(lines).toEqual([
      `${start},"why":"not-reconciled","rows":"used, ballots"}`,
      `${start},"why":"not-reconciled"}`,
    ])
  })

  test('prints no word that is not of its vocabulary, whoever hands it over', () => {
    const lines: string[] = []
    const log = makeLog((line) => void lines.push(line))
    const fields: object = {
      token: 'SECRET',
      round: 'SECRET CODE',
      outcome: 'SECRET',
      ms: 3,
      n: 'x',
    }
    const name: string = 'SECRET'
    // What a program in another language could pass.
    log.event(name as 'cast', fields)
    log.fault(name as 'cast', 'SECRET', fields)
    expect(lines).toEqual([
      '{"level":"info","event":"other","ms":3}',
      '{"level":"fault","event":"other","ms":3,"fault":"unknown"}',
    ])
  })
})
