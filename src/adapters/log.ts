/**
 * The log: one JSON line an event, with words and numbers that say nothing about a person.
 *
 * Talks to the line writer it is given. Invariant: a word that is not of the vocabulary is not printed,
 * and a fault is logged by its name and its own fixed message, never by the text of another system.
 * Decided in docs/decisions/0001 and 0014.
 */
import { CLERK_REFUSAL_CODES } from '../domain/clerk-refusal.ts'
import { BoardDiffers, NotConfigured, PublishFailed, StoreUnavailable } from '../domain/fault.ts'
import { LOG_EVENTS, type LogFields } from '../domain/log-words.ts'
import { HALL_ROWS } from '../domain/hall-reconciliation.ts'
import { RECONCILIATION_ROWS } from '../domain/reconciliation.ts'
import { REFUSAL_CODES } from '../domain/refusal.ts'
import type { Log } from '../service/ports-log.ts'

/** Ids of requests as the platform, our own host and tests make them: no code or receipt has these forms. */
const REQUEST = /^(?:r-\d{1,9}|[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const ROWS: readonly string[] = [...RECONCILIATION_ROWS, ...HALL_ROWS]

const WORDS: Readonly<Record<string, (text: string) => boolean>> = {
  request: (text) => REQUEST.test(text),
  round: (text) => /^[a-z0-9-]{1,64}$/.test(text),
  function: (text) => /^[a-z]+(?:-[a-z]+)*$/.test(text),
  outcome: (text) => text === 'recorded' || REFUSAL_CODES.some((code) => code === text),
  rows: (text) => text.split(', ').every((row) => ROWS.includes(row)),
  why: (text) => CLERK_REFUSAL_CODES.some((code) => code === text),
}
const NUMBERS = ['ms', 'status', 'n']

/** Makes the port; `write` takes one line, `onlyFaults` is asked at each event. */
export function makeLog(write: (line: string) => void, onlyFaults = () => false): Log {
  const line = (level: 'info' | 'fault', name: string, fields: object) => {
    const event = LOG_EVENTS.some((known) => known === name) ? name : 'other'
    write(JSON.stringify({ level, event, ...fields }))
  }
  return {
    event: (name, fields = {}) => {
      if (!onlyFaults()) line('info', name, known(fields))
    },
    fault: (name, fault, fields = {}) =>
      line('fault', name, { ...known(fields), ...describe(fault) }),
  }
}

/** The types say the same; this also holds for what came through a cast or another language. */
function known(fields: LogFields): Readonly<Record<string, unknown>> {
  const entries = Object.entries(fields).filter(([name, value]: [string, unknown]) =>
    typeof value === 'number' ? NUMBERS.includes(name) : WORDS[name]?.(String(value)),
  )
  return Object.fromEntries(entries)
}

const OURS = [BoardDiffers, NotConfigured, PublishFailed, StoreUnavailable]

/** Messages of our own faults are written by us and hold no data; of others only the kind and place are kept. */
function describe(fault: unknown): Readonly<Record<string, string>> {
  if (fault === undefined) return {}
  if (!(fault instanceof Error)) return { fault: 'unknown' }
  if (OURS.some((kind) => fault instanceof kind))
    return { fault: fault.name, message: fault.message }
  const name = /^(?:[A-Z][a-z]+)+$/.test(fault.name) ? fault.name : 'unknown'
  const frame = fault.stack?.split('\n    at ').at(1) ?? ''
  const [place] = /[a-z-]+\.[cm]?[jt]s:\d+:\d+/.exec(frame) ?? []
  return { fault: name, ...(place === undefined ? {} : { place }) }
}
