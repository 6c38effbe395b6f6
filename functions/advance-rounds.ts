/**
 * Every five minutes: opens, closes and seals rounds by their dates.
 *
 * Use case: src/service/advance-rounds.ts. Called by the schedule only; it has no address.
 */
import type { Config, Context } from '@netlify/functions'
import { edge, live } from '../src/adapters/live.ts'
import { guard } from '../src/http/guard.ts'
import { json } from '../src/http/respond.ts'
import { advanceRounds } from '../src/service/advance-rounds.ts'
import type { Ports } from '../src/service/ports.ts'

export const config: Config = { schedule: '*/5 * * * *' }

export async function handle(ports: Ports): Promise<Response> {
  const steps = await advanceRounds(ports)
  return json(200, {
    steps: steps.map(({ round, step, result }) => ({ round, step, done: result.ok })),
  })
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'advance-rounds' }, async () =>
    handle(await live()),
  )
