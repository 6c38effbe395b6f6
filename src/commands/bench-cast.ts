/**
 * `npm run bench -- cast [--casts N] [--json]`: casts per second, beside the bare script with the same client.
 *
 * Talks to a Redis and a folder of its own, and to the clock. The last line with --json is
 * { castsPerSecond, bareEvalsPerSecond, ratio, commandsPerCast, bytesPerCast }; bytes are those between
 * Redis and the REST bridge, script and answer included. Invariant: both are measured in turns in one run,
 * sixteen at a time, and everything that was sent lies in the box afterwards. Decided in docs/decisions/0006.
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureCasts, type CastMeasure } from './bench-cast-blocks.ts'
import { openCastHome } from './bench-cast-home.ts'
import { PROJECT_DIR } from './host/project.ts'
import { Refused } from './refused.ts'

/** Runs the command with the words after its subject. */
export async function benchCast(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      casts: { type: 'string', default: '8000' },
      json: { type: 'boolean', default: false },
    },
  })
  const casts = castsIn(values.casts)
  const directory = join(PROJECT_DIR, '.data', `bench-${process.pid}`)
  await mkdir(directory, { recursive: true })
  const home = await openCastHome(directory)
  try {
    const measure = await measureCasts(home, casts)
    console.log(values.json ? JSON.stringify(measure) : sentences(measure, casts))
  } finally {
    await home.close()
    await rm(directory, { recursive: true, force: true })
  }
}

/** More would take hours, and tell no more. */
const MOST_CASTS = 999_999

function castsIn(text: string): number {
  if (/^[1-9]\d*$/.test(text) && Number(text) <= MOST_CASTS) return Number(text)
  throw new Refused(`--casts "${text}": write a whole number from 1 to ${MOST_CASTS}.`)
}

function sentences(measure: CastMeasure, casts: number): string {
  const { castsPerSecond, bareEvalsPerSecond, ratio, commandsPerCast, bytesPerCast } = measure
  return [
    `${casts} ballots through the function, and as many by the bare script, in turns:`,
    `  ${castsPerSecond} casts a second, ${bareEvalsPerSecond} bare evaluations: ratio ${ratio}`,
    `  ${commandsPerCast} commands and ${bytesPerCast} bytes a cast, as Redis counts them`,
  ].join('\n')
}
