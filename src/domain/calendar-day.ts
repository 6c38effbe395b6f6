/**
 * Days of the calendar, counted: the same hour so many days later, whatever the clocks do in between.
 *
 * Pure. Invariant: a whole number of weeks keeps the weekday. Decided in docs/decisions/0028.
 */

const DAY = 24 * 3_600_000

/** Days since 1970 of a local time, `2027-05-03` or `2027-05-03 20:00`. */
export function dayNumber(local: string): number {
  return Date.parse(`${local.slice(0, 10)}T00:00:00Z`) / DAY
}

/** The day with this number. */
export function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10)
}

/** The same hour so many days later; as it was where it is no date. */
export function movedBy(local: string, days: number): string {
  const number = dayNumber(local)
  return Number.isNaN(number) ? local : dayOf(number + days) + local.slice(10)
}
