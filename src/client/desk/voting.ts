/**
 * The room Voting day: turnout, and the steps from the opening to the close.
 *
 * Talks to the desk. Invariant: a step that cannot be taken back is asked about first, with what it does.
 * Decided in docs/decisions/0022.
 */
import { parseRoundId, type RoundId } from '../../domain/id.ts'
import { parseLocalTime } from '../../domain/time.ts'
import type { TurnoutRow } from '../../domain/turnout.ts'
import { fillKiosks, openKiosk, type KioskShown } from './kiosks.ts'
import { fillLot, readLot, type LotShown } from './lot.ts'
import { marked, put, show, startRoom, type Room } from './room.ts'
import { chosenTitle, confirmFor } from './round-choice.ts'
import { fillTurnout, together } from './turnout.ts'

type Ends = { readonly opensAt: number; readonly closesAt: number }

type Opening =
  | { readonly refused: string }
  | {
      readonly digest: string
      readonly codes: number
      readonly proposals: number
      readonly floor: number
    }

type Voting = {
  readonly now: number
  readonly state: string
  readonly home: 'here' | 'other' | 'none'
  readonly times: Partial<Ends> & { readonly planned?: Ends; readonly closableAt?: number }
  readonly turnout: readonly TurnoutRow[]
  readonly revoked: number
  readonly reissued: number
  readonly opening?: Opening
  readonly lot?: LotShown
  readonly kiosks: readonly KioskShown[]
  readonly pause?: { readonly reason: string }
}

let shown: { readonly round: RoundId; readonly voting: Voting } | undefined

startRoom(async (room) => {
  for (const form of room.root.querySelectorAll<HTMLFormElement>('form[data-step]'))
    room.on(form, 'submit', () => STEPS[form.dataset['step'] ?? '']?.(room) ?? Promise.resolve())
  for (const button of marked(room.root, 'act', 'take-lot-out'))
    room.on(button, 'click', () => takeLotOut(room))
  await showVoting(room)
})

const STEPS: Readonly<Record<string, (room: Room) => Promise<void>>> = {
  show: showVoting,
  lot: enterLot,
  open: openVoting,
  pause: pauseVoting,
  resume: (room) =>
    take(room, { done: () => room.say('resumed') }, (round) =>
      room.ask('resume-voting', { round }),
    ),
  extend: extendVoting,
  kiosk: openHere,
  close: (room) =>
    take(room, { ask: room.say('closeAsk'), done: () => room.say('closed') }, (round) =>
      room.ask('close-voting', { round }),
    ),
}

async function showVoting(room: Room): Promise<void> {
  const round = parseRoundId(room.root.querySelector('select')?.value ?? '')
  if (round === undefined) return
  const voting = await room.ask<Voting>('show-voting', { round })
  if (voting === undefined) return
  shown = { round, voting }
  fillTimes(room, voting)
  fillTurnout(room, voting)
  fillOpening(room, voting)
  fillLot(room, voting.lot)
  fillKiosks(room, voting.kiosks, endKiosk)
}

function fillTimes(room: Room, { now, state, home, times, pause }: Voting): void {
  const { planned, closableAt = Infinity, ...own } = times
  const [opensAt, closesAt] = [own.opensAt ?? planned?.opensAt, own.closesAt ?? planned?.closesAt]
  const { begins, ends } = room.format
  const isRunning = state === 'open' || state === 'paused'
  put(room.root, {
    stands: room.say('stands', {
      ...{ title: chosenTitle(room), state: room.say(`state.${state}`) },
    }),
    elsewhere: room.say(`home.${home}`),
    times: room.say('times', { from: begins(opensAt ?? now), to: ends(closesAt ?? now) }),
    'other-end': room.say('otherEnd', { at: ends(planned?.closesAt ?? now) }),
    'paused-why': room.say('pausedWhy', { reason: pause?.reason ?? '' }),
  })
  show(room.root, {
    ...{ told: true, here: home === 'here', elsewhere: home !== 'here' },
    times: closesAt !== undefined,
    'other-end': isRunning && planned !== undefined && planned.closesAt < (closesAt ?? 0),
    open: state === 'open',
    paused: state === 'paused',
    'paused-why': pause !== undefined,
    kiosks: isRunning,
    running: isRunning && now < (closesAt ?? 0),
    closable: isRunning && now >= closableAt,
    over: !isRunning && state !== 'draft',
  })
}

