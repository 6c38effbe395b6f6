/**
 * GET /api/rounds/:round/kiosk: a device asks whether it is a kiosk of the round, and whether voting is open.
 *
 * Use case: src/service/show-kiosk.ts.
 */
import type { Config, Context } from '@netlify/functions'
import { edge, live } from '../src/adapters/live.ts'
import { checkDeploy } from '../src/http/deploy.ts'
import { guard } from '../src/http/guard.ts'
import { readKioskRequest } from '../src/http/kiosk-request.ts'
import { makeReader } from '../src/http/reader.ts'
import { json, problem } from '../src/http/respond.ts'
import { showKiosk } from '../src/service/show-kiosk.ts'
import type { Ports } from '../src/service/ports.ts'

/** Each kiosk asks once a minute, and every few seconds while it has no connection. */
export const config: Config = {
  path: '/api/rounds/:round/kiosk',
  method: 'GET',
  rateLimit: { windowLimit: 240, windowSize: 60, aggregateBy: ['ip', 'domain'] },
}

export async function handle(ports: Ports, request: Request, context: Context): Promise<Response> {
  const { round: roundId = '' } = context.params
  const deploy = checkDeploy(request, context.deploy.context, ports.pages.siteUrl)
  const read = deploy.ok ? readKioskRequest(request) : deploy
  if (read.ok) return json(200, await showKiosk(ports, { roundId, secret: read.value }))
  return problem(makeReader(request, await ports.content.council()), read.error)
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'show-kiosk' }, async () =>
    handle(await live(), request, context),
  )
