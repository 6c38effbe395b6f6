/**
 * Finds one record of the desk, and makes changes of one.
 *
 * Talks to the desk's store. Invariant: a change names the version that was read, unless it ends something.
 * Decided in docs/decisions/0022.
 */
import type { DeskKind, DeskRecord } from '../../domain/desk-record.ts'
import type { Instant } from '../../domain/time.ts'
import type { Ports } from '../ports.ts'
import type { DeskChange } from '../ports-desk.ts'

/** The record; undefined where there is none, or it is over. */
export async function findRecord<Value>(
  { desk, clock }: Pick<Ports, 'desk' | 'clock'>,
  kind: DeskKind<Value>,
  id: string,
): Promise<DeskRecord<Value> | undefined> {
  const stored = await desk.get(kind.kind, id, clock.now())
  return stored && { id, version: stored.version, value: kind.read(stored.text) }
}

/** All records of a kind, by id. */
export async function listRecords<Value>(
  { desk, clock }: Pick<Ports, 'desk' | 'clock'>,
  kind: DeskKind<Value>,
): Promise<readonly DeskRecord<Value>[]> {
  const stored = await desk.list(kind.kind, clock.now())
  return stored.map(({ id, version, text }) => ({ id, version, value: kind.read(text) }))
}

/** A record that is not there yet. */
export function added<Value>(
  kind: DeskKind<Value>,
  { id, value, endsAt }: { readonly id: string; readonly value: Value; readonly endsAt?: Instant },
): DeskChange {
  return { kind: kind.kind, id, expected: 0, text: kind.print(value), endsAt }
}

/** A record that is still not there when the rest is written. */
export function absent<Value>(kind: DeskKind<Value>, id: string): DeskChange {
  return { kind: kind.kind, id, expected: 0, text: undefined }
}

/** The same record with another value. */
export function changed<Value>(
  kind: DeskKind<Value>,
  { id, version, value }: DeskRecord<Value>,
  endsAt?: Instant,
): DeskChange {
  return { kind: kind.kind, id, expected: version, text: kind.print(value), endsAt }
}

/** The record taken out, whatever was written to it since: what somebody loses, they cannot hold on to. */
export function ended<Value>(kind: DeskKind<Value>, { id }: { readonly id: string }): DeskChange {
  return { kind: kind.kind, id, expected: 'any', text: undefined }
}

/** The record taken out. */
export function removed<Value>(
  kind: DeskKind<Value>,
  { id, version }: DeskRecord<Value>,
): DeskChange {
  return { kind: kind.kind, id, expected: version, text: undefined }
}
