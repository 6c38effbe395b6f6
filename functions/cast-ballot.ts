/**
 * POST /api/rounds/:round/ballots: a voter casts a ballot, by script or by a plain form.
 *
 * Use case: src/service/cast-ballot.ts; a form is first shown back by src/service/review-ballot.ts.
 */
import type { Config, Context } from '@netlify/functions'
import { edge, live } from '../src/adapters/live.ts'
import { answerBallot } from '../src/http/ballot-answer.ts'
import { readBallotRequest, UNREAD } from '../src/http/ballot-request.ts'
import { checkDeploy } from '../src/http/deploy.ts'
import { guard } from '../src/http/guard.ts'
import { makeReader } from '../src/http/reader.ts'
import { castBallot } from '../src/service/cast-ballot.ts'
import type { Ports } from '../src/service/ports.ts'
import { reviewBallot } from '../src/service/review-ballot.ts'

/** Generous: a village hall votes from one address. It keeps a flood from using up the store's month. */
export const config: Config = {
  path: '/api/rounds/:round/ballots',
  method: 'POST',
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
}

export async function handle(ports: Ports, request: Request, context: Context): Promise<Response> {
  const { round = '' } = context.params
  const read = await readBallotRequest(request)
  const asked = read.ok ? read.value : UNREAD
  const reader = makeReader(request, await ports.content.council(), asked.language)
  const deploy = checkDeploy(request, context.deploy.context, ports.pages.siteUrl)
  const place = { ...asked, reader, round, pages: ports.pages }
  return answerBallot(place, deploy.ok ? read : deploy, {
    review: (ballot) => reviewBallot(ports, { ...ballot, roundId: round }),
    cast: (ballot) =>
      castBallot(ports, { ...ballot, roundId: round, channel: 'online', address: context.ip }),
  })
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'cast-ballot' }, async () =>
    handle(await live(), request, context),
  )