function fillOpening(room: Room, { opening, turnout, times: { planned } }: Voting): void {
  const isRefused = opening !== undefined && 'refused' in opening
  show(room.root, {
    draft: opening !== undefined,
    'not-yet': isRefused,
    opening: opening !== undefined && !isRefused,
  })
  if (opening === undefined) return
  if ('refused' in opening) {
    const why = room.say(`refused.${opening.refused}`)
    return put(room.root, { 'not-yet': room.say('notYet', { why }) })
  }
  const { digest, ...numbers } = opening
  const { eligible = 0 } = together(room, turnout)
  show(room.root, { 'opening-few': numbers.codes < eligible })
  const [from, to] = [planned?.opensAt ?? 0, planned?.closesAt ?? 0].map(room.format.instant)
  put(room.root, {
    'opening-freezes': room.say('openingFreezes', {
      proposals: room.format.number(numbers.proposals),
      codes: room.format.number(numbers.codes),
    }),
    'opening-few': room.say('openingFew', {
      codes: room.format.number(numbers.codes),
      eligible: room.format.number(eligible),
    }),
    'opening-times': room.say('openingTimes', { from: from ?? '', to: to ?? '' }),
    'opening-floor': room.say('openingFloor', { floor: numbers.floor }),
    'opening-commit': room.say('openingCommit', { digest }),
  })
}

async function enterLot(room: Room): Promise<void> {
  const shownLot = shown?.voting.lot
  if (shownLot === undefined) return
  const lot = readLot(room, shownLot)
  if ('missing' in lot) return void isMissing(room, lot.field, `lot.${lot.missing}`)
  const titles = lot.order.map(
    (id, at) => `${at + 1}. ${shownLot.proposals.find((each) => each.id === id)?.title ?? id}`,
  )
  const words = {
    ask: [room.say('lot.ask'), ...titles].join('\n'),
    done: () => room.say('lot.done'),
  }
  await take(room, words, (round) => room.ask('enter-lot', { round, seen: shownLot.seen, lot }))
}

async function takeLotOut(room: Room): Promise<void> {
  const seen = shown?.voting.lot?.seen
  if (seen === undefined) return
  const words = { ask: room.say('lot.outAsk'), done: () => room.say('lot.out') }
  await take(room, words, (round) => room.ask('enter-lot', { round, seen, lot: null }))
}

async function openVoting(room: Room): Promise<void> {
  const opening = shown?.voting.opening
  if (opening === undefined || 'refused' in opening) return
  const { digest, codes } = opening
  const words = { ask: room.say('openAsk'), done: () => room.say('opened') }
  await take(room, words, (round) => room.ask('open-voting', { round, digest, codes }))
}

async function pauseVoting(room: Room): Promise<void> {
  const field = room.root.querySelector<HTMLInputElement>('#pause-reason')
  const reason = field?.value.trim() ?? ''
  if (isMissing(room, field, reason === '' ? 'reasonMissing' : undefined)) return
  const words = { done: () => room.say('paused') }
  await take(room, words, (round) => room.ask('pause-voting', { round, reason }))
}

async function extendVoting(room: Room): Promise<void> {
  const field = room.root.querySelector<HTMLInputElement>('#new-end')
  const to = parseLocalTime(field?.value.replace('T', ' ') ?? '')
  if (isMissing(room, field, to === undefined ? 'endMissing' : undefined)) return
  if (to === undefined) return
  const end = () => room.format.ends(shown?.voting.times.closesAt ?? 0)
  const words = {
    ask: room.say('extendAsk', { at: to }),
    done: () => room.say('extended', { at: end() }),
  }
  await take(room, words, (round) => room.ask('extend-voting', { round, to }))
}

async function openHere(room: Room): Promise<void> {
  const field = room.root.querySelector<HTMLInputElement>('#kiosk-name')
  const name = field?.value.trim() ?? ''
  if (shown === undefined) return
  if (isMissing(room, field, name === '' ? 'kioskNameMissing' : undefined)) return
  await openKiosk(room, { round: shown.round, name })
}

async function endKiosk(room: Room, { id: kiosk, name }: KioskShown): Promise<void> {
  const words = { ask: room.say('kioskEndAsk', { name }), done: () => room.say('kioskEnded') }
  await take(room, words, () => room.ask('end-kiosk', { kiosk }))
}

/** Says what is missing and leads to the field; what was missing before is forgotten. */
function isMissing(room: Room, field: HTMLElement | null, sentence: string | undefined): boolean {
  for (const other of room.root.querySelectorAll('[aria-invalid]'))
    other.removeAttribute('aria-invalid')
  if (sentence === undefined) return false
  field?.setAttribute('aria-invalid', 'true')
  room.done(room.say(sentence))
  field?.focus()
  return true
}

/** Asks first where it says what it asks; then does it, looks again, and tells what was done. */
async function take(
  room: Room,
  { ask, done }: { readonly ask?: string; done(): string },
  act: (round: RoundId) => Promise<object | undefined>,
): Promise<void> {
  if (shown === undefined || (ask !== undefined && !confirmFor(room, ask))) return
  if ((await act(shown.round)) === undefined) return
  await showVoting(room)
  room.done(done())
}
