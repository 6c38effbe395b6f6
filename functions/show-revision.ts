/**
 * GET /submissions/:round/:key/edit: a proposer opens the form to change what was sent in, where the council asks for it.
 *
 * Use case: src/service/find-submission.ts.
 */
import type { Config, Context } from '@netlify/functions'
import { edge, live } from '../src/adapters/live.ts'
import { checkDeploy } from '../src/http/deploy.ts'
import { guard } from '../src/http/guard.ts'
import { answerProposalRefusal, answerSubmittedForm } from '../src/http/proposal-answer.ts'
import { makeReader } from '../src/http/reader.ts'
import { findSubmission } from '../src/service/find-submission.ts'
import type { Ports } from '../src/service/ports.ts'

export const config: Config = {
  path: '/submissions/:round/:key/edit',
  method: 'GET',
  rateLimit: { windowLimit: 60, windowSize: 60, aggregateBy: ['ip', 'domain'] },
}

export async function handle(ports: Ports, request: Request, context: Context): Promise<Response> {
  const { round = '', key = '' } = context.params
  const deploy = checkDeploy(request, context.deploy.context, ports.pages.siteUrl)
  const found = deploy.ok ? await findSubmission(ports, round, key) : deploy
  const language = found.ok ? found.value.submission.language : undefined
  const reader = makeReader(request, await ports.content.council(), language)
  const place = { reader, round, pages: ports.pages }
  return found.ok
    ? answerSubmittedForm(place, found.value, { key, origin: ports.pages.siteUrl })
    : answerProposalRefusal(place, found.error)
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'show-revision' }, async () =>
    handle(await live(), request, context),
  )
