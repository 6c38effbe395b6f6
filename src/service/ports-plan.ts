/**
 * The port to what the store's host counts: how much of its plan was used.
 *
 * Types only; src/adapters makes it real. Invariant: it reads, and never touches what the store keeps.
 * Decided in docs/decisions/0033.
 */

export type StorePlan = {
  /** Commands of this calendar month; undefined where the host does not tell. */
  commandsThisMonth(): Promise<number | undefined>
}
