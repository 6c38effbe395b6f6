/**
 * Desk records: what the desk keeps, as small texts by kind and id, each with a schema of its own.
 *
 * Pure. Invariant: what is read from the store passed the schema that it was written by.
 * Decided in docs/decisions/0022.
 */
import * as v from 'valibot'

/** One kind of record: how its text is read and printed. A new room adds its own kinds this way. */
export type DeskKind<Value> = {
  /** Small letters and dashes; in a log also the id of a round after a colon. */
  readonly kind: string
  read(text: string): Value
  print(value: Value): string
}

/** Makes a kind from its name and the schema of its values. */
export function deskKind<Value>(
  kind: string,
  schema: v.GenericSchema<unknown, Value>,
): DeskKind<Value> {
  return {
    kind,
    read: (text) => v.parse(v.pipe(v.string(), v.parseJson(), schema), text),
    print: (value) => JSON.stringify(value),
  }
}

/** What was read, with the version that a change of it must name. */
export type DeskRecord<Value> = {
  readonly id: string
  readonly version: number
  readonly value: Value
}
