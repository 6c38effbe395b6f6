/**
 * The working tree: brings the files of the newest commits to the folder that the site is built from.
 *
 * Talks to the git command. Invariant: when the last of several writers returns, every file that they
 * committed or took out is in folder and index as it is at the head; no other file is touched.
 * Decided in docs/decisions/0006.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { PublishFailed } from '../../domain/fault.ts'
import type { Git } from './git-command.ts'
import { pendingRef, readRefs } from './refs.ts'

/** Others lock the index for milliseconds; a lock that outlives all these pauses was left behind. */
const TRIES = 100
const PAUSE_MS = 50

/** Brings the files of all pending commits. Throws PublishFailed where folder or index cannot be written. */
export async function followHead(git: Git, ref: string): Promise<void> {
  // Kept over all turns: another writer may have unmarked a commit whose files this one then undid.
  const paths = new Set<string>()
  for (;;) {
    const { pending, heads } = await readRefs(git)
    const head = heads.get(ref)
    if (head === undefined) throw new PublishFailed(`the branch ${ref} is gone`)
    for (const commit of pending) for (const path of await changedBy(git, commit)) paths.add(path)
    await bring(git, head, paths)
    // Where the branch moved meanwhile, what was just written may be older than another writer's files.
    if ((await readRefs(git)).heads.get(ref) === head) return unmark(git, pending)
  }
}

async function changedBy(git: Git, commit: string): Promise<string[]> {
  const flags = ['--root', '--no-commit-id', '--name-only', '--no-renames', '-r', '-z']
  return splitNames(await git.run(['diff-tree', ...flags, commit]))
}

/** Git writes the files itself, for it does not follow a symbolic link out of the folder. */
async function bring(git: Git, head: string, paths: ReadonlySet<string>): Promise<void> {
  // A file that a person has since deleted in a commit is not ours to bring back; one that a commit of ours took out
  // is still in the index, and goes.
  const atHead = splitNames(await git.run(['ls-tree', '-r', '-z', '--name-only', head]))
  const inFolder = splitNames(await git.run(['ls-files', '-z']))
  const known = new Set([...atHead, ...inFolder])
  const input = [...paths].filter((path) => known.has(path)).join('\0')
  if (input === '') return
  const list = ['--pathspec-from-file=-', '--pathspec-file-nul']
  const restore = ['restore', `--source=${head}`, '--staged', '--worktree', ...list]
  for (let triesLeft = TRIES; ; triesLeft -= 1) {
    const fault = await git.run(restore, { input }).then(() => undefined, leftBehind)
    if (fault === undefined) return
    if (triesLeft <= 1) throw fault
    await wait(PAUSE_MS)
  }
}

function leftBehind(cause: unknown): PublishFailed {
  const message = 'committed, but the folder is not up to date: is a .git/index.lock left behind?'
  return new PublishFailed(message, { cause })
}

async function unmark(git: Git, commits: readonly string[]): Promise<void> {
  const input = commits.map((commit) => `delete ${pendingRef(commit)}\n`).join('')
  await git.run(['update-ref', '--stdin'], { input })
}

function splitNames(output: Buffer): string[] {
  return output.toString('utf8').split('\0').filter(Boolean)
}
