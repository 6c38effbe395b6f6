/**
 * `npm run bench -- build [--proposals N …] [--pictures N] [--json]`: our build beside a bare Astro site of the same content.
 *
 * Talks to temporary folders; the sizes of the made-up pictures are kept in .data/ for the next time. With
 * --json it prints a list of { proposals, pictures, pages, seconds, bareSeconds, ratio, peakMiB, barePeakMiB, load }.
 * Invariant: both build the same Markdown in turns in one run, each in a process of its own, and no picture is
 * worked on while the clock runs. Decided in docs/decisions/0019.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBareSite } from './bare-site.ts'
import { OPEN_ROUND } from './example-site.ts'
import { writeGenerated, type Generated } from './generated-content.ts'
import { PROJECT_DIR } from './host/project.ts'
import { runMeasured, type MeasuredRun } from './measured-run.ts'
import { Refused } from './refused.ts'

const TURNS = 2
const PICTURES_DIR = join(PROJECT_DIR, '.data', 'bench-pictures')
const QUIET = '--disable-warning=ExperimentalWarning'
const BUILD = join(import.meta.dirname, 'build.ts')
const ASTRO = join(
  dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
)

type BuildMeasure = Generated & {
  /** HTML files of ours. */
  readonly pages: number
  readonly seconds: number
  readonly bareSeconds: number
  readonly ratio: number
  readonly peakMiB: number
  readonly barePeakMiB: number
  /** How much else the machine had to do: its load a minute before and after. */
  readonly load: readonly [number, number]
}

/** Runs the command with the words after its subject. */
export async function benchBuild(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      proposals: { type: 'string', multiple: true, default: ['1000'] },
      pictures: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const measures: BuildMeasure[] = []
  for (const text of values.proposals) {
    const proposals = countIn('proposals', text)
    const pictures = countIn('pictures', values.pictures ?? text)
    const measure = await measureBuilds({ proposals, pictures })
    measures.push(measure)
    if (!values.json) console.log(sentences(measure))
  }
  console.log(values.json ? JSON.stringify(measures) : growth(measures))
}

function countIn(option: string, text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw new Refused(`--${option} "${text}": write a whole number of one or more.`)
}

async function measureBuilds(generated: Generated): Promise<BuildMeasure> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-build-'))
  const [content, bare, site] = ['content', 'bare', 'site'].map((name) => join(folder, name))
  if (!content || !bare || !site) throw new RangeError('three folders')
  try {
    await writeGenerated(content, generated)
    await writeBareSite(bare, join(content, 'rounds', OPEN_ROUND))
    const ours = () => buildOurs(content, site)
    await ours() // makes the sizes of the pictures
    const before = loadavg()[0] ?? 0
    const turns: [MeasuredRun, MeasuredRun][] = []
    for (let turn = 0; turn < TURNS; turn++) turns.push([await ours(), await buildBare(bare)])
    const [own, other] = [bestOf(turns.map(([run]) => run)), bestOf(turns.map(([, run]) => run))]
    const files = await readdir(site, { recursive: true, encoding: 'utf8' })
    return {
      ...generated,
      pages: files.filter((file) => file.endsWith('.html')).length,
      seconds: round(own.seconds),
      bareSeconds: round(other.seconds),
      ratio: round(own.seconds / other.seconds),
      peakMiB: Math.round(own.peakMiB),
      barePeakMiB: Math.round(other.peakMiB),
      load: [round(before), round(loadavg()[0] ?? 0)],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function buildOurs(content: string, site: string): Promise<MeasuredRun> {
  const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: site, SITE_URL: '', PICTURES_DIR }
  return runMeasured([QUIET, BUILD], { cwd: PROJECT_DIR, env })
}

/** From nothing each time, as ours. */
async function buildBare(directory: string): Promise<MeasuredRun> {
  for (const made of ['.astro', 'dist'])
    await rm(join(directory, made), { recursive: true, force: true })
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' }
  return runMeasured([QUIET, ASTRO, 'build'], { cwd: directory, env })
}

/** The shortest time and the least memory: what else the machine did can only add. */
function bestOf(runs: readonly MeasuredRun[]): MeasuredRun {
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    peakMiB: Math.min(...runs.map(({ peakMiB }) => peakMiB)),
  }
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}

function sentences(measure: BuildMeasure): string {
  const { proposals, pictures, pages, seconds, bareSeconds, ratio, peakMiB, barePeakMiB, load } =
    measure
  return [
    `${proposals} proposals with ${Math.min(pictures, proposals)} pictures, ${pages} pages:`,
    `  ${seconds} s, a bare Astro site ${bareSeconds} s: ratio ${ratio}`,
    `  ${peakMiB} MiB at most, the bare site ${barePeakMiB} MiB; load of the machine ${load.join(' to ')}`,
  ].join('\n')
}

/** What each further proposal costs, from one number of them to the next. */
function growth(measures: readonly BuildMeasure[]): string {
  return measures
    .slice(1)
    .map((next, at) => {
      const last = measures[at]
      if (last === undefined) return ''
      const each = (next.seconds - last.seconds) / (next.proposals - last.proposals)
      return `From ${last.proposals} to ${next.proposals}: ${round(each * 1000)} ms for each more`
    })
    .join('\n')
}
