/**
 * Shows the log of a round, or of the council, and whether its entries still follow one another.
 *
 * Talks to the desk's store. Invariant: an entry that does not name the one before it is pointed at.
 * Decided in docs/decisions/0022.
 */
import { brokenAt, emptyLog, headId, LOG_HEAD, logKind } from '../../domain/desk-log.ts'
import { FORMER_PERSON, INVITATION, PERSON } from '../../domain/desk-person.ts'
import { ok } from '../../domain/result.ts'
import { findRecord, listRecords } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** Entries, newest first, with the names of people at the desk, of those who were, and of those who are invited. */
export const showLog: SignedUseCase<'show-log'> = async (ports, { round }) => {
  const [entries, people, former, invited, head] = await Promise.all([
    listRecords(ports, logKind({ round })),
    listRecords(ports, PERSON),
    listRecords(ports, FORMER_PERSON),
    listRecords(ports, INVITATION),
    findRecord(ports, LOG_HEAD, headId({ round })),
  ])
  const names = new Map([
    ...[...people, ...former].map(({ id, value }) => [id, value.name] as const),
    ...invited.map(({ value }) => [value.person, value.name] as const),
  ])
  const gone = new Set(former.map(({ id }) => id))
  const told = entries.map(({ value }) => value)
  const { n, head: hash } = head?.value ?? emptyLog({ round })
  const broken = brokenAt({ round }, told) ?? (n === told.length ? undefined : told.length + 1)
  return ok({
    answer: {
      ...{ n, head: hash, broken },
      entries: told.toReversed().map(({ previous, ...entry }) => ({
        ...{ ...entry, name: names.get(entry.person), isGone: gone.has(entry.person) },
        whom: names.get(entry.facts.person ?? ''),
      })),
      rounds: await ports.content.roundIds(),
    },
  })
}
