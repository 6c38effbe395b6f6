/**
 * `npm test`: everything that must hold, in one line: types, lint, format, and all tests.
 *
 * Talks to the terminal; each check is a program of its own. Invariant: the last line counts every check
 * and every test as passed, failed or skipped. Decided in docs/decisions/0007.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { PROJECT_DIR } from './host/project.ts'

type Count = { passed: number; failed: number; skipped: number }

const CHECKS: readonly (readonly [name: string, ...command: string[]])[] = [
  ['types', 'astro', 'check', '--minimumFailingSeverity', 'hint'],
  ['lint', 'eslint', '.', '--max-warnings', '0'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
]

const SETTINGS = {
  ASTRO_TELEMETRY_DISABLED: '1',
  // Many tests start a program of ours: each is then compiled once, not every time.
  NODE_COMPILE_CACHE: join(PROJECT_DIR, 'node_modules/.cache/compiled'),
}

const ReportSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numFailedTestSuites: v.number(),
})

const folder = mkdtempSync(join(tmpdir(), 'common-chest-test-'))
try {
  const count: Count = { passed: 0, failed: 0, skipped: 0 }
  await Promise.all(CHECKS.map(([name, ...command]) => runCheck(count, name, command)))
  await runTests(count)
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
  if (count.skipped > 0)
    console.log('\nSkipped: tests that need the real elections (set PABULIB_DIR).')
  console.log(`\n${count.passed} passed, ${count.failed} failed${skipped}`)
  process.exitCode = count.failed > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The checks run beside each other; each says what it found when it ends. */
async function runCheck(count: Count, name: string, command: readonly string[]): Promise<void> {
  const began = Date.now()
  const said: Buffer[] = []
  const done = await run(command, (output) => said.push(output))
  if (!done) process.stdout.write(Buffer.concat(said))
  console.log(`${done ? '✓' : '✗'} ${name} (${Math.round((Date.now() - began) / 1000)} s)`)
  count[done ? 'passed' : 'failed'] += 1
}

/** Vitest writes a report; a run that broke off before it could is one failure more. */
async function runTests(count: Count): Promise<void> {
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const done = await run(['vitest', 'run', ...process.argv.slice(2), ...reporters])
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), ReportSchema), readReport(report))
  if (!parsed.success) {
    count.failed += 1
    return
  }
  const { numPassedTests, numFailedTests, numPendingTests } = parsed.output
  count.passed += numPassedTests
  count.failed += numFailedTests > 0 || done ? numFailedTests : 1
  count.skipped += numPendingTests
}

function readReport(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Whether the program ended well. What it prints is shown, or handed to `hear`. */
function run(
  [program = '', ...args]: readonly string[],
  hear?: (output: Buffer) => void,
): Promise<boolean> {
  const child = spawn(join(PROJECT_DIR, 'node_modules/.bin', program), args, {
    cwd: PROJECT_DIR,
    stdio: hear ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...SETTINGS },
  })
  if (hear) for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear)
  return new Promise((answer) => {
    child.on('error', () => answer(false))
    child.on('close', (code) => answer(code === 0))
  })
}
