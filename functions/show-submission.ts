/**
 * GET /submissions/:round/:key: a proposer looks at the submission behind the private link.
 *
 * Use case: src/service/find-submission.ts.
 */
import type { Config, Context } from '@netlify/functions'
import { edge, live } from '../src/adapters/live.ts'
import { checkDeploy } from '../src/http/deploy.ts'
import { guard } from '../src/http/guard.ts'
import { answerProposalRefusal, answerSubmission } from '../src/http/proposal-answer.ts'
import { makeReader } from '../src/http/reader.ts'
import { findSubmission } from '../src/service/find-submission.ts'
import type { Ports } from '../src/service/ports.ts'

export const config: Config = {
  path: '/submissions/:round/:key',
  method: 'GET',
  rateLimit: { windowLimit: 60, windowSize: 60, aggregateBy: ['ip', 'domain'] },
}

export async function handle(ports: Ports, request: Request, context: Context): Promise<Response> {
  const { round = '', key = '' } = context.params
  const received = new URL(request.url).searchParams.has('received')
  const deploy = checkDeploy(request, context.deploy.context, ports.pages.siteUrl)
  const found = deploy.ok ? await findSubmission(ports, round, key) : deploy
  const language = found.ok ? found.value.submission.language : undefined
  const reader = makeReader(request, await ports.content.council(), language)
  const place = { reader, round, pages: ports.pages }
  return found.ok
    ? answerSubmission(place, found.value, { key, origin: ports.pages.siteUrl, received })
    : answerProposalRefusal(place, found.error)
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'show-submission' }, async () =>
    handle(await live(), request, context),
  )
