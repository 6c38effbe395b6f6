/**
 * Advances every round by its dates: opens, extends, closes, seals and purges when the time has come, forgets
 * contacts, and keeps the board up to date.
 *
 * Talks to content, the ballot box and the board; run by the schedule. Invariant: it does only what a clerk could
 * do by hand at this time, and doing it twice changes nothing. Decided in docs/decisions/0003.
 */
import { purgedFrom } from '../domain/box-state.ts'
import type { ClerkRefusal } from '../domain/clerk-refusal.ts'
import { openPeriodAt, periodsOf } from '../domain/phase.ts'
import type { Result } from '../domain/result.ts'
import type { Round } from '../domain/round.ts'
import { endOf, type LocalTime } from '../domain/time.ts'
import { changeRound } from './change-round.ts'
import { extendRound } from './extend-round.ts'
import { forgetOldContacts } from './forget-contacts.ts'
import { openRound } from './open-round.ts'
import { hallsOut } from './hall-fates.ts'
import type { Ports } from './ports.ts'
import { purgeRound } from './purge-round.ts'
import { followBoard } from './update-board.ts'

export type Advance = {
  readonly round: string
  readonly step: 'open' | 'extend' | 'close' | 'seal' | 'purge'
  readonly result: Result<unknown, ClerkRefusal>
}

/** Answers the steps that were tried; an empty list where no round was due. */
export async function advanceRounds(ports: Ports): Promise<readonly Advance[]> {
  const steps: Advance[] = []
  for (const id of await ports.content.roundIds()) {
    const content = await ports.content.round(id)
    if (content === undefined) continue
    steps.push(...(await advance(ports, content.round)))
    await forgetOldContacts(ports, content.round)
    await followBoard(ports, content.round)
  }
  for (const { round, step, result } of steps)
    ports.log.event(result.ok ? `round-${step}` : `round-not-${step}`, {
      round,
      ...(result.ok ? {} : { why: result.error.code }),
    })
  return steps
}

async function advance(ports: Ports, round: Round): Promise<Advance[]> {
  const steps: Advance[] = []
  const state = async () => (await ports.box.meta(round.id))?.state ?? 'draft'
  if ((await state()) === 'draft' && (await isVotingTime(ports, round)))
    steps.push({ round: round.id, step: 'open', result: await openRound(ports, round.id) })
  const later = await laterEnd(ports, round)
  if (later !== undefined)
    steps.push({
      round: round.id,
      step: 'extend',
      result: await extendRound(ports, round.id, later),
    })
  if (['open', 'paused'].includes(await state())) {
    const result = await changeRound(ports, round.id, 'close')
    if (result.ok || result.error.code !== 'before-end')
      steps.push({ round: round.id, step: 'close', result })
  }
  if (!round.paper && (await state()) === 'closed' && (await hallsOut(ports, round)).length === 0)
    steps.push({
      round: round.id,
      step: 'seal',
      result: await changeRound(ports, round.id, 'seal'),
    })
  if (await isPurgeTime(ports, round))
    steps.push({ round: round.id, step: 'purge', result: await purgeRound(ports, round.id) })
  return steps
}

/** A day after the complaint date, once: a purged round is not published any more. */
async function isPurgeTime({ box, clock }: Ports, round: Round): Promise<boolean> {
  const meta = await box.meta(round.id)
  if (meta?.state !== 'published') return false
  return clock.now() >= purgedFrom(meta.closesAt, round.publication.complaintDays)
}

/** The end in round.md, where the council moved it later since voting opened. */
async function laterEnd({ content, box }: Ports, round: Round): Promise<LocalTime | undefined> {
  const meta = await box.meta(round.id)
  if (meta?.state !== 'open' && meta?.state !== 'paused') return undefined
  const { timeZone } = await content.council()
  const to = round.phases.find(({ phase }) => phase === 'voting')?.to
  const end = to && endOf(to, timeZone)
  return end?.ok && end.value > meta.closesAt ? to : undefined
}

async function isVotingTime({ content, clock }: Ports, round: Round): Promise<boolean> {
  const { timeZone } = await content.council()
  return openPeriodAt(periodsOf(round.phases, timeZone), 'voting', clock.now()) !== undefined
}
