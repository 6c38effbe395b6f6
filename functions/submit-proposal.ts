/**
 * POST /api/rounds/:round/proposals: a resident sends in a proposal, by script or by a plain form.
 *
 * Use case: src/service/submit-proposal.ts.
 */
import type { Config, Context } from '@netlify/functions'
import { liveWithPictures } from '../src/adapters/live-pictures.ts'
import { edge } from '../src/adapters/live.ts'
import { checkDeploy } from '../src/http/deploy.ts'
import { guard } from '../src/http/guard.ts'
import { answerAccepted, answerProposalRefusal } from '../src/http/proposal-answer.ts'
import { readProposalRequest } from '../src/http/proposal-request.ts'
import { makeReader } from '../src/http/reader.ts'
import type { PicturePorts } from '../src/service/ports-pictures.ts'
import { submitProposal } from '../src/service/submit-proposal.ts'

export const config: Config = {
  path: '/api/rounds/:round/proposals',
  method: 'POST',
  rateLimit: { windowLimit: 20, windowSize: 60, aggregateBy: ['ip', 'domain'] },
}

export async function handle(
  ports: PicturePorts,
  request: Request,
  context: Context,
): Promise<Response> {
  const read = await readProposalRequest(request)
  const language = read.ok ? read.value.language : undefined
  const reader = makeReader(request, await ports.content.council(), language)
  const place = { reader, round: context.params['round'] ?? '', pages: ports.pages }
  const deploy = checkDeploy(request, context.deploy.context, ports.pages.siteUrl)
  if (!deploy.ok) return answerProposalRefusal(place, deploy.error)
  if (!read.ok) return answerProposalRefusal(place, read.error)
  const content = await ports.content.round(place.round)
  const parsed = read.value.parse(reader.language, content?.round)
  if (!parsed.ok) return answerProposalRefusal(place, parsed.error, read.value.sent)
  const { text: submission, picture } = parsed.value
  const sent = { roundId: place.round, submission, picture, address: context.ip }
  const accepted = await submitProposal(ports, sent)
  return accepted.ok
    ? answerAccepted(place, accepted.value, ports.pages.siteUrl)
    : answerProposalRefusal(place, accepted.error, read.value.sent)
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'submit-proposal' }, async () =>
    handle(await liveWithPictures(), request, context),
  )
