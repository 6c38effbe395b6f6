/**
 * A throw-away content repository: everything in a folder as its first commit.
 *
 * Talks to git. Invariant: nothing of the person's own git settings has a part in it.
 * Decided in docs/decisions/0007.
 */
import { execFile } from 'node:child_process'
import { devNull } from 'node:os'
import { promisify } from 'node:util'

const ENVIRONMENT = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Common Chest',
  GIT_AUTHOR_EMAIL: 'example@common-chest.invalid',
  GIT_COMMITTER_NAME: 'Common Chest',
  GIT_COMMITTER_EMAIL: 'example@common-chest.invalid',
}

/** Makes the folder a repository with one commit on `main`; another one where it is one already and has changed. */
export async function commitAll(directory: string, message: string): Promise<void> {
  const git = (...words: readonly string[]) =>
    promisify(execFile)('git', words, { cwd: directory, env: ENVIRONMENT })
  await git('init', '--quiet', '--initial-branch=main', '--template=')
  await git('add', '--all', '--force')
  if ((await git('status', '--porcelain')).stdout === '') return
  await git('commit', '--quiet', `--message=${message}`)
}
