/**
 * The council of a replay: a throw-away content repository made from a real election file.
 *
 * Talks to the file system. Invariant: nothing of the election file is written anywhere else.
 * Decided in docs/decisions/0006.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { printFile } from '../adapters/content/front-matter.ts'
import { printMoney } from '../domain/money.ts'
import type { Election, ElectionProposal } from '../domain/pabulib-election.ts'
import type { Rule } from '../domain/rule.ts'
import { printLocal, type Instant } from '../domain/time.ts'
import { commitAll } from './commit-all.ts'

const DAY = 86_400_000

/** The id of the one round of a replay. */
export const REPLAY_ROUND = 'replay'

/** Writes and commits the content; voting is open from a day before `now` to a day after. */
export async function writeReplayContent(
  directory: string,
  election: Election,
  { rule, now }: { readonly rule: Rule; readonly now: Instant },
): Promise<void> {
  const round = join(directory, 'rounds', REPLAY_ROUND)
  await mkdir(join(round, 'proposals'), { recursive: true })
  await writeFile(join(directory, 'council.md'), printFile(COUNCIL, 'Made from an election file.'))
  await writeFile(join(round, 'round.md'), printFile(roundFields(election, rule, now), 'A replay.'))
  for (const proposal of election.proposals)
    await writeFile(
      join(round, 'proposals', `${proposal.id}.md`),
      printFile(proposalFields(proposal), 'A proposal of a replay.'),
    )
  await commitAll(directory, 'The election file')
}

const COUNCIL = {
  schemaVersion: 1,
  name: 'Replay',
  kind: 'An election file, voted on again',
  country: 'Nowhere',
  languages: ['en'],
  timeZone: 'UTC',
  currency: 'EUR',
  contact: { name: 'Nobody' },
}

function roundFields(election: Election, rule: Rule, now: Instant): Record<string, unknown> {
  const { form, budget, lot, description } = election
  const maxCost = 'maxCost' in form ? form.maxCost : undefined
  return {
    schemaVersion: 1,
    title: 'Replay',
    summary: description.slice(0, 300),
    budget: printMoney(budget),
    phases: [
      { phase: 'voting', from: printLocal(now - DAY, 'UTC'), to: printLocal(now + DAY, 'UTC') },
    ],
    ballot: { ...form, ...(maxCost === undefined ? {} : { maxCost: printMoney(maxCost) }) },
    // The names of rules hold no money, so that the rule is written as it is.
    rule,
    // The file is public, so that its ballots need no crowd to hide in.
    publication: { floor: 5 },
    lot: { order: lot, drawn: 'By id, as the peers that this is compared with do.' },
  }
}

function proposalFields({ sourceId, title, cost }: ElectionProposal): Record<string, unknown> {
  return {
    schemaVersion: 1,
    title: title.length < 3 ? `Project ${title}` : title.slice(0, 80),
    summary: 'A project of the election file.',
    cost: printMoney(cost),
    sourceId,
  }
}
