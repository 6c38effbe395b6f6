/**
 * A clerk's desk: the example council in a folder of its own, and the commands run as real processes.
 *
 * Talks to a temporary folder and to processes that it starts. Invariant: a command gets its settings
 * from the environment alone, as in a terminal; nothing of this process reaches it.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readSettings } from '../../src/adapters/env.ts'
import { compose } from '../../src/adapters/live.ts'
import { commitAll } from '../../src/commands/commit-all.ts'
import { copyExample } from '../../src/commands/host/example-content.ts'
import type { Ports } from '../../src/service/ports.ts'

/** What a command left behind: its exit code and what it printed. */
export type Ran = { readonly code: number; readonly out: string; readonly said: string }

export type Desk = {
  readonly directory: string
  readonly contentDir: string
  readonly siteUrl: string
  /** `src/commands/<name>.ts` with these words. */
  run(name: string, ...words: readonly string[]): Promise<Ran>
  /** The same store and content, as the functions of the site see them. */
  ports(): Promise<Ports>
  close(): Promise<void>
}

/** A desk whose newest round votes today; `prepare` changes the content before it is committed. */
export async function openDesk(prepare?: (contentDir: string) => Promise<void>): Promise<Desk> {
  const directory = await mkdtemp(join(tmpdir(), 'clerk-desk-'))
  const contentDir = join(directory, 'content')
  await copyExample({ source: resolve('content'), directory: contentDir, now: Date.now() })
  if (prepare !== undefined) {
    await prepare(contentDir)
    await commitAll(contentDir, 'What the test changed')
  }
  const siteUrl = 'https://budget.example.org'
  const env = {
    STORE: 'sqlite',
    DATA_DIR: directory,
    CHEST_KEY: randomBytes(32).toString('base64url'),
    CONTENT_DIR: contentDir,
    SITE_URL: siteUrl,
    LOG: 'faults',
  }
  return {
    ...{ directory, contentDir, siteUrl },
    run: (name, ...words) => runCommand(name, words, { ...inherited(), ...env }),
    ports: () => compose(readSettings(env)),
    close: () => rm(directory, { recursive: true, force: true }),
  }
}

/** Nothing else of this process reaches a command: no setting of the machine must help it along. */
function inherited(): Readonly<Record<string, string | undefined>> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  return { PATH, NODE_COMPILE_CACHE }
}

/** Takes the drawn order out of round.md, as before the drawing. */
export async function undrawLot(contentDir: string, round: string): Promise<void> {
  const file = join(contentDir, 'rounds', round, 'round.md')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/^lot:\n(?: {2}.*\n)+/m, ''))
}

function runCommand(
  name: string,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Ran> {
  const args = ['--disable-warning=ExperimentalWarning', `src/commands/${name}.ts`, ...words]
  return new Promise((done) => {
    const child = execFile(process.execPath, args, { env }, (_, out, said) =>
      done({ code: child.exitCode ?? -1, out, said }),
    )
  })
}
