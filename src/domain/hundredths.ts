/**
 * Hundredths: how many of them make one main unit of money.
 *
 * Pure. Invariant: imports nothing, so that a page that only compares amounts stays light.
 * Decided in docs/decisions/0005.
 */

/** Hundredths in one main unit (øre in a krone, cents in a euro). */
export const HUNDREDTHS = 100
