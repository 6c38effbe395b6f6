/**
 * POST /submissions/:round/:key/edit: a proposer sends a submission in again, changed at the council's wish.
 *
 * Use case: src/service/revise-submission.ts.
 */
import type { Config, Context } from '@netlify/functions'
import { liveWithPictures } from '../src/adapters/live-pictures.ts'
import { edge } from '../src/adapters/live.ts'
import { checkDeploy } from '../src/http/deploy.ts'
import { guard } from '../src/http/guard.ts'
import {
  answerProposalRefusal,
  answerRevision,
  answerAccepted,
} from '../src/http/proposal-answer.ts'
import { readProposalRequest } from '../src/http/proposal-request.ts'
import { makeReader } from '../src/http/reader.ts'
import { findSubmission } from '../src/service/find-submission.ts'
import type { PicturePorts } from '../src/service/ports-pictures.ts'
import { reviseSubmission } from '../src/service/revise-submission.ts'

export const config: Config = {
  path: '/submissions/:round/:key/edit',
  method: 'POST',
  rateLimit: { windowLimit: 20, windowSize: 60, aggregateBy: ['ip', 'domain'] },
}

export async function handle(
  ports: PicturePorts,
  request: Request,
  context: Context,
): Promise<Response> {
  const { round = '', key = '' } = context.params
  const read = await readProposalRequest(request)
  const language = read.ok ? read.value.language : undefined
  const reader = makeReader(request, await ports.content.council(), language)
  const place = { reader, round, pages: ports.pages }
  const deploy = checkDeploy(request, context.deploy.context, ports.pages.siteUrl)
  if (!deploy.ok) return answerProposalRefusal(place, deploy.error)
  if (!read.ok) return answerProposalRefusal(place, read.error)
  const found = await findSubmission(ports, round, key)
  if (!found.ok) return answerProposalRefusal(place, found.error)
  const content = await ports.content.round(round)
  const { sent } = read.value
  const kept = found.value.submission.picture
  const parsed = read.value.parseRevision(reader.language, content?.round, kept)
  if (!parsed.ok) return answerRevision(place, found.value, { key, sent, refusal: parsed.error })
  const revised = await reviseSubmission(ports, { roundId: round, key, ...parsed.value })
  return revised.ok
    ? answerAccepted(place, { key, stored: revised.value }, ports.pages.siteUrl)
    : answerRevision(place, found.value, { key, sent, refusal: revised.error })
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'revise-submission' }, async () =>
    handle(await liveWithPictures(), request, context),
  )
