/**
 * Invoking functions of the deploy that is live: for a visitor, or at its time.
 *
 * Talks to the functions. Invariant: what a visitor's function throws is logged with the request id and
 * answered without detail. Decided in docs/decisions/0007.
 */
import { randomUUID } from 'node:crypto'
import type { Log } from '../../service/ports-log.ts'
import type { Deploy, LoadedFunction } from './deploy.ts'
import { callFunction, type FunctionCall } from './function-call.ts'
import { nextRunAt } from './schedules.ts'

export type Running = {
  /** The one that new requests go to. */
  deploy: Deploy
  readonly siteUrl: string
  readonly log: Log
  /** Work that functions left to be done after their answer. */
  readonly afterwards: Set<Promise<void>>
}

export type Invocation = Pick<FunctionCall, 'request' | 'params' | 'ip' | 'requestId'>

/** The function's answer, or 500. */
export async function answerByFunction(
  running: Running,
  one: LoadedFunction,
  invocation: Invocation,
): Promise<Response> {
  try {
    const response = await invoke(running, one, invocation)
    if (response === undefined) throw new TypeError('a function answered with nothing')
    return response
  } catch (fault) {
    const { requestId } = invocation
    running.log.fault('function-failed', fault, { function: one.name, request: requestId })
    return new Response('Internal error\n', { status: 500 })
  }
}

/** Runs a scheduled function now. Throws what it throws, and where it answers with a fault. */
export async function runSchedule(running: Running, name: string): Promise<void> {
  const one = running.deploy.functions.find((candidate) => candidate.name === name)
  if (one?.schedule === undefined)
    throw new RangeError(`no function with a schedule is called ${name}`)
  const next = nextRunAt(one.schedule, new Date()).toISOString()
  const request = new Request(`${running.siteUrl}/.netlify/functions/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ next_run: next }),
  })
  const invocation = { request, params: {}, ip: '127.0.0.1', requestId: randomUUID() }
  const response = await invoke(running, one, invocation)
  if (response && !response.ok) throw new Error(`${name} answered ${response.status}`)
}

function invoke(
  running: Running,
  one: LoadedFunction,
  invocation: Invocation,
): Promise<Response | undefined> {
  const { siteUrl, log, afterwards, deploy } = running
  const { headers } = invocation.request
  headers.set('x-nf-client-connection-ip', invocation.ip)
  headers.set('x-nf-request-id', invocation.requestId)
  function waitUntil(work: Promise<unknown>): void {
    const done: Promise<void> = work
      .then(() => undefined)
      .catch((fault: unknown) => log.fault('afterwards-failed', fault, { function: one.name }))
      .finally(() => afterwards.delete(done))
    afterwards.add(done)
  }
  return callFunction(one.handler, { ...invocation, siteUrl, deployId: deploy.id, waitUntil })
}
