/**
 * POST /api/rounds/:round/proposals: a resident sends in a proposal, by script or by a plain form.
 *
 * Use case: src/service/submit-proposal.ts.
 */
import type { Config, Context } from '@netlify/functions'
import { edge, live } from '../src/adapters/live.ts'
import { checkDeploy } from '../src/http/deploy.ts'
import { guard } from '../src/http/guard.ts'
import { answerAccepted, answerProposalRefusal } from '../src/http/proposal-answer.ts'
import { readProposalRequest } from '../src/http/proposal-request.ts'
import { makeReader } from '../src/http/reader.ts'
import type { Ports } from '../src/service/ports.ts'
import { submitProposal } from '../src/service/submit-proposal.ts'

export const config: Config = {
  path: '/api/rounds/:round/proposals',
  method: 'POST',
  rateLimit: { windowLimit: 20, windowSize: 60, aggregateBy: ['ip', 'domain'] },
}

export async function handle(ports: Ports, request: Request, context: Context): Promise<Response> {
  const read = await readProposalRequest(request)
  const language = read.ok ? read.value.language : undefined
  const reader = makeReader(request, await ports.content.council(), language)
  const place = { reader, round: context.params['round'] ?? '', pages: ports.pages }
  const deploy = checkDeploy(request, context.deploy.context, ports.pages.siteUrl)
  if (!deploy.ok) return answerProposalRefusal(place, deploy.error)
  if (!read.ok) return answerProposalRefusal(place, read.error)
  const content = await ports.content.round(place.round)
  const submission = read.value.parse(reader.language, content?.round)
  if (!submission.ok) return answerProposalRefusal(place, submission.error, read.value.sent)
  const sent = { roundId: place.round, submission: submission.value, address: context.ip }
  const accepted = await submitProposal(ports, sent)
  return accepted.ok
    ? answerAccepted(place, accepted.value, ports.pages.siteUrl)
    : answerProposalRefusal(place, accepted.error, read.value.sent)
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'submit-proposal' }, async () =>
    handle(await live(), request, context),
  )
