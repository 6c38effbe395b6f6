/**
 * Refs: what the branches of a repository point to, and which commits its folder may not show yet.
 *
 * Talks to the git command. Invariant: one look is one process of git; whoever moves a branch by it still
 * compares and sets. Decided in docs/decisions/0006.
 */
import type { Git } from './git-command.ts'

/** A ref below here marks a commit whose files may not be in the folder yet, also after a crash. */
const PENDING = 'refs/common-chest/pending/'

export type Refs = {
  /** The name of the branch that is checked out, also where it has no commit; empty where none is. */
  readonly current: string
  /** Commit ids by `refs/heads/…`. */
  readonly heads: ReadonlyMap<string, string>
  readonly pending: readonly string[]
}

/** Created in the very step that moves the branch, so that a crash between the two can be mended. */
export function pendingRef(commit: string): string {
  return `${PENDING}${commit}`
}

/** All branches and pending commits. */
export async function readRefs(git: Git): Promise<Refs> {
  const format = '--format=%(refname) %(objectname) %(HEAD)'
  const listed = await git.line(['for-each-ref', format, 'refs/heads/', PENDING])
  const refs = listed.split('\n').map((line) => line.split(' '))
  const shown = refs.find(([, , mark]) => mark === '*')?.[0]
  return {
    current: shown?.slice('refs/heads/'.length) ?? (await git.line(['branch', '--show-current'])),
    heads: new Map(refs.map(([ref = '', commit = '']) => [ref, commit])),
    pending: refs.flatMap(([ref, commit]) => (ref?.startsWith(PENDING) && commit ? [commit] : [])),
  }
}
