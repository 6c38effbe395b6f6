/**
 * POST /api/rounds/:round/kiosk/ballots: a voter casts a ballot at a kiosk.
 *
 * Use case: src/service/cast-at-kiosk.ts.
 */
import type { Config, Context } from '@netlify/functions'
import { edge, live } from '../src/adapters/live.ts'
import { answerKioskBallot } from '../src/http/kiosk-answer.ts'
import { readKioskBallot } from '../src/http/kiosk-request.ts'
import { checkDeploy } from '../src/http/deploy.ts'
import { guard } from '../src/http/guard.ts'
import { castAtKiosk } from '../src/service/cast-at-kiosk.ts'
import type { Ports } from '../src/service/ports.ts'

/** A hall has one address: as much as many kiosks side by side can need. */
export const config: Config = {
  path: '/api/rounds/:round/kiosk/ballots',
  method: 'POST',
  rateLimit: { windowLimit: 240, windowSize: 60, aggregateBy: ['ip', 'domain'] },
}

export async function handle(ports: Ports, request: Request, context: Context): Promise<Response> {
  const { round: roundId = '' } = context.params
  const deploy = checkDeploy(request, context.deploy.context, ports.pages.siteUrl)
  const read = deploy.ok ? await readKioskBallot(request) : deploy
  return answerKioskBallot(request, await ports.content.council(), read, (ballot) =>
    castAtKiosk(ports, { ...ballot, roundId }),
  )
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'cast-at-kiosk' }, async () =>
    handle(await live(), request, context),
  )
