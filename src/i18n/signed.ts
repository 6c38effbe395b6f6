/**
 * Whole numbers that can be below zero, with the sign that print has for them.
 *
 * Pure. Invariant: "−3", never "-3": a hyphen is small, is lost at the end of a line, and is read out as none.
 * Decided in docs/decisions/0008.
 */

/** A number as a sentence or a button shows it. */
export function signed(value: number): string {
  return String(value).replace('-', '−')
}
