/**
 * Measures one file and rule in a process of its own, for bench-count.ts.
 *
 * Talks to the file system and the clock. Invariant: times are medians in milliseconds but for `first`,
 * the count in a fresh process; `merge` prepares the ballots for any number of counts; memory is the peak of the whole process in megabytes.
 * Decided in docs/decisions/0006.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { contestOfGroups } from '../domain/contest.ts'
import { readContest, readElection } from '../domain/pabulib-contest.ts'
import { runCommand } from './host/run-command.ts'
import { fileRule } from './file-rule.ts'
import { countByRule } from './recount-file.ts'

await runCommand(async () => {
  const [path = '', name = 'equalshares', times = '5'] = process.argv.slice(2)
  const runs = Number(times)
  const bytes = await readFile(path)
  const file = readContest(bytes)
  const rule = fileRule(file, name, {})
  const counts = timed(runs, () => countByRule(file, rule))
  const memory = process.resourceUsage().maxRSS / 1024
  const parse = median(timed(runs, () => readElection(bytes)))
  const { facts, merged } = readElection(bytes)
  const merge = median(timed(runs, () => contestOfGroups(facts, merged)))
  const megabytes = bytes.length / 1e6
  const line = {
    file: basename(path),
    rule: name,
    megabytes: round(megabytes),
    parse: round(parse),
    parseSpeed: round(megabytes / (parse / 1000)),
    merge: round(merge),
    first: round(counts[0] ?? 0),
    count: round(median(counts)),
    memory: round(memory),
    machine: round(median(timed(3, arithmetic))),
  }
  console.log(JSON.stringify(line))
})

function timed(times: number, work: () => unknown): number[] {
  return Array.from({ length: times }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
}

/** Ten million additions and divisions: how fast this machine is just now. */
function arithmetic(): number {
  let sum = 0
  for (let at = 1; at <= 10_000_000; at++) sum += 1 / at
  return sum
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
