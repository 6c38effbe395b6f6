/**
 * `npm run -s recount -- <file.pb | content/rounds/R> [--rule greedy] [--json]`: counts again.
 *
 * Talks to the file system only. Invariant: it reads published files and nothing else, and says plainly
 * whether they agree. Decided in docs/decisions/0006.
 */
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { compareText } from '../domain/encoding.ts'
import { printMoney } from '../domain/money.ts'
import { parsePabulib } from '../domain/pabulib.ts'
import { electionOf } from '../domain/pabulib-election.ts'
import { recountElection } from '../domain/recount.ts'
import { ruleName } from '../domain/rule-name.ts'
import { RuleSchema } from '../domain/rule.ts'
import { Refused } from './clerk-command.ts'
import { runCommand } from './host/run-command.ts'
import { recountFolder, summary, type Outcome } from './recount-folder.ts'

const USAGE = 'Usage: npm run -s recount -- <file.pb | content/rounds/R> [--rule greedy] [--json]'

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rule: { type: 'string', default: 'greedy' },
      json: { type: 'boolean', default: false },
    },
  })
  const [path] = positionals
  if (path === undefined) throw new Refused(USAGE)
  const folder = (await stat(path).catch(() => undefined))?.isDirectory()
  const outcomes = folder
    ? await recountFolder(resolve(path))
    : [await recountFile(path, values.rule)]
  for (const outcome of outcomes) console.log(values.json ? printJson(outcome) : describe(outcome))
  if (outcomes.some(({ agrees }) => agrees === false)) process.exitCode = 1
})

/** Peers fund proposals without votes where money is left; so does this, to be compared with them. */
async function recountFile(path: string, method: string): Promise<Outcome> {
  const rule = v.safeParse(RuleSchema, { method, fundWithoutVotes: true })
  if (!rule.success) throw new Refused(`The rule "${method}" is not counted here yet. ${USAGE}`)
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refused(`There is no file ${path}.`)
  })
  const election = electionOf(parsePabulib(text))
  const started = performance.now()
  const { tally, allocation } = recountElection(election, rule.output)
  const milliseconds = performance.now() - started
  const sources = new Map(election.proposals.map(({ id, sourceId }) => [id, sourceId]))
  return {
    ...summary(allocation, milliseconds),
    name: basename(path),
    rule: ruleName(rule.output),
    selected: allocation.selected.map((id) => sources.get(id) ?? id).toSorted(compareText),
    budget: election.budget,
    voters: tally.ballots,
  }
}

function printJson({ name: _, cost, budget, ...rest }: Outcome): string {
  return JSON.stringify({
    ...rest,
    cost: Number(printMoney(cost)),
    budget: Number(printMoney(budget)),
  })
}

function describe(outcome: Outcome): string {
  const { name, voters, selected, cost, budget, rule, agrees, from } = outcome
  const source = from === 'sums' ? 'from the published sums' : 'one by one'
  return [
    `${name}: ${voters} ballots counted again ${source}, by the rule ${rule}.`,
    `Funded for ${printMoney(cost)} of ${printMoney(budget)}:`,
    ...selected.map((id) => `  ${id}`),
    ...(agrees === undefined
      ? []
      : [
          agrees
            ? 'This agrees with the published result.'
            : 'THIS DIFFERS from the published result.',
        ]),
  ].join('\n')
}
