/**
 * Publisher over a local repository: the embedded home, where the council's folder is its own git host.
 *
 * Talks to the git command and, for scratch files, to the temporary folder. Invariant: a branch moves only
 * from the head that the change was made on, in one step of git, and no commit holds half of a change.
 * Decided in docs/decisions/0006.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PublishFailed } from '../../domain/fault.ts'
import type { Branch, CommitRequest, PublishedFile, Publisher } from '../../service/ports.ts'
import { openGit } from './git-command.ts'
import type { Git } from './git-command.ts'
import { bytesOf, checkCommitId, checkFiles, checkPath } from './published-files.ts'
import { makeReader, readFolder } from './read-files.ts'
import { pendingRef, readRefs } from './refs.ts'
import { followHead } from './working-tree.ts'

export type GitPublisherOptions = {
  /** The council's content folder, which is the root of its own repository. */
  readonly directory: string
  /** Names of the branches. `content` is the one that is checked out, `board` is `board`. */
  readonly branches?: { readonly content?: string; readonly board?: string }
}

/** A branch as it is now: where it is kept, whether the folder shows it, and its newest commit. */
type Place = {
  readonly ref: string
  readonly checkedOut: boolean
  readonly head: string | undefined
}

/**
 * A publisher on a repository of this machine. Several processes may use one repository at the same time.
 * Its functions throw a RangeError for a path or commit id that is none, before anything is done.
 */
export function makeGitPublisher({ directory, branches = {} }: GitPublisherOptions): Publisher {
  const git = openGit(directory)
  const readBytes = makeReader(git)
  return {
    head: async (branch) => (await findPlace(git, branch, branches)).head,
    read: async (commit, path) =>
      (await readBytes(checkCommitId(commit), checkPath(path)))?.toString('utf8'),
    readBytes: async (commit, path) => readBytes(checkCommitId(commit), checkPath(path)),
    readFolder: async (commit, path) =>
      readFolder(git, readBytes, { commit: checkCommitId(commit), path: checkPath(path) }),
    async commit(request) {
      checkFiles(request.files, request.removed)
      return commitAt(git, await findPlace(git, request.branch, branches), request)
    },
  }
}

/** A writer that was killed may have left the folder behind its branch: whoever looks next mends that. */
async function findPlace(
  git: Git,
  branch: Branch,
  branches: NonNullable<GitPublisherOptions['branches']>,
): Promise<Place> {
  const { current, heads, pending } = await readRefs(git)
  const name = branch === 'board' ? (branches.board ?? 'board') : (branches.content ?? current)
  if (name === '') throw new PublishFailed('the content repository has no branch checked out')
  const place = { ref: `refs/heads/${name}`, checkedOut: name === current }
  if (!place.checkedOut || pending.length === 0) return { ...place, head: heads.get(place.ref) }
  await followHead(git, place.ref)
  return { ...place, head: (await readRefs(git)).heads.get(place.ref) }
}

async function commitAt(git: Git, place: Place, request: CommitRequest) {
  const { expectedHead } = request
  if (place.head !== expectedHead) return { outcome: 'stale' } as const
  const commit = await writeCommit(git, request)
  if (!(await moveBranch(git, place, expectedHead, commit))) return { outcome: 'stale' } as const
  if (place.checkedOut) await followHead(git, place.ref)
  return { outcome: 'committed', commit } as const
}

/** Only objects are written here: until the branch moves nobody sees them. */
async function writeCommit(git: Git, request: CommitRequest): Promise<string> {
  const { expectedHead, files, removed = [], message } = request
  const scratch = await mkdtemp(join(tmpdir(), 'common-chest-commit-'))
  try {
    const index = join(scratch, 'index')
    if (expectedHead !== undefined) await git.run(['read-tree', expectedHead], { index })
    const blobs = await writeBlobs(git, scratch, files)
    const written = files.map(({ path }, at) => `100644 ${blobs[at] ?? ''}\t${path}\0`)
    // Mode 0, with the id of nothing, takes a path out.
    const nothing = '0'.repeat(blobs[0]?.length ?? 40)
    const gone = removed.map((path) => `0 ${nothing}\t${path}\0`)
    const input = [...written, ...gone].join('')
    await git.run(['update-index', '-z', '--index-info'], { index, input })
    const tree = await git.line(['write-tree'], { index })
    const parents = expectedHead === undefined ? [] : ['-p', expectedHead]
    return await git.line(['commit-tree', '--no-gpg-sign', ...parents, tree], { input: message })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** One process of git for all files: a hundred proposals at once are one commit as well. */
async function writeBlobs(git: Git, scratch: string, files: readonly PublishedFile[]) {
  const copies = files.map((_, at) => join(scratch, String(at)))
  for (const [at, file] of files.entries())
    await writeFile(join(scratch, String(at)), bytesOf(file))
  const command = ['hash-object', '-w', '--no-filters', '--stdin-paths']
  return (await git.line(command, { input: `${copies.join('\n')}\n` })).split('\n')
}

/** False where somebody else has moved the branch. The mark and the move are one transaction of git. */
async function moveBranch(
  git: Git,
  { ref, checkedOut }: Pick<Place, 'ref' | 'checkedOut'>,
  from: string | undefined,
  to: string,
): Promise<boolean> {
  const mark = checkedOut ? `create ${pendingRef(to)} ${to}\n` : ''
  const move = from === undefined ? `create ${ref} ${to}\n` : `update ${ref} ${to} ${from}\n`
  try {
    await git.run(['update-ref', '--stdin'], { input: mark + move })
    return true
  } catch (fault) {
    if ((await readRefs(git)).heads.get(ref) !== from) return false
    throw fault
  }
}
