/**
 * Watching a content repository: says when its branch has a new commit.
 *
 * Talks to the file system: it reads git's own files, so that asking twice a second costs nothing.
 * Invariant: the last commit is always reported, even when several come at once.
 * Decided in docs/decisions/0007.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type ContentWatch = {
  /** A folder with a `.git` in it. */
  readonly directory: string
  readonly branch?: string
  /** Called with the new commit's id. */
  onCommit(commit: string): void
  readonly everyMs?: number
}

/** Watches from the head at the time of the call. */
export async function watchContent(watch: ContentWatch): Promise<{ stop(): void }> {
  const { directory, branch = 'main', onCommit, everyMs = 500 } = watch
  let known = await readHead(directory, branch)
  const timer = setInterval(() => void look(), everyMs)
  async function look(): Promise<void> {
    const head = await readHead(directory, branch)
    if (head === undefined || head === known) return
    known = head
    onCommit(head)
  }
  return { stop: () => clearInterval(timer) }
}

/** The commit at the head of a branch; undefined where there is none, or git is just writing it. */
export async function readHead(directory: string, branch: string): Promise<string | undefined> {
  const reference = `refs/heads/${branch}`
  const loose = await readIfThere(join(directory, '.git', reference))
  if (loose) return loose.trim()
  const packed = await readIfThere(join(directory, '.git', 'packed-refs'))
  const line = packed?.split('\n').find((entry) => entry.endsWith(` ${reference}`))
  return line?.split(' ')[0]
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
