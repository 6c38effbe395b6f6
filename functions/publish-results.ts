/**
 * Every five minutes, a minute after rounds advance: publishes the sums that are missing of sealed rounds.
 *
 * Use case: src/service/publish-results.ts. Called by the schedule only; it has no address.
 */
import type { Config, Context } from '@netlify/functions'
import { edge, live } from '../src/adapters/live.ts'
import { guard } from '../src/http/guard.ts'
import { json } from '../src/http/respond.ts'
import type { Ports } from '../src/service/ports.ts'
import { publishResults } from '../src/service/publish-results.ts'

export const config: Config = { schedule: '1-56/5 * * * *' }

export async function handle(ports: Ports): Promise<Response> {
  return json(200, { steps: await publishResults(ports) })
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'publish-results' }, async () =>
    handle(await live()),
  )
