/**
 * The desk's log: who did what, each entry naming the one before it, so that none can be taken out unseen.
 *
 * Pure. Invariant: an entry holds a person's short id and facts of a closed list; no name, contact, code or
 * ballot has a field in it. Decided in docs/decisions/0022.
 */
import * as v from 'valibot'
import { CLERK_REFUSAL_CODES } from './clerk-refusal.ts'
import { canonicalJson } from './canonical-json.ts'
import { DeskRoleSchema } from './desk-person.ts'
import { DESK_REFUSAL_CODES } from './desk-refusal.ts'
import { deskKind, type DeskKind } from './desk-record.ts'
import { toHex, utf8 } from './encoding.ts'
import { hash } from './hash.ts'
import { REFUSAL_CODES } from './refusal.ts'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/))
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** Short facts of what was done. A room that needs another one adds it here. */
export const LogFactsSchema = v.strictObject({
  /** The person whom it was done to. */
  person: v.optional(id),
  role: v.optional(DeskRoleSchema),
  proposal: v.optional(id),
  /** The inbox's own id of a submission; the proposer's link cannot be found from it. */
  submission: v.optional(v.pipe(v.string(), v.regex(/^[0-9A-Z]{16}$/))),
  area: v.optional(id),
  batch: v.optional(id),
  /** The number of a sheet of paper in its batch. */
  sheet: v.optional(count),
  /** The serial of the letter that it is about, and of the one in its place; no code. */
  letter: v.optional(id),
  reserve: v.optional(id),
  /** The handle of a kiosk. */
  kiosk: v.optional(id),
  hall: v.optional(id),
  count: v.optional(count),
  snapshot: v.optional(count),
  /**
   * The outside step that was begun did not succeed, and why. `fault`: something failed, and it may have been done.
   * `untold`: the reason would tell whether somebody voted.
   */
  refused: v.optional(
    v.picklist([
      ...REFUSAL_CODES,
      ...CLERK_REFUSAL_CODES,
      ...DESK_REFUSAL_CODES,
      ...(['fault', 'untold'] as const),
    ]),
  ),
})

export type LogFacts = v.InferOutput<typeof LogFactsSchema>

const LogEntrySchema = v.strictObject({
  n: count,
  /** An instant with Z. */
  at: v.string(),
  person: id,
  action: id,
  /** The round that it is about; not in the log of the council. */
  round: v.optional(id),
  facts: LogFactsSchema,
  /** H("desk-log"; text of the entry before), or of nothing. */
  previous: hex,
})

export type LogEntry = v.InferOutput<typeof LogEntrySchema>

/** How far a log reaches: the number of its entries, and the hash of the last one. */
export type LogHead = { readonly n: number; readonly head: string }

/** The log of a round, or of the council where no round is meant. */
export type LogName = { readonly round?: string | undefined }

export const LOG_HEAD: DeskKind<LogHead> = deskKind('log-head', v.object({ n: count, head: hex }))

/** The entries of a log; each is kept as the very text that its hash is made of. */
export function logKind({ round }: LogName): DeskKind<LogEntry> {
  const { read } = deskKind('log', LogEntrySchema)
  return { kind: `log:${headId({ round })}`, read, print: printEntry }
}

/** The id of a log's head: the round, or `-` for the council, which no round can be called. */
export function headId({ round }: LogName): string {
  return round ?? '-'
}

/** Entries are kept by number, in an order that texts have too. */
export function entryId(n: number): string {
  return String(n).padStart(9, '0')
}

/** The head of a log without an entry. */
export function emptyLog({ round }: LogName): LogHead {
  return { n: 0, head: entryHash({ round }, '') }
}

/** The next entry, and the head with it. */
export function nextEntry(
  before: LogHead,
  entry: Omit<LogEntry, 'n' | 'previous'>,
): { readonly entry: LogEntry; readonly head: LogHead } {
  const next = { ...entry, n: before.n + 1, previous: before.head }
  const head = entryHash({ round: entry.round }, printEntry(next))
  return { entry: next, head: { n: next.n, head } }
}

/** The first number at which a log is broken; undefined where every entry names the one before. */
export function brokenAt(name: LogName, entries: readonly LogEntry[]): number | undefined {
  let before = emptyLog(name)
  for (const each of entries) {
    const { n, previous, ...rest } = each
    const { entry, head } = nextEntry(before, rest)
    if (entry.n !== n || entry.previous !== previous || rest.round !== name.round) return n
    before = head
  }
  return undefined
}

function printEntry(entry: LogEntry): string {
  return canonicalJson(entry)
}

function entryHash({ round }: LogName, text: string): string {
  return toHex(hash('desk-log', round ?? '', utf8(text)))
}
