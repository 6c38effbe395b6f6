/**
 * A throw-away repository for the tests of the publishers, made and read with git itself.
 *
 * Talks to git and the temporary folder. Invariant: what a test says about a repository it has from git,
 * not from the publisher under test.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type TestRepository = {
  readonly directory: string
  /** What git printed, without white space at the end. Throws where git does not end well. */
  git(...args: string[]): string
  /** The bytes of a file at a commit or branch. */
  bytes(commit: string, path: string): Buffer
  remove(): void
}

/** A repository on branch `main` with one commit of these files; `bare` as a git host keeps it. */
export function makeRepository(
  files: Readonly<Record<string, string>>,
  { bare = false } = {},
): TestRepository {
  const directory = mkdtempSync(join(tmpdir(), 'common-chest-publisher-'))
  const repository = openRepository(directory, bare)
  if (!bare) {
    repository.git('init', '--quiet', '--initial-branch=main')
    for (const [path, text] of Object.entries(files)) writeInto(directory, path, text)
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '--message=Begin')
    return repository
  }
  const source = makeRepository(files)
  repository.git('init', '--quiet', '--bare', '--initial-branch=main')
  repository.git('fetch', '--quiet', source.directory, 'main:main')
  source.remove()
  return repository
}

/** Writes a file below a folder, with the folders that it needs. */
export function writeInto(directory: string, path: string, text: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true })
  writeFileSync(join(directory, path), text)
}

function openRepository(directory: string, bare: boolean): TestRepository {
  const who = ['-c', 'user.name=A clerk', '-c', 'user.email=clerk@council.example']
  const env = {
    PATH: process.env['PATH'],
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_DIR: bare ? directory : join(directory, '.git'),
    ...(bare ? {} : { GIT_WORK_TREE: directory }),
  }
  const run = (args: readonly string[]) =>
    execFileSync('git', [...who, ...args], {
      cwd: directory,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  return {
    directory,
    git: (...args) => run(args).toString('utf8').trimEnd(),
    bytes: (commit, path) => run(['cat-file', 'blob', `${commit}:${path}`]),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}
