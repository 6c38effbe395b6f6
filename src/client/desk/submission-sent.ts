/**
 * What was sent in, beside what a clerk made of it.
 *
 * Talks to the page. Invariant: every field that was changed shows what its proposer wrote.
 * Decided in docs/decisions/0022.
 */
import { readMoney } from '../../domain/money.ts'
import { put, show, type Room } from './room.ts'
import type { Option, Shown, Text } from './submission-row.ts'

/** Shows it beside each field that the edition changed. */
export function fillSent(
  room: Room,
  row: HTMLElement,
  { item: { sent, edition }, told }: Pick<Shown, 'item' | 'told'>,
): void {
  const textsOf = ({ title, summary, description, cost, theme, area }: Text) => ({
    ...{ title, summary, description, cost: room.format.money(readMoney(cost)) },
    theme: nameIn(told.themes, theme) || room.say('noChoice'),
    area: nameIn(told.areas, area) || room.say('noChoice'),
  })
  const [before, now] = [textsOf(sent), textsOf(edition ?? sent)]
  for (const name of ['title', 'summary', 'description', 'cost', 'theme', 'area'] as const) {
    put(row, { [`sent-${name}`]: before[name] })
    show(row, { [`sent-${name}`]: before[name] !== now[name] })
  }
}

/** Of a theme or an area; empty where there is none. */
export function nameIn(options: readonly Option[], id: string | undefined): string {
  return options.find((option) => option.id === id)?.name ?? ''
}
