/**
 * POST /submissions/:round/:key/withdraw: a proposer withdraws the submission behind the private link.
 *
 * Use case: src/service/withdraw-submission.ts.
 */
import type { Config, Context } from '@netlify/functions'
import { edge, live } from '../src/adapters/live.ts'
import { checkDeploy } from '../src/http/deploy.ts'
import { guard } from '../src/http/guard.ts'
import { answerProposalRefusal, answerSubmission } from '../src/http/proposal-answer.ts'
import { readBody } from '../src/http/read.ts'
import { makeReader } from '../src/http/reader.ts'
import type { Ports } from '../src/service/ports.ts'
import { withdrawSubmission } from '../src/service/withdraw-submission.ts'

export const config: Config = {
  path: '/submissions/:round/:key/withdraw',
  method: 'POST',
  rateLimit: { windowLimit: 20, windowSize: 60, aggregateBy: ['ip', 'domain'] },
}

export async function handle(ports: Ports, request: Request, context: Context): Promise<Response> {
  const { round = '', key = '' } = context.params
  const deploy = checkDeploy(request, context.deploy.context, ports.pages.siteUrl)
  const asked = deploy.ok ? await readBody(request) : deploy
  const outcome = asked.ok ? await withdrawSubmission(ports, round, key) : asked
  const language = outcome.ok ? outcome.value.submission.language : undefined
  const reader = makeReader(request, await ports.content.council(), language)
  const place = { reader, round, pages: ports.pages }
  return outcome.ok
    ? answerSubmission(place, outcome.value, { key, origin: ports.pages.siteUrl })
    : answerProposalRefusal(place, outcome.error)
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'withdraw-submission' }, async () =>
    handle(await live(), request, context),
  )
