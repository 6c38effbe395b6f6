/**
 * `npm run -s recount -- <file.pb | content/rounds/R>`: counts again, by the round's rule or any other.
 *
 * Talks to the file system only. Invariant: it reads published files and nothing else, and says plainly
 * whether they agree. Decided in docs/decisions/0006.
 */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { READINGS } from '../domain/reading.ts'
import { RULE_NAMES } from '../domain/rule-name.ts'
import { runCommand } from './host/run-command.ts'
import { printJson } from './recount-json.ts'
import { describeRecount } from './describe-recount.ts'
import { recountFile, type FileOptions } from './recount-file.ts'
import { recountFolder } from './recount-folder.ts'
import { Refused } from './refused.ts'

const USAGE = `Usage: npm run -s recount -- <file.pb | content/rounds/R> [options]
  --rule NAME        ${RULE_NAMES.join(', ')}; each also with -comparison
  --reading READING  ${READINGS.join(', ')}; of a file, by default that of its vote type
  --start exact|floor, --increment AMOUNT, --per-theme N (by default 1), --min-votes N
  --exclusive ID,ID,…  a group of which one may be funded; once for each group
  --ties ID,ID,…     the lot order; ids that it leaves out come after, by code units
  --caps file|none   whether a file's budgets of categories and neighbourhoods bind; by default not
  --compare NAME     what another rule would have done
  --explain, --json`

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    args: withNegatives(process.argv.slice(2)),
    allowPositionals: true,
    options: {
      rule: { type: 'string' },
      reading: { type: 'string' },
      start: { type: 'string' },
      increment: { type: 'string' },
      'per-theme': { type: 'string' },
      'min-votes': { type: 'string' },
      exclusive: { type: 'string', multiple: true },
      ties: { type: 'string' },
      caps: { type: 'string' },
      compare: { type: 'string' },
      explain: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [path, another] = positionals
  if (path === undefined) throw new Refused(USAGE)
  if (another !== undefined)
    throw new Refused(`One file or round at a time: ${path} and ${another} are two.`)
  const options = fileOptions(values)
  const folder = (await stat(path).catch(() => undefined))?.isDirectory()
  for (const name of ['reading', 'caps'] as const)
    if (folder && values[name] !== undefined)
      throw new Refused(`--${name} is for .pb files: a round says in round.md how it is counted.`)
  const outcomes = folder
    ? await recountFolder(resolve(path), options)
    : [await recountFile(path, { ...options, rule: options.rule ?? 'greedy' })]
  for (const outcome of outcomes)
    console.log(values.json ? printJson(outcome) : describeRecount(outcome))
  if (outcomes.some(({ agrees }) => agrees === false)) process.exitCode = 1
}, USAGE)

type Values = Readonly<Record<string, string | boolean | string[] | undefined>>

/** The options of the command as the options of a recount. */
function fileOptions(values: Values): Omit<FileOptions, 'rule'> & { rule: string | undefined } {
  const text = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  const reading = READINGS.find((each) => each === text('reading'))
  if (text('reading') !== undefined && reading === undefined)
    throw new Refused(`--reading is one of ${READINGS.join(', ')}.`)
  const ties = text('ties')
  const groups = Array.isArray(values['exclusive']) ? values['exclusive'] : []
  const caps = text('caps') ?? 'none'
  if (caps !== 'file' && caps !== 'none') throw new Refused('--caps is one of file, none.')
  const fields = {
    start: text('start'),
    increment: text('increment'),
    perTheme: numberOf(text('per-theme')),
    minVotes: numberOf(text('min-votes')),
  }
  return {
    rule: text('rule'),
    compare: text('compare'),
    reading,
    caps: caps === 'file',
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    exclusive: groups.map(idsIn),
    lot: ties === undefined ? undefined : idsIn(ties),
    explain: values['explain'] === true,
  }
}

function idsIn(list: string): readonly string[] {
  return list.split(',').map((id) => id.trim())
}

/** Text that is no whole number is left to the rule's schema, which says so. */
function numberOf(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : text
}

/** An option's value that begins like a negative number is taken for a value, so that it can be refused as one. */
function withNegatives(words: readonly string[]): string[] {
  return words.reduce<string[]>((joined, word) => {
    const before = joined.at(-1)
    return /^-\d/.test(word) && before !== undefined && /^--[a-z-]+$/.test(before)
      ? [...joined.slice(0, -1), `${before}=${word}`]
      : [...joined, word]
  }, [])
}
