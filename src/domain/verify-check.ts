/**
 * What every part of the verifier uses: refusing in a sentence, and fractions as whole numbers.
 *
 * Pure. Invariant: imports nothing of the rules. Decided in docs/decisions/0006.
 */

/** What does not hold, in a sentence. */
export class CertificateRefused extends Error {
  override readonly name = 'CertificateRefused'
}

export function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new CertificateRefused(otherwise)
}

/** Checks that two lists say the same. */
export function checkSame<T>(certified: readonly T[], found: readonly T[], what: string): void {
  const same =
    certified.length === found.length && certified.every((each, at) => each === found[at])
  check(same, what)
}

/** Numerator and denominator as they are certified. */
export type Written = readonly [numerator: string, denominator: string]

/** Reads a fraction, which must be in lowest terms. */
export function readFraction([numerator, denominator]: Written): readonly [bigint, bigint] {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)]
  check(bottom > 0n && commonDivisor(top, bottom) === 1n, 'a fraction is not in lowest terms')
  return [top, bottom]
}

/** Checks that a certified fraction is the one that was found. */
export function checkFraction(
  certified: Written | undefined,
  [top, bottom]: readonly [bigint, bigint],
  what: string,
): void {
  const divisor = commonDivisor(top, bottom)
  const same = certified?.[0] === String(top / divisor) && certified[1] === String(bottom / divisor)
  check(same, what)
}

export function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}
