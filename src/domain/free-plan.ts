/**
 * The free plans of the two hosts: what they give a month, as docs/costs.md says with source and date.
 *
 * Pure. Invariant: nothing is decided by these numbers; they are only shown. Decided in docs/decisions/0033.
 */

/** Netlify, in credits; the window is ours, because nobody without its key knows when its month begins. */
export const HOST_PLAN = { credits: 300, creditsADeploy: 15, windowDays: 30 } as const

/** How many times the site can be published if nothing else uses credits. */
export const MOST_DEPLOYS = Math.floor(HOST_PLAN.credits / HOST_PLAN.creditsADeploy)

/** Upstash. */
export const STORE_PLAN = { commands: 500_000, megabytes: 256 } as const

/** Whether so much is used that somebody should look. */
export function isNearlyUsed(used: number, most: number): boolean {
  return used >= most * 0.8
}
