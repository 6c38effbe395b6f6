import type { Context } from '@netlify/functions'
import { afterEach, describe, expect, test } from 'vitest'
import { handle } from '../../functions/submit-proposal.ts'
import { aRound } from '../support/builders.ts'
import { testPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

async function open() {
  const now = Date.parse('2027-03-10T12:00:00Z')
  const ports = await testPorts({ now, round: aRound({ lot: undefined }) })
  opened.push(ports)
  return ports
}

/** The context of a production deploy, as Netlify and our host give it; a test reads no more of it. */
const context = {
  params: { round: 'spring' },
  deploy: { context: 'production' },
  ip: '10.0.0.1',
  requestId: 'r-1',
} as unknown as Context

const PROPOSAL = {
  title: 'A herb garden',
  summary: 'Herbs for everyone who cooks.',
  description: 'Twelve pots by the school kitchen, watered by class 5.',
  proposerKind: 'group',
  proposerName: 'Class 5',
  contactName: 'Somebody Private',
  contact: 'private@example.org',
}

const KINDS = [
  ['a form', (fields: object) => post(new URLSearchParams({ ...fields, cost: '4,500' }))],
  [
    'JSON',
    (fields: object) =>
      post(JSON.stringify({ ...fields, cost: 4_500 }), { 'Content-Type': 'application/json' }),
  ],
] as const

function post(body: string | URLSearchParams, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/api/rounds/spring/proposals', {
    method: 'POST',
    headers: { Accept: 'application/json', ...headers },
    body,
  })
}

describe.each(KINDS)('submit-proposal, sent as %s', (_, send) => {
  test('takes in a proposal whose hidden field is empty', async () => {
    const ports = await open()
    expect((await handle(ports, send({ ...PROPOSAL, website: '' }), context)).status).toBe(201)
    expect((await handle(ports, send(PROPOSAL), context)).status).toBe(201)
    expect(await ports.inbox.list(aRound().id)).toHaveLength(2)
  })

  test('refuses one whose hidden field was filled in, as only a program does', async () => {
    const ports = await open()
    const website = 'https://spam.example'
    const response = await handle(ports, send({ ...PROPOSAL, website }), context)
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { code: 'submission-invalid', details: { website: 'not-empty' } },
    ])
    expect(await ports.inbox.list(aRound().id)).toEqual([])
  })
})
