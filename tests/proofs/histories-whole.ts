/**
 * All that a store holds of a round, as lines that a person can read and a test can compare.
 *
 * Pure. Invariant: every hash, list, set or table of a round has its lines, so that two stores with the same
 * lines hold the same.
 */
import { OPENS, PINNED } from './histories-commands.ts'
import { heldMember, serialOf, stateOfMark } from './histories-names.ts'
import type { Reference } from './histories-reference.ts'

type Hash = ReadonlyMap<string, string>

/** One round as it lies in a store, read past the adapters. */
export type Whole = {
  /** state, opensAt, closesAt, digest, schema, fingerprint, head; empty before the opening. */
  readonly meta: readonly string[]
  /** k -> state */
  readonly marks: Hash
  /** Marks that were made ready as a reserve. */
  readonly reserve: readonly string[]
  readonly serials: Hash
  /** batch -> pool, kind, how many are ready, state */
  readonly batches: Hash
  /** `<batch>/<k>` of the marks that wait to be made ready. */
  readonly drafts: readonly string[]
  /** Paper: name -> pool, state, sheets, revision */
  readonly piles: Hash
  /** `<pile>/<sheet>:<seat>` -> who typed what */
  readonly sheets: Hash
  /** `<pile>/<k>:<u>` of the marks that paper holds. */
  readonly held: readonly string[]
  /** `<pool>:<receipt>` -> the text in its record */
  readonly box: Hash
  readonly counts: Hash
  readonly events: readonly string[]
  /** n, kind, at, recorded, events, confirmed; empty before the first. */
  readonly chain: readonly string[]
  readonly texts: Hash
  readonly lease: readonly string[]
  readonly result: readonly string[]
}

/** Sorted but for the events, whose order is a part of what is told. */
export function linesOf({ events, meta, chain, lease, ...whole }: Whole): readonly string[] {
  const parts = Object.entries(whole).flatMap(([name, part]) =>
    part instanceof Map
      ? [...part].map(([key, value]) => `${name}: ${key} = ${value}`)
      : [...part].map((each) => `${name}: ${each}`),
  )
  const rows = Object.entries({ meta, chain, lease, events })
  return [...rows.map(([name, row]) => `${name}: ${row.join(', ')}`), ...parts.toSorted()]
}

/** What a store must hold where the reference is right. */
export function wholeOf(reference: Reference): Whole {
  const { marks, batches, lease, result } = reference
  const codes = Object.entries(marks)
  return {
    meta: metaOf(reference),
    marks: new Map(codes.map(([code, mark]) => [code, stateOfMark(code, mark)])),
    reserve: codes.flatMap(([code, mark]) => (isIssuedReserve(mark) ? [code] : [])),
    serials: new Map(codes.map(([code]) => [serialOf(code), code])),
    batches: new Map(
      Object.entries(batches).map(([name, { pool, kind, codes, isReady }]) => [
        name,
        [pool, kind, isReady ? codes.length : 0, isReady ? 'ready' : 'staged'].join(' '),
      ]),
    ),
    drafts: Object.entries(batches).flatMap(([name, { codes, isReady }]) =>
      isReady ? [] : codes.map((code) => `${name}/${code}`),
    ),
    piles: new Map(
      Object.entries(reference.piles).map(([name, { pool, state, sheets, revision }]) => [
        name,
        [pool, state, sheets, revision].join(' '),
      ]),
    ),
    sheets: hashOf(reference.sheets),
    held: codes.flatMap(([code, { pile }]) => (pile ? [heldMember(pile, code)] : [])),
    box: hashOf(reference.box),
    counts: hashOf(reference.counts),
    events: reference.events,
    chain: chainOf(reference),
    texts: hashOf(reference.texts),
    lease: lease === undefined ? [] : [lease.holder, String(lease.endsAt)],
    result: result === undefined ? [] : [result],
  }
}

function isIssuedReserve({ kind, word }: Reference['marks'][string]): boolean {
  return kind === 'reserve' && word !== 'draft'
}

function metaOf({ state, closesAt, head }: Reference): readonly string[] {
  if (state === 'draft') return []
  const { digest, schema, fingerprint } = PINNED
  return [state, OPENS, closesAt, digest, schema, fingerprint, head].map(String)
}

function chainOf({ chain }: Reference): readonly string[] {
  if (chain === undefined) return []
  const { n, kind, at, recorded, events, isConfirmed } = chain
  return [n, kind, at, recorded, events, isConfirmed ? 1 : 0].map(String)
}

function hashOf(table: Readonly<Record<string, string | number>>): Hash {
  return new Map(Object.entries(table).map(([name, value]) => [name, String(value)]))
}
