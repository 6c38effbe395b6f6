/**
 * Fractions of big integers: the numbers in which decisions are made.
 *
 * Pure. Invariant: nothing is rounded but by nearest(), which is only for looking, never for deciding.
 * Decided in docs/decisions/0006.
 */

/** A number as numerator over a positive denominator, not always in lowest terms. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint }

/** The unit of rounding of a double. */
export const EPSILON = 2 ** -53

/** A double within one unit in the last place of the fraction; for numbers of zero or more. */
export function nearest(numerator: bigint, denominator: bigint): number {
  if (numerator <= 0n) return 0
  const shift = bitLength(denominator) - bitLength(numerator) + 62
  const quotient =
    shift >= 0
      ? (numerator << BigInt(shift)) / denominator
      : numerator / (denominator << BigInt(-shift))
  return Number(quotient) * 2 ** -shift
}

/** The greatest common divisor of two whole numbers, of which one is small. */
export function commonDivisor(large: bigint, small: number): number {
  let a = small
  let b = Number((large < 0n ? -large : large) % BigInt(small))
  while (b > 0) [a, b] = [b, a % b]
  return a
}

/** Lowest terms. */
export function reduce({ numerator, denominator }: Fraction): Fraction {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator]
  while (b > 0n) [a, b] = [b, a % b]
  return a === 0n
    ? { numerator: 0n, denominator: 1n }
    : { numerator: numerator / a, denominator: denominator / a }
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4
}
