/**
 * Slow fractions for the reference: lowest terms after every step.
 *
 * Pure. Invariant: shares no code with the counting in src.
 */
export type Q = readonly [numerator: bigint, denominator: bigint]

export function q(numerator: number | bigint, denominator: number | bigint = 1): Q {
  let [a, b] = [BigInt(numerator), BigInt(denominator)]
  if (b < 0n) [a, b] = [-a, -b]
  let [x, y] = [a < 0n ? -a : a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x === 0n ? [0n, 1n] : [a / x, b / x]
}

export const add = (a: Q, b: Q): Q => q(a[0] * b[1] + b[0] * a[1], a[1] * b[1])
export const subtract = (a: Q, b: Q): Q => add(a, [-b[0], b[1]])
export const times = (a: Q, b: Q): Q => q(a[0] * b[0], a[1] * b[1])
export const over = (a: Q, b: Q): Q => q(a[0] * b[1], a[1] * b[0])
export const compare = (a: Q, b: Q): number => Number(a[0] * b[1] - b[0] * a[1])
export const least = (a: Q, b: Q): Q => (compare(a, b) <= 0 ? a : b)
export const total = (all: readonly Q[]): Q => all.reduce(add, q(0))
