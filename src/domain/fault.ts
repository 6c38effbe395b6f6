/**
 * Faults: what goes wrong outside the rules, thrown where it happens and caught in one place.
 *
 * Pure. Invariant: a fault's message is written by us and holds no token, ballot, secret or person.
 * Decided in docs/decisions/0001.
 */

/** The store does not answer, or not in time. What was asked may or may not have happened. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

/** A setting is missing or wrong; the message names the setting and never its value. */
export class NotConfigured extends Error {
  override readonly name = 'NotConfigured'
}

/** The git host does not answer, or not in time. */
export class PublishFailed extends Error {
  override readonly name = 'PublishFailed'
}

/** The board does not hold what was published on it before: a person must look at it. */
export class BoardDiffers extends Error {
  override readonly name = 'BoardDiffers'
}
