/**
 * Where a round is published: a real repository, or branches in memory for runs that strike only the store.
 *
 * Talks to git for the real one. Invariant: both compare the head in the step that moves it, and what the
 * oracle reads is what a stranger would read, never what the publisher says of it.
 */
import { execFileSync } from 'node:child_process'
import { posix } from 'node:path'
import type { Branch, Publisher } from '../../src/service/ports.ts'
import { textOf } from '../support/text-of.ts'

export type Council = {
  readonly publisher: Publisher
  /** A file at the head of a branch, from the content folder on. */
  show(branch: Branch, path: string): string | undefined
  boardHead(): string
  /** What a forced push does: the board is this commit from now on. */
  push(commit: string): void
  parentOf(commit: string): string
  /** The same files in a commit without a past. */
  orphanOf(commit: string): string
}

type Commit = { readonly files: ReadonlyMap<string, string>; readonly parent: string | undefined }

export function councilInMemory(): Council {
  const commits = new Map<string, Commit>()
  const heads = new Map<Branch, string>()
  const add = (commit: Commit) => {
    const id = String(commits.size + 1).padStart(40, '0')
    commits.set(id, commit)
    return id
  }
  const filesOf = (id: string | undefined) =>
    commits.get(id ?? '')?.files ?? new Map<string, string>()
  heads.set('content', add({ files: new Map(), parent: undefined }))
  return {
    publisher: {
      head: async (branch) => heads.get(branch),
      read: async (commit, path) => filesOf(commit).get(path),
      readBytes: async () => undefined,
      readFolder: async (commit, path) =>
        new Map(
          [...filesOf(commit)]
            .filter(([file]) => posix.dirname(file) === path)
            .map(([file, text]) => [posix.basename(file), text]),
        ),
      async commit({ branch, expectedHead, files }) {
        if (heads.get(branch) !== expectedHead) return { outcome: 'stale' }
        const changed = files.map((file) => [file.path, textOf(file)] as const)
        const all = new Map([...filesOf(expectedHead), ...changed])
        const commit = add({ files: all, parent: expectedHead })
        heads.set(branch, commit)
        return { outcome: 'committed', commit }
      },
    },
    show: (branch, path) => filesOf(heads.get(branch)).get(path),
    boardHead: () => heads.get('board') ?? '',
    push: (commit) => void heads.set('board', commit),
    parentOf: (commit) => commits.get(commit)?.parent ?? '',
    orphanOf: (commit) => add({ files: filesOf(commit), parent: undefined }),
  }
}

const BOARD = 'refs/heads/board'

/** `folder`: where the content lies in the repository, empty or ending with a slash. */
export function councilInGit(publisher: Publisher, directory: string, folder: string): Council {
  const git = (...args: readonly string[]) => {
    const who = ['-c', 'user.name=A stranger', '-c', 'user.email=stranger@elsewhere.example']
    const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'ignore']
    const options = { encoding: 'utf8' as const, stdio }
    return execFileSync('git', [...who, `--git-dir=${directory}`, ...args], options)
  }
  return {
    publisher,
    show(branch, path) {
      const name = branch === 'board' ? 'board' : 'main'
      try {
        return git('show', `refs/heads/${name}:${folder}${path}`)
      } catch {
        return undefined
      }
    },
    boardHead: () => git('rev-parse', BOARD).trim(),
    push: (commit) => void git('update-ref', BOARD, commit),
    parentOf: (commit) => git('rev-parse', `${commit}~1`).trim(),
    orphanOf: (commit) => git('commit-tree', `${commit}^{tree}`, '-m', 'Begin').trim(),
  }
}
