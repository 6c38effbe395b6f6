/**
 * A program run to its end, with its time and the most memory that it and all it started had together.
 *
 * Talks to the system's list of processes. Invariant: nothing of what started it is counted.
 * Decided in docs/decisions/0019.
 */
import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'

export type MeasuredRun = {
  readonly seconds: number
  /** Resident, in MiB, summed over its processes; what they share counts for each. */
  readonly peakMiB: number
}

const EVERY_MS = 200

const run = promisify(execFile)

/** Runs Node with these words. Throws with what it wrote where it ends with anything but 0. */
export async function runMeasured(
  words: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<MeasuredRun> {
  const began = performance.now()
  const program = spawn(process.execPath, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const exit = new Promise<number | null>((done, failed) =>
    program.on('error', failed).on('close', done),
  )
  let running = true
  let peak = 0
  const watched = (async () => {
    while (running) {
      peak = Math.max(peak, await memoryOf(program.pid ?? 0))
      await new Promise((done) => setTimeout(done, EVERY_MS))
    }
  })()
  const code = await exit
  const seconds = (performance.now() - began) / 1000
  running = false
  await watched
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}:\n${said.join('')}`)
  return { seconds, peakMiB: peak / 1024 }
}

/** KiB of a process and all that descend from it. */
async function memoryOf(root: number): Promise<number> {
  const { stdout } = await run('ps', ['-axo', 'pid=,ppid=,rss='])
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const members = new Set([root])
  let before = 0
  while (members.size > before) {
    before = members.size
    for (const [pid = 0, parent = 0] of rows) if (members.has(parent)) members.add(pid)
  }
  return rows.reduce((sum, [pid = 0, , memory = 0]) => sum + (members.has(pid) ? memory : 0), 0)
}
