/**
 * One call of a function: its context, its answer, and what it leaves to be done afterwards.
 *
 * Talks to the bundled function. Invariant: a function sees the same context as at Netlify, and nothing
 * about the visitor that Netlify would not show it. Decided in docs/decisions/0007.
 */
import type { Context } from '@netlify/functions'
import * as v from 'valibot'
import { makeCookies } from './cookies.ts'

/** A bundled function's module. */
export const FunctionModuleSchema = v.looseObject({ default: v.function() })

export type Handler = v.InferOutput<typeof FunctionModuleSchema>['default']

export type FunctionCall = {
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly ip: string
  readonly requestId: string
  readonly siteUrl: string
  readonly deployId: string
  waitUntil(work: Promise<unknown>): void
}

/** Calls the function; undefined where it answers nothing. Throws what it throws. */
export async function callFunction(
  handler: Handler,
  call: FunctionCall,
): Promise<Response | undefined> {
  const { cookies, lines } = makeCookies(call.request.headers.get('cookie'))
  const answer = await handler(call.request, makeContext(call, cookies))
  if (answer === undefined) return undefined
  if (!(answer instanceof Response)) throw new TypeError('a function answered with no Response')
  if (lines.length === 0) return answer
  const response = new Response(answer.body, answer)
  for (const line of lines) response.headers.append('Set-Cookie', line)
  return response
}

function makeContext(call: FunctionCall, cookies: Context['cookies']): Context {
  const onlyAtTheEdge = () => Promise.reject(new Error('only an edge function can do this'))
  return {
    account: { id: 'local' },
    cookies,
    deploy: { context: 'production', id: call.deployId, published: true },
    geo: {},
    ip: call.ip,
    json: (input) => Response.json(input),
    log: (...words) => console.log(...words),
    next: onlyAtTheEdge,
    params: { ...call.params },
    requestId: call.requestId,
    rewrite: onlyAtTheEdge,
    server: {},
    site: { id: 'local', name: 'local', url: call.siteUrl },
    url: new URL(call.request.url),
    waitUntil: (work) => call.waitUntil(work),
  }
}
