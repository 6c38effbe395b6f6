/**
 * Serials: the number printed on a letter beside the code, so that a lost letter can be named.
 *
 * Pure. Invariant: a serial says nothing about its token.
 * Decided in docs/decisions/0003.
 */
import * as v from 'valibot'

/** Batch and number: `K7QF-0042`. */
export type Serial = `${string}-${string}`

/** A serial as typed from paper: small letters, O for 0 and I or L for 1 are forgiven. */
export const SerialSchema = v.pipe(
  v.string(),
  v.maxLength(20),
  v.rawTransform<string, Serial>(({ dataset, addIssue, NEVER }) => {
    const serial = parseSerial(dataset.value)
    if (serial !== undefined) return serial
    addIssue({ message: 'write a serial such as K7QF-0042' })
    return NEVER
  }),
)

/** Reads a serial as typed; undefined where it is none. */
export function parseSerial(text: string): Serial | undefined {
  const typed = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const [, batch, number] = /^([0-9A-HJKMNP-TV-Z]{4})(\d{1,4})$/.exec(typed) ?? []
  return batch === undefined || number === undefined ? undefined : `${batch}-${number}`
}
