/**
 * What Upstash counts of a month, from a server that answers as its Developer API does, and badly.
 *
 * Talks to a server of this machine. Invariant: no answer, or a strange one, is no number.
 */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { makeUpstashPlan } from '../../src/adapters/upstash/plan.ts'

const closing: (() => unknown)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

const asked: string[] = []

async function commands(answer: (response: ServerResponse) => unknown) {
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
    answer(response)
  }).listen(0, '127.0.0.1')
  closing.push(
    () => server.close(),
    () => server.closeAllConnections(),
  )
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const plan = makeUpstashPlan({
    ...{ apiUrl: `http://127.0.0.1:${address.port}`, email: 'clerk@council.example' },
    ...{ apiKey: 'key', database: 'a-b-1', timeoutMs: 200 },
  })
  return plan.commandsThisMonth()
}

describe('commandsThisMonth', () => {
  test('is what the statistics of the database say', async () => {
    const stats = { daily_net_commands: 4, total_monthly_requests: 123_456, days: ['Monday'] }
    expect(await commands((response) => response.end(JSON.stringify(stats)))).toBe(123_456)
    const basic = Buffer.from('clerk@council.example:key').toString('base64')
    expect(asked).toEqual([`GET /v2/redis/stats/a-b-1 Basic ${basic}`])
  })

  test.each<[string, (response: ServerResponse) => unknown]>([
    ['a refusal', (response) => response.writeHead(401).end('{"total_monthly_requests":1}')],
    ['another form', (response) => response.end('{"total_monthly_requests":"many"}')],
    ['a page', (response) => response.end('<html>')],
    ['a redirect', (response) => response.writeHead(302, { location: '/' }).end()],
    ['an answer that never comes', () => undefined],
  ])('is not known from %s', async (_, answer) => {
    expect(await commands(answer)).toBeUndefined()
  })
})
