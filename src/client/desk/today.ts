/**
 * The room Today: what needs doing in each round, and whether all parts answer.
 *
 * Talks to the desk. Invariant: shows what the desk told, and decides nothing. Decided in docs/decisions/0022.
 */
import type { DeskTask } from '../../domain/desk-task.ts'
import type { RoundId } from '../../domain/id.ts'
import { HOST_PLAN, isNearlyUsed, MOST_DEPLOYS, STORE_PLAN } from '../../domain/free-plan.ts'
import { list, marked, put, show, startRoom, type Room, type Values } from './room.ts'

type ToldRound = {
  readonly id: RoundId
  readonly title: string
  readonly state: string
  readonly tasks: readonly DeskTask[]
  readonly checkpoint?: { readonly n: number; readonly at: number; readonly isPublic: boolean }
  readonly fingerprint: string
  readonly isKey: boolean
  /** Whose boxes they are: `other` where another store was opened for the round, `none` where it is over. */
  readonly home: 'here' | 'other' | 'none'
}

type Publishing = {
  readonly answers: boolean
  readonly isKeyed?: boolean
  readonly endsAt?: number
  readonly isSoon?: boolean
  /** Publishings in the last days, counted by commits. */
  readonly deploys?: number
}

type Today = {
  readonly rounds: readonly ToldRound[]
  readonly publishing: Publishing
  /** Of the store, this month. */
  readonly commands?: number
}

startRoom(async (room, me) => {
  // Tellers have rooms of their own.
  if (me.role !== 'clerk') return location.assign(`${room.home}voting/`)
  const today = await room.ask<Today>('show-today', {})
  if (today === undefined) return
  show(room.root, {
    ...{ 'no-rounds': today.rounds.length === 0 },
    ...{ publishing: today.publishing.answers, 'not-publishing': !today.publishing.answers },
  })
  tellKey(room, today.publishing)
  tellPlans(room, today)
  list(room.root, 'rounds', {
    items: today.rounds.toSorted((a, b) => urgencyOf(a) - urgencyOf(b)),
    fill: (row, round) => fillRound(room, row, round),
  })
})

/** The key to the git host: nobody can publish after its end. */
function tellKey(room: Room, { isKeyed = false, endsAt, isSoon = false }: Publishing): void {
  const at = endsAt === undefined ? '' : room.format.fullDay(endsAt)
  put(room.root, {
    'key-ends': at === '' ? room.say('keyUnknown') : room.say('keyEnds', { at }),
    'key-soon': room.say('keySoon', { at }),
  })
  show(room.root, { 'key-ends': isKeyed && !isSoon, 'key-soon': isSoon })
}

/** What was used of the free plans, where somebody counts; else how to look it up. */
function tellPlans(room: Room, { publishing: { deploys }, commands }: Today): void {
  const { number } = room.format
  const { credits: all, creditsADeploy: each, windowDays: days } = HOST_PLAN
  tellPlan(room, 'host', { used: deploys, most: MOST_DEPLOYS, values: { all, each, days } })
  const values = { memory: number(STORE_PLAN.megabytes) }
  tellPlan(room, 'store', { used: commands, most: STORE_PLAN.commands, values })
}

function tellPlan(
  room: Room,
  name: 'host' | 'store',
  plan: { readonly used: number | undefined; readonly most: number; readonly values: Values },
): void {
  const { used, most } = plan
  const values = { ...plan.values, most: room.format.number(most) }
  const count = room.format.number(used ?? 0)
  const text = room.say(`${name}${used === undefined ? 'Plan' : 'Used'}`, { ...values, count })
  put(room.root, { [`plan-${name}`]: text })
  for (const part of marked(room.root, 'fill', `plan-${name}`))
    part.classList.toggle('notice', used !== undefined && isNearlyUsed(used, most))
}

function fillRound(room: Room, row: HTMLElement, round: ToldRound): void {
  const { id, title, fingerprint, isKey, home, tasks, state } = round
  put(row, {
    title,
    stands: room.say('stands', { state: room.say(`state.${state}`) }),
    checkpoint: tellCheckpoint(room, round),
    key: room.say(isKey ? 'keyRight' : 'keyWrong', { fingerprint }),
  })
  show(row, {
    ...{ nothing: tasks.length === 0 && home !== 'other', stands: home === 'here' },
    ...{ other: home === 'other', none: home === 'none' },
  })
  list(row, 'tasks', {
    items: tasks,
    fill: (line, task) => {
      line.dataset['when'] = task.when
      put(line, { when: room.say(`when.${task.when}`), task: tellTask(room, task) })
      leadTo(room, line, { task, round: id })
    },
  })
}

/** The room where a task is done, and its address behind the desk's; of what only has to be known, none. */
const ROOM_OF: Readonly<Partial<Record<DeskTask['code'], string>>> = {
  ...{ 'read-submissions': 'submissions/', 'publish-approved': 'submissions/' },
  ...{ 'make-codes': 'codes/', 'more-codes': 'codes/' },
  ...{ 'draw-lot': 'voting/#', 'voting-late': 'voting/#', 'voting-opens': 'voting/#' },
  ...{ 'voting-open': 'voting/#', 'voting-paused': 'voting/#', 'voting-closing': 'voting/#' },
  ...{ 'enter-paper': 'paper/#', 'take-in-halls': 'count/#', 'carry-box': 'count/#' },
  ...{ seal: 'count/#', certify: 'count/#', complaints: 'count/#' },
}

function leadTo(
  room: Room,
  line: HTMLElement,
  { task, round }: { readonly task: DeskTask; readonly round: RoundId },
): void {
  const path = ROOM_OF[task.code]
  show(line, { room: path !== undefined })
  if (path === undefined) return
  const name = room.say(`room.${path.replace(/\W.*/, '')}`)
  put(line, { room: room.say('goTo', { room: name }) })
  const end = path.endsWith('#') ? '' : '/'
  for (const link of line.querySelectorAll('a')) link.href = `${room.home}${path}${round}${end}`
}

const URGENCY: readonly DeskTask['when'][] = ['now', 'soon', 'known']

/** Rounds where something cannot wait come first. */
function urgencyOf({ tasks }: ToldRound): number {
  return Math.min(URGENCY.length, ...tasks.map(({ when }) => URGENCY.indexOf(when)))
}

/** Tasks whose time is an end: at midnight the day before it is the last. */
const ENDING: ReadonlySet<DeskTask['code']> = new Set([
  ...(['voting-open', 'voting-paused', 'voting-closing', 'complaints', 'phase-ends'] as const),
])

function tellTask(room: Room, { code, at, count = 0, most = 0, phase }: DeskTask): string {
  return room.say(`task.${code}`, {
    at: at === undefined ? '' : ENDING.has(code) ? room.format.ends(at) : room.format.begins(at),
    ...{ count: room.format.number(count), most: room.format.number(most) },
    phase: phase === undefined ? '' : room.say(`phase.${phase}`),
  })
}

function tellCheckpoint(room: Room, { checkpoint }: ToldRound): string {
  if (checkpoint === undefined) return room.say('checkpointNone')
  const { n, at, isPublic } = checkpoint
  const name = isPublic ? 'checkpointPublic' : 'checkpointWaits'
  return room.say(name, { n, at: room.format.instant(at) })
}
