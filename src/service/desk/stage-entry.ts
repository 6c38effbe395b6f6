/**
 * Makes the next entry of a log ready to be written.
 *
 * Talks to the desk's store. Invariant: entry and head are written together, so of two at once one is stale.
 * Decided in docs/decisions/0022.
 */
import {
  emptyLog,
  entryId,
  headId,
  LOG_HEAD,
  logKind,
  nextEntry,
  type LogEntry,
} from '../../domain/desk-log.ts'
import { printInstant } from '../../domain/time.ts'
import type { Ports } from '../ports.ts'
import type { DeskChange } from '../ports-desk.ts'
import { added, findRecord } from './find-record.ts'

/** The changes that append the entry to the log of its round, or of the council. */
export async function stageEntry(
  ports: Pick<Ports, 'desk' | 'clock'>,
  given: Pick<LogEntry, 'person' | 'action' | 'round' | 'facts'>,
): Promise<readonly DeskChange[]> {
  const known = await findRecord(ports, LOG_HEAD, headId(given))
  const seconds = Math.floor(ports.clock.now() / 1000) * 1000
  const next = nextEntry(known?.value ?? emptyLog(given), { ...given, at: printInstant(seconds) })
  return [
    {
      kind: LOG_HEAD.kind,
      id: headId(given),
      expected: known?.version ?? 0,
      text: LOG_HEAD.print(next.head),
    },
    added(logKind(given), { id: entryId(next.entry.n), value: next.entry }),
  ]
}
