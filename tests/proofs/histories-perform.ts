/**
 * A command of a random history, given to a real store by its ports, or to a clerk's use case over it.
 *
 * Talks to the side that it is given. Invariant: answers are told in the words of the reference, and nothing
 * is decided here.
 */
import { extendedAt } from '../../src/domain/box-event.ts'
import { placeOf } from '../../src/domain/checkpoint.ts'
import type { RoundId } from '../../src/domain/id.ts'
import { changeRound, type Change } from '../../src/service/change-round.ts'
import type { Ports } from '../../src/service/ports.ts'
import {
  CLOSES,
  OPENS,
  PINNED,
  type Cast,
  type Command,
  type Moment,
  type Given,
} from './histories-commands.ts'
import { recordFrom, retryOf, serialOf, useOf } from './histories-names.ts'
import { performPaper } from './histories-paper.ts'
import { LEASE } from './histories-reference-chain.ts'
import { read } from './histories-read.ts'
import { POOL_IDS, poolOf, type Side } from './histories-side.ts'

/** Gives the command, and answers what the store answered. */
export async function perform(
  {
    side,
    round,
    now,
  }: { readonly side: Side; readonly round: RoundId; readonly now: () => number },
  command: Command,
  moment: Moment,
): Promise<string> {
  const ports = { ...side.ports, clock: { now } }
  const { box, chain } = ports
  switch (command.do) {
    case 'cast':
      return cast(ports, round, command, moment)
    case 'stage codes':
      return yes(await box.draftMarks({ ...batchOf(round, command), marks: marksOf(command) }))
    case 'activate codes':
      return yes(await box.activateBatch(batchOf(round, command), command.expected))
    case 'open':
      return yes(await box.open(round, META, command.marks))
    case 'reissue':
      return box.reissue(round, serialOf(command.lost), serialOf(command.reserve))
    case 'begin a pile':
    case 'hold':
    case 'release':
    case 'release a pile':
    case 'separate':
    case 'type a sheet':
    case 'settle a sheet':
    case 'freeze':
    case 'box':
      return performPaper(ports, round, command, moment)
    case 'seal as seen':
      return yes(await box.transition(round, 'seal'))
    case 'extend':
      return yes(await box.extend(round, command.to, extendedAt(moment.now, command.to)))
    case 'close as seen':
      return yes(await box.transition(round, 'close', { closesAt: command.closesAt }))
    case 'lease':
      return yes(await chain.lease(round, command.holder, leaseFrom(moment)))
    case 'give back the lease':
      await chain.release(round, command.holder)
      return 'done'
    case 'stage a checkpoint':
      return stage(ports, round, command, moment)
    case 'confirm a checkpoint':
      return yes(await chain.confirm(round, command.n, `${command.n}:board`))
    case 'ask whether recorded':
    case 'read a box':
    case 'read the ledger':
    case 'survey':
      return read(ports, round, command)
    case 'pin the result':
      return box.pinResult(round, 1, command.digest)
    case 'publish':
      return (await box.transition(round, 'publish')) ? 'published' : 'state-wrong'
    case 'purge':
      return yes(await ports.archive.purge(round, POOL_IDS))
    case 'clock':
      return 'set'
    case 'pause':
    case 'resume':
    case 'close':
    case 'seal':
      return change(ports, round, command.do)
  }
}

const META = { ...PINNED, opensAt: OPENS, closesAt: CLOSES, head: '0:opening' }

function yes(answer: boolean): string {
  return answer ? 'yes' : 'no'
}

function leaseFrom({ now }: Moment) {
  return { now, until: now + LEASE }
}

/** By the use case, which knows when a round may be closed and when it may be sealed. */
async function change(ports: Ports, round: RoundId, step: Change): Promise<string> {
  const changed = await changeRound(ports, round, step, 'A paper is missing.')
  return changed.ok ? changed.value : changed.error.code
}

function batchOf(round: RoundId, given: Given<'stage codes'> | Given<'activate codes'>) {
  const { batch, pool, kind } = given
  return { round, batch, pool: poolOf(pool), kind }
}

function marksOf({ codes }: Given<'stage codes'>) {
  return codes.map((code) => ({ mark: code, serial: serialOf(code) }))
}

async function cast({ box }: Ports, round: RoundId, asked: Cast, moment: Moment): Promise<string> {
  const { code, nonce, pool, digest, schema, fingerprint, channel } = asked
  const outcome = await box.cast({
    ...{ round, digest, schema, fingerprint, channel, now: moment.now },
    ...{ pool: poolOf(pool), mark: code, receipt: nonce, retry: retryOf(asked), use: useOf(code) },
    record: recordFrom(`${retryOf(asked)}.${moment.turn}`),
  })
  return outcome.outcome === 'recorded' ? `recorded ${outcome.head}` : outcome.outcome
}

/** As the use case does it: from a survey, with the places that are new. */
async function stage(
  { chain }: Ports,
  round: RoundId,
  { n, kind }: Given<'stage a checkpoint'>,
  { now, turn }: Moment,
): Promise<string> {
  const { boxed, counts, events, firstSeen } = await chain.survey(round, POOL_IDS)
  const places = boxed.map(({ pool, receipt }) => placeOf(pool, receipt))
  const staged = await chain.stage(round, {
    ...{ n, kind, at: now, events: events.length },
    recorded: [...counts.recorded.values()].reduce((sum, number) => sum + number, 0),
    text: `checkpoint ${n} of turn ${turn}`,
    places: places.filter((place) => !firstSeen.has(place)),
  })
  return yes(staged)
}
