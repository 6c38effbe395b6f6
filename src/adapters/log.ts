/**
 * The log: one JSON line an event, with words and numbers that say nothing about a person.
 *
 * Talks to the line writer it is given. Invariant: a fault is logged by its name and its own fixed message, never
 * by the text of another system. Decided in docs/decisions/0001.
 */
import { NotConfigured, PublishFailed, StoreUnavailable } from '../domain/fault.ts'
import type { Log } from '../service/ports.ts'

/** Makes the port; `write` takes one line, `onlyFaults` is asked at each event. */
export function makeLog(write: (line: string) => void, onlyFaults = () => false): Log {
  const line = (level: 'info' | 'fault', name: string, fields: object) =>
    write(JSON.stringify({ level, event: name, ...fields }))
  return {
    event: (name, fields = {}) => {
      if (!onlyFaults()) line('info', name, fields)
    },
    fault: (name, fault, fields = {}) => line('fault', name, { ...fields, ...describe(fault) }),
  }
}

/** Messages of our own faults are written by us and hold no data; of others only the kind and place are kept. */
function describe(fault: unknown): Readonly<Record<string, string>> {
  if (
    fault instanceof NotConfigured ||
    fault instanceof StoreUnavailable ||
    fault instanceof PublishFailed
  )
    return { fault: fault.name, message: fault.message }
  if (!(fault instanceof Error)) return { fault: 'unknown' }
  const place = /\(?([^\s()]+:\d+:\d+)\)?/.exec(fault.stack?.split('\n    at ')[1] ?? '')?.[1]
  return { fault: fault.name, ...(place === undefined ? {} : { place }) }
}
