import type { Context } from '@netlify/functions'
import { afterEach, describe, expect, test } from 'vitest'
import * as castAtKiosk from '../../functions/cast-at-kiosk.ts'
import * as castBallot from '../../functions/cast-ballot.ts'
import * as showKiosk from '../../functions/show-kiosk.ts'
import * as showOpening from '../../functions/show-opening.ts'
import * as showSubmission from '../../functions/show-submission.ts'
import * as submitProposal from '../../functions/submit-proposal.ts'
import * as withdrawSubmission from '../../functions/withdraw-submission.ts'
import { PAGE_HEADERS } from '../../src/http/headers.ts'
import { testPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

/** Every function that a stranger can call; tests/functions/routes.test.ts holds that there are no others. */
const FUNCTIONS = [
  ['cast-at-kiosk', castAtKiosk, 'POST'],
  ['cast-ballot', castBallot, 'POST'],
  ['show-kiosk', showKiosk, 'GET'],
  ['show-opening', showOpening, 'GET'],
  ['show-submission', showSubmission, 'GET'],
  ['submit-proposal', submitProposal, 'POST'],
  ['withdraw-submission', withdrawSubmission, 'POST'],
] as const

/** As Netlify and our host give it; the handlers read no more of it. */
const context = {
  params: { round: 'spring', key: 'nothing' },
  deploy: { context: 'production' },
  ip: '10.0.0.1',
  requestId: 'r-1',
} as unknown as Context

const asked = (method: 'GET' | 'POST', accept: string, type = 'application/json') =>
  new Request('http://localhost/api', {
    method,
    headers: { Accept: accept, 'Content-Type': type },
    ...(method === 'POST' && { body: type === 'application/json' ? '{}' : 'lang=en' }),
  })

/** How a person's browser and a script ask. */
const READERS = [
  ['a page', 'text/html', 'application/x-www-form-urlencoded'],
  ['data', 'application/json', 'application/json'],
] as const

function check(response: Response): void {
  const headers = Object.fromEntries(response.headers)
  for (const [name, value] of Object.entries(PAGE_HEADERS))
    expect(headers).toMatchObject({ [name.toLowerCase()]: value })
  expect(headers['set-cookie']).toBeUndefined()
  expect(headers['access-control-allow-origin']).toBeUndefined()
  expect(headers['cache-control']).toMatch(/^no-store$|^public, max-age=60$/)
  if (response.body) expect(headers['content-type']).toMatch(/; charset=utf-8$/)
}

describe.each(FUNCTIONS)('an answer of %s', (_, { handle, default: whole }, method) => {
  test.each(READERS)('has every security header, as %s', async (_, accept, type) => {
    const ports = await testPorts({ now: 0 })
    opened.push(ports)
    check(await handle(ports, asked(method, accept, type), context))
  })

  test.each(READERS)('has them where something is broken, as %s', async (_, accept, type) => {
    const response = await whole(asked(method, accept, type), context)
    expect(response.status).toBe(503)
    check(response)
  })
})
