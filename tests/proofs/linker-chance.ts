/**
 * Chance: how likely it is that guesses which know nothing join so many ballots to their codes.
 *
 * Pure. Invariant: the bound holds for every way of guessing that was fixed without knowing the truth, so
 * that a search through many ways only has to be charged for how many they were.
 *
 * Definitions. A way of guessing names for each of n people the ballots that may be theirs; N pairs in all.
 * Where nothing is known every one of the n! joins is as likely, so the mean of C(hits, m) is at most
 * (N/n)^m / m! (each m pairs of different people and ballots are right with (n-m)!/n!, and by Maclaurin's
 * inequality there are at most C(n, m) (N/n)^m of them). These are the factorial moments of a Poisson
 * variable of mean N/n; boxes that are joined apart from each other add their means. Chernoff's bound on it
 * is P(hits >= x) <= exp(x - mean) (mean/x)^x.
 */

/** The natural logarithm of the bound; 0 where there are no more hits than chance gives on average. */
export function logChance(hits: number, mean: number): number {
  if (hits <= mean || mean <= 0) return 0
  return hits - mean - hits * Math.log(hits / mean)
}

/** At most once in so many runs of the whole search does chance alone look like a leak. */
export const FALSE_ALARM = 1e-6

/** The limit below which a way of guessing is no chance, where so many were tried (Bonferroni). */
export function logLimit(tried: number): number {
  return Math.log(FALSE_ALARM) - Math.log(Math.max(1, tried))
}
