/**
 * GET /api/rounds/:round/opening: a receipt page asks for the key that signs receipts.
 *
 * Use case: src/service/find-opening.ts.
 */
import type { Config, Context } from '@netlify/functions'
import { edge, live } from '../src/adapters/live.ts'
import { guard } from '../src/http/guard.ts'
import { makeReader } from '../src/http/reader.ts'
import { problem, shared } from '../src/http/respond.ts'
import { findOpening } from '../src/service/find-opening.ts'
import type { Ports } from '../src/service/ports.ts'

export const config: Config = {
  path: '/api/rounds/:round/opening',
  method: 'GET',
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
}

export async function handle(ports: Ports, request: Request, context: Context): Promise<Response> {
  const opening = await findOpening(ports, context.params['round'] ?? '')
  if (opening.ok) return shared(opening.value)
  return problem(makeReader(request, await ports.content.council()), opening.error)
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'show-opening' }, async () =>
    handle(await live(), request, context),
  )
