/**
 * `npm run bench -- count [file.pb …] [--rule NAME] [--runs N] [--json]`: how long parsing and counting take.
 *
 * Talks to the file system and the clock. Each case runs in a process of its own, so that memory is that
 * of one count. Invariant: all cases are measured one after the other on the same machine, beside a fixed
 * piece of arithmetic that tells how fast it is. Decided in docs/decisions/0006.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { namedRule } from './named-rule.ts'
import { Refused } from './refused.ts'

/** The cases that docs/counting.md speaks of: a part of a file's name, and a rule. */
const CASES: readonly (readonly [file: string, rule: string, runs: number])[] = [
  ['Poland_Warszawa_2021_Mokotow.pb', 'equalshares', 9],
  ['Poland_Lodz_2022.pb', 'equalshares', 9],
  ['Poland_Wroclaw_2015_150_-_500.pb', 'equalshares', 9],
  ['Poland_Warszawa_2021_Mokotow.pb', 'equalshares/add1u', 3],
  ['Poland_Lodz_2022.pb', 'equalshares/add1u', 3],
  ['Poland_Krakow_2024.pb', 'greedy', 9],
]

const MeasureSchema = v.object({
  file: v.string(),
  rule: v.string(),
  megabytes: v.number(),
  parse: v.number(),
  parseSpeed: v.number(),
  merge: v.number(),
  first: v.number(),
  count: v.number(),
  memory: v.number(),
  machine: v.number(),
})

/** Runs the command with the words after its subject. */
export function benchCount(words: readonly string[]): void {
  const { values, positionals: files } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      rule: { type: 'string' },
      runs: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const chosen = files.map((file) => [file, values.rule ?? 'equalshares', 5] as const)
  const own = runsIn(values.runs)
  if (values.rule !== undefined) namedRule(values.rule, {})
  const cases = files.length > 0 ? chosen : defaultCases()
  const measures = cases.map(([file, rule, runs]) => measure(file, rule, own ?? runs))
  if (values.json) console.log(JSON.stringify(measures))
  else console.table(measures.map(({ file, ...rest }) => ({ file: basename(file), ...rest })))
}

/** How often to count; undefined where the command does not say. */
function runsIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new Refused(`--runs "${text}": write a whole number of one or more.`)
}

function defaultCases() {
  const folder = resolve(process.env['PABULIB_DIR'] || '../shared/pabulib')
  if (!existsSync(folder))
    throw new Refused(`There are no elections in ${folder}. Name the files, or set PABULIB_DIR.`)
  return CASES.map(([file, rule, runs]) => [join(folder, file), rule, runs] as const)
}

function measure(file: string, rule: string, runs: number) {
  if (!existsSync(file)) throw new Refused(`There is no file ${file}.`)
  const worker = fileURLToPath(new URL('./bench-count-one.ts', import.meta.url))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', worker, file, rule, String(runs)],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Refused(`${basename(file)} could not be measured: ${stderr.trim()}`)
  return v.parse(v.pipe(v.string(), v.parseJson(), MeasureSchema), stdout)
}
