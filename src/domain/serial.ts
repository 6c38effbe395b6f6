/**
 * Serials: the number printed on a letter beside the code, so that a lost letter can be named.
 *
 * Pure. Invariant: a serial says nothing about its token.
 * Decided in docs/decisions/0003.
 */

/** Batch and number: `K7QF-0042`. */
export type Serial = `${string}-${string}`

/** Reads a serial as typed; undefined where it is none. */
export function parseSerial(text: string): Serial | undefined {
  const [, batch, number] = /^([0-9A-Z]{4})-?(\d{1,4})$/.exec(text.trim().toUpperCase()) ?? []
  return batch === undefined || number === undefined ? undefined : `${batch}-${number}`
}
