/**
 * Dates of an example, moved so that its vote is open today.
 *
 * Pure; the time is an argument. Invariant: every phase and every event keeps its hours and its distance from
 * the others, counted in days of the calendar, and nothing else of the file changes.
 * Decided in docs/decisions/0007.
 */
import { isMap, isScalar, isSeq, parseDocument, type Node, type Scalar } from 'yaml'
import { dayNumber, movedBy } from '../../domain/calendar-day.ts'
import { printLocal, type Instant, type LocalTime } from '../../domain/time.ts'

/** How long voting has been open; a shorter vote is at its middle. */
const DAYS_OPEN = 6
const DATE = /\d{4}-\d{2}-\d{2}/
const FRONT_MATTER = /^(\uFEFF?---\r?\n)([\s\S]*?)\r?\n---/

/** The text of a round.md with all its phases and events moved by one number of days; as it was where it has no vote. */
export function shiftRound(text: string, now: Instant, timeZone: string): string {
  const [, fence = '', yaml = ''] = FRONT_MATTER.exec(text) ?? []
  const days = daysToShift(yaml, now, timeZone)
  const moved = findDates(yaml)
    .toSorted((a, b) => startOfNode(b) - startOfNode(a))
    .reduce((file, node) => shiftNode(file, node, days), yaml)
  return `${fence}${moved}${text.slice(fence.length + yaml.length)}`
}

/** The text of a round.md whose voting ends at a minute of its own; as it was where it names no end. */
export function endVoting(text: string, end: LocalTime): string {
  const [, fence = '', yaml = ''] = FRONT_MATTER.exec(text) ?? []
  const voting = phasesOf(yaml).find((phase) => phase.get('phase') === 'voting')
  const node = voting?.get('to', true)
  if (!isScalar(node)) return text
  const start = startOfNode(node)
  const changed = yaml.slice(0, start) + end + yaml.slice(node.range?.[1] ?? start)
  return `${fence}${changed}${text.slice(fence.length + yaml.length)}`
}

function daysToShift(yaml: string, now: Instant, timeZone: string): number {
  const voting = votingDays(yaml)
  if (voting === undefined) return 0
  const today = dayNumber(printLocal(now, timeZone))
  const length = dayNumber(voting.to) - dayNumber(voting.from)
  return today - Math.min(DAYS_OPEN, Math.floor(length / 2)) - dayNumber(voting.from)
}

function votingDays(yaml: string): { readonly from: string; readonly to: string } | undefined {
  const voting = phasesOf(yaml).find((phase) => phase.get('phase') === 'voting')
  const [from, to] = [voting?.get('from'), voting?.get('to')].map(
    (date) => DATE.exec(String(date))?.[0],
  )
  return from === undefined ? undefined : { from, to: to ?? from }
}

function findDates(yaml: string): readonly Scalar[] {
  return [...phasesOf(yaml), ...listOf(yaml, 'events')]
    .flatMap((phase) => [phase.get('from', true), phase.get('to', true)])
    .filter((node) => isScalar(node))
}

function phasesOf(yaml: string) {
  return listOf(yaml, 'phases')
}

function listOf(yaml: string, field: 'phases' | 'events') {
  const list = parseDocument(yaml).get(field)
  return isSeq(list) ? list.items.filter((each) => isMap(each)) : []
}

/** Only the date's ten letters change: quotes, comments and spaces stay as the author wrote them. */
function shiftNode(yaml: string, node: Node, days: number): string {
  const start = startOfNode(node)
  const end = node.range?.[1] ?? start
  const moved = yaml.slice(start, end).replace(DATE, (date) => movedBy(date, days))
  return yaml.slice(0, start) + moved + yaml.slice(end)
}

function startOfNode(node: Node): number {
  return node.range?.[0] ?? 0
}
