/**
 * Shows what needs doing in each round, and whether everything that the vote stands on answers.
 *
 * Talks to content, box, inbox, chain, publisher and the store's host. Invariant: only counts of what waits and
 * dates; nothing about what anyone chose. Decided in docs/decisions/0022 and 0033.
 */
import { dueTasks } from '../../domain/desk-task.ts'
import { HOST_PLAN } from '../../domain/free-plan.ts'
import { periodsOf } from '../../domain/phase.ts'
import { ok } from '../../domain/result.ts'
import { findHome } from '../find-home.ts'
import { hallsOut } from '../hall-fates.ts'
import { ifAnswered } from '../if-answered.ts'
import type { Ports, RoundContent } from '../ports.ts'
import type { SignedUseCase } from './use-case.ts'

/** Rounds, newest first as the council lists them, and the health of the whole. */
export const showToday: SignedUseCase<'show-today'> = async (ports) => {
  const [ids, commands] = await Promise.all([
    ports.content.roundIds(),
    ports.storePlan?.commandsThisMonth(),
  ])
  const contents = await Promise.all(ids.map((id) => ports.content.round(id)))
  const rounds = contents.filter((content) => content !== undefined)
  return ok({
    answer: {
      now: ports.clock.now(),
      rounds: (await Promise.all(rounds.map((content) => tellRound(ports, content)))).toSorted(
        (a, b) => b.startsAt - a.startsAt,
      ),
      publishing: await tellPublishing(ports),
      commands,
    },
  })
}

async function tellRound(ports: Ports, { round }: RoundContent) {
  const { timeZone } = await ports.content.council()
  const [meta, marks, submissions, checkpoint] = await Promise.all([
    ports.box.meta(round.id),
    ports.box.counts(round.id),
    ports.inbox.list(round.id),
    ports.chain.state(round.id),
  ])
  const inState = (state: string) => submissions.filter((each) => each.state === state).length
  const state = meta?.state ?? 'draft'
  const periods = periodsOf(round.phases, timeZone)
  const home = await findHome(ports, round.id, { meta, periods })
  return {
    ...{ id: round.id, title: round.title, state },
    startsAt: Math.max(...periods.map(({ startsAt }) => startsAt)),
    home,
    tasks: dueTasks({
      ...{ round, state, now: ports.clock.now() },
      // Nothing can be done here about a vote that another store holds.
      periods: home === 'other' ? periods.filter(({ phase }) => phase !== 'voting') : periods,
      waiting: inState('waiting'),
      approved: inState('approved'),
      codes: [...marks.issued.values()].reduce((sum, count) => sum + count, 0),
      closesAt: meta?.closesAt,
      halls: ports.hall ? 'here' : (await hallsOut(ports, round)).length > 0 ? 'out' : undefined,
    }),
    checkpoint: checkpoint && {
      ...{ n: checkpoint.n, at: checkpoint.at, isPublic: checkpoint.confirmed },
    },
    fingerprint: ports.keys.fingerprint(round.id),
    isKey: meta === undefined || meta.fingerprint === ports.keys.fingerprint(round.id),
  }
}

/** A new key to the git host takes a person who may give it out, so it is asked for long before. */
const DAY = 24 * 60 * 60 * 1000
const WARNED_BEFORE = 60 * DAY

async function tellPublishing({ publisher, clock }: Ports) {
  const now = clock.now()
  const told = await ifAnswered(async () => {
    const answers = (await publisher.head('content')) !== undefined
    const endsAt = answers ? await publisher.accessEndsAt?.() : undefined
    const isSoon = endsAt !== undefined && endsAt - now < WARNED_BEFORE
    const deploys = await publisher.commitsSince?.(now - HOST_PLAN.windowDays * DAY)
    return { answers, isKeyed: publisher.accessEndsAt !== undefined, endsAt, isSoon, deploys }
  })
  return told ?? { answers: false }
}
