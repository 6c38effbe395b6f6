/**
 * The clerk who stays when another one goes.
 *
 * Pure. Invariant: whoever takes a clerk away names the version of one who stays, so that two clerks cannot take
 * each other away at once. Decided in docs/decisions/0022.
 */
import type { Person } from '../../domain/desk-person.ts'
import type { DeskRecord } from '../../domain/desk-record.ts'
import type { Visit } from './use-case.ts'

/** The visitor, if they are another clerk than this person, else any; undefined where there is none. */
export function stayingClerk(
  people: readonly DeskRecord<Person>[],
  going: string,
  visit: Visit,
): DeskRecord<Person> | undefined {
  const clerks = people.filter(({ id, value }) => value.role === 'clerk' && id !== going)
  return clerks.find(({ id }) => id === visit.person.id) ?? clerks[0]
}
