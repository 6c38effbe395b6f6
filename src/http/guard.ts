/**
 * The guard around every function: faults are logged by a request id and answered without detail.
 *
 * Pure over a Request. Invariant: a fault is never shown as success; its text never leaves, but for the
 * names of settings that are missing.
 * Decided in docs/decisions/0001.
 */
import type { Council } from '../domain/council.ts'
import { NotConfigured, PublishFailed, StoreUnavailable } from '../domain/fault.ts'
import type { LogEvent, LogFields } from '../domain/log-words.ts'
import { fillPage } from './page.ts'
import { makeReader, UNKNOWN_COUNCIL, type Reader } from './reader.ts'
import { html, plain, problemJson } from './respond.ts'

/** What a fault's answer needs of the outside: a log, and a built page if there is one. */
export type Edge = {
  readonly log: {
    event(name: LogEvent, fields: LogFields): void
    fault(name: LogEvent, fault: unknown, fields: LogFields): void
  }
  readonly pages: { read(address: string): Promise<string | undefined> }
}

type Called = { readonly request: Request; readonly requestId: string; readonly name: LogEvent }

/** Runs a function's work; logs its outcome and milliseconds, never what was sent. */
export async function guard(
  edge: Edge,
  called: Called,
  work: () => Promise<Response>,
): Promise<Response> {
  const started = performance.now()
  const fields = () => ({ request: called.requestId, ms: Math.round(performance.now() - started) })
  try {
    const response = await work()
    edge.log.event(called.name, { ...fields(), status: response.status })
    return response
  } catch (fault) {
    edge.log.fault(called.name, fault, fields())
    return answerFault(edge, called.request, fault)
  }
}

/** Faults that pass by themselves or by a setting are 503; all others are our mistake. */
const TEMPORARY = [StoreUnavailable, NotConfigured, PublishFailed]

async function answerFault(edge: Edge, request: Request, fault: unknown): Promise<Response> {
  const temporary = TEMPORARY.some((kind) => fault instanceof kind)
  const silent = fault instanceof PublishFailed ? 'unpublished' : 'unavailable'
  const reader = makeReader(request, UNKNOWN_COUNCIL)
  const { title, sentence } = reader.words.faults[temporary ? silent : 'unexpected']
  const status = temporary ? 503 : 500
  const detail = [sentence({}, reader.format), settingNamed(fault)].filter(Boolean).join(' ')
  if (!reader.page) return problemJson(status, { title, detail, code: 'fault' })
  const page = await problemPage(edge, reader)
  if (page === undefined) return plain(status, `${title}\n\n${detail}\n`)
  return html(status, fillPage(page, { texts: { title, sentence: detail } }))
}

/** Only a missing setting is named: the clerk who reads it can mend it, and a name is no secret. */
function settingNamed(fault: unknown): string | undefined {
  return fault instanceof NotConfigured ? `(${fault.message})` : undefined
}

async function problemPage({ pages }: Edge, reader: Reader): Promise<string | undefined> {
  const languages: readonly Council['languages'][number][] = [
    reader.language,
    ...UNKNOWN_COUNCIL.languages,
  ]
  for (const language of languages) {
    const page = await pages.read(`/${language}/problem/`)
    if (page !== undefined) return page
  }
  return undefined
}
