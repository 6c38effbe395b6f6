/**
 * Whether this is the long form of the proofs (`npm run test:heavy`) or the short one (`npm test`).
 *
 * Talks to the environment. Invariant: what is left out of the short form is run in the long one.
 */
export const IS_HEAVY = Boolean(process.env['TEST_HEAVY'])
