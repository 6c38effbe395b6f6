/**
 * Port of the log.
 *
 * Types only; src/adapters makes it real. Invariant: what a line can say is a closed list. Decided in
 * docs/decisions/0014.
 */
import type { LogEvent, LogFields } from '../domain/log-words.ts'

/** One line an event, of a closed vocabulary. */
export type Log = {
  event(name: LogEvent, fields?: LogFields): void
  fault(name: LogEvent, fault: unknown, fields?: LogFields): void
}
