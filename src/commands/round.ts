/**
 * `npm run round -- <round> [open|pause|resume|extend|close|seal|observers|certify|correct]`: the steps of a vote by hand.
 *
 * Talks to the ballot box and the publisher. Invariant: it can do no more than the schedule and the
 * rules of the box allow; without a step it only shows where the round stands. Decided in
 * docs/decisions/0003.
 */
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { findPeriod, periodsOf } from '../domain/phase.ts'
import { LocalTimeSchema, printInstant, printLocal } from '../domain/time.ts'
import { changeRound } from '../service/change-round.ts'
import { correctResult } from '../service/correct-result.ts'
import { extendRound } from '../service/extend-round.ts'
import { openRound } from '../service/open-round.ts'
import type { Ports } from '../service/ports.ts'
import { publishResult } from '../service/publish-result.ts'
import { showBoxes } from '../service/show-boxes.ts'
import { need, openPorts } from './clerk-command.ts'
import { floorWarnings } from './floor-warnings.ts'
import { runCommand } from './host/run-command.ts'
import { newPrivateFile } from './private-file.ts'
import { Refused } from './refused.ts'

const USAGE =
  'Usage: npm run round -- <round> [open|pause --reason "..."|resume|extend --to "2027-05-16 20:00"|close|seal|observers --out observed.csv|certify|correct --reason "..."]'

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { to: { type: 'string' }, reason: { type: 'string' }, out: { type: 'string' } },
  })
  const [round, step = 'show'] = positionals
  if (round === undefined) throw new Refused(USAGE)
  console.log(await take(await openPorts(), { round, step, ...values }))
}, USAGE)

async function take(
  ports: Ports,
  {
    round,
    step,
    to,
    reason,
    out,
  }: {
    readonly round: string
    readonly step: string
    readonly to?: string | undefined
    readonly reason?: string | undefined
    readonly out?: string | undefined
  },
): Promise<string> {
  switch (step) {
    case 'show':
      return show(ports, round)
    case 'open':
      return `Open. The opening record has the digest ${need(await openRound(ports, round)).digest}.`
    case 'pause':
    case 'resume':
    case 'close':
    case 'seal':
      return `The round is ${need(await changeRound(ports, round, step, reason))}.`
    case 'extend': {
      const end = v.safeParse(LocalTimeSchema, to)
      if (!end.success) throw new Refused(USAGE)
      const closesAt = printInstant(need(await extendRound(ports, round, end.output)))
      return `Voting ends at ${closesAt}. Write the new end into round.md too, so that residents read it.`
    }
    case 'observers': {
      if (out === undefined) throw new Refused(USAGE)
      const write = newPrivateFile(out)
      await write(need(await showBoxes(ports, round)))
      return `Written to ${out}. Hand it to the named observers, and to nobody else: once ballots are published it tells the choices behind every receipt.`
    }
    case 'certify':
      return `Published in commit ${need(await publishResult(ports, round, 'final')).commit}.`
    case 'correct': {
      const { snapshot, commit } = need(await correctResult(ports, round, reason))
      return `Published as results/${snapshot.snapshot} in commit ${commit}. What was published before stays there.`
    }
    default:
      throw new Refused(USAGE)
  }
}

/** Where the round stands; turnout is a number that the council may know, the outcome is not. */
async function show(ports: Ports, roundId: string): Promise<string> {
  const content = await ports.content.round(roundId)
  if (content === undefined) throw new Refused(`There is no round "${roundId}" in content/rounds.`)
  const [meta, counts] = await Promise.all([
    ports.box.meta(content.round.id),
    ports.box.counts(content.round.id),
  ])
  const { timeZone } = await ports.content.council()
  const local = (at: number) => printLocal(at, timeZone)
  const end = findPeriod(periodsOf(content.round.phases, timeZone), 'voting')?.endsAt
  const list = (numbers: ReadonlyMap<string, number>) =>
    [...numbers].map(([name, number]) => `${name} ${number}`).join(', ') || 'none'
  return [
    `State     ${meta?.state ?? 'draft'}`,
    ...(meta ? [`Voting    ${local(meta.opensAt)} to ${local(meta.closesAt)} (${timeZone})`] : []),
    ...(meta && end !== undefined && end < meta.closesAt
      ? [
          'LOOK      round.md names an earlier end. Voting never closes early; residents read the wrong date.',
        ]
      : []),
    ...(meta ? [] : floorWarnings(content)),
    `Issued    ${list(counts.issued)}; revoked since ${counts.revoked}, reissued ${counts.reissued}`,
    `Ballots   ${list(counts.recorded)}`,
    ...(content.round.paper
      ? [`Paper     ${counts.held} waiting to be boxed; invalid ${list(counts.invalid)}`]
      : []),
  ].join('\n')
}
