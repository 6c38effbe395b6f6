/**
 * POST /api/desk/:action: whatever a clerk or a teller asks of the desk.
 *
 * Use case: src/service/desk/answer-desk.ts, which asks the one of the action; the table of all actions is
 * src/domain/desk-action.ts.
 */
import type { Config, Context } from '@netlify/functions'
import { liveWithPictures } from '../src/adapters/live-pictures.ts'
import { edge } from '../src/adapters/live.ts'
import { checkDeploy } from '../src/http/deploy.ts'
import { answerDeskCall } from '../src/http/desk-answer.ts'
import { readDeskRequest } from '../src/http/desk-request.ts'
import { guard } from '../src/http/guard.ts'
import { makeReader } from '../src/http/reader.ts'
import { answerDesk } from '../src/service/desk/answer-desk.ts'
import type { PicturePorts } from '../src/service/ports-pictures.ts'

export const config: Config = {
  path: '/api/desk/:action',
  method: 'POST',
  rateLimit: { windowLimit: 240, windowSize: 60, aggregateBy: ['ip', 'domain'] },
}

export async function handle(
  ports: PicturePorts,
  request: Request,
  context: Context,
): Promise<Response> {
  const deploy = checkDeploy(request, context.deploy.context, ports.pages.siteUrl)
  const call = await readDeskRequest(request, context.params['action'] ?? '')
  const language = call.ok ? call.value.language : undefined
  const reader = makeReader(request, await ports.content.council(), language)
  if (!deploy.ok) return answerDeskCall(reader, deploy)
  if (!call.ok) return answerDeskCall(reader, call)
  const { action, input, secret } = call.value
  return answerDeskCall(
    reader,
    await answerDesk(ports, { action, input, secret, address: context.ip }),
  )
}

export default (request: Request, context: Context) =>
  guard(edge, { request, requestId: context.requestId, name: 'desk' }, async () =>
    handle(await liveWithPictures(), request, context),
  )
