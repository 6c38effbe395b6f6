/**
 * Publisher over a GitHub repository: the production home.
 *
 * Talks to GitHub through the client. Invariant: a commit is made at most once, on the head that it was
 * meant for, and an outcome that is not known is looked up before anything is said or tried again.
 * Decided in docs/decisions/0006.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { PublishFailed } from '../../domain/fault.ts'
import type { Branch, Publisher } from '../../service/ports.ts'
import { checkCommitId, checkFiles, checkPath } from '../git/published-files.ts'
import { makeGitHubClient, ReplyLost } from './client.ts'
import type { GitHubAccess } from './client.ts'
import {
  countCommits,
  findHead,
  findTokenEnd,
  holdsChange,
  readBytes,
  readFile,
  readFolder,
} from './repository.ts'
import type { Repository } from './repository.ts'
import { tryCommit } from './write-commit.ts'
import type { Change, Outcome } from './write-commit.ts'

export type GitHubPublisherOptions = GitHubAccess & {
  /** `owner/name`. */
  readonly repository: string
  /** Name of the branch that is deployed. The board is always the branch `board`. */
  readonly branch: string
  /** Folder of the council's content in the repository, `content/`; empty where it is the root. */
  readonly prefix: string
}

/** GitHub wants a second between two writes. */
const BEFORE_ANOTHER_TRY_MS = 1000

/**
 * A publisher on one repository. Throws a RangeError for a repository or prefix that is none; its functions
 * throw one for such a path or commit id, before anything is sent.
 */
export function makeGitHubPublisher(options: GitHubPublisherOptions): Publisher {
  const { prefix, sleep = wait } = options
  const repository = openRepository(options)
  const nameOf = (branch: Branch) => (branch === 'board' ? 'board' : options.branch)
  const fromRoot = (path: string) => prefix + checkPath(path)
  return {
    head: (branch) => findHead(repository, nameOf(branch)),
    accessEndsAt: () => findTokenEnd(repository, options.branch),
    commitsSince: (since) => countCommits(repository, options.branch, since),
    read: async (commit, path) => readFile(repository, checkCommitId(commit), fromRoot(path)),
    readBytes: async (commit, path) => readBytes(repository, checkCommitId(commit), fromRoot(path)),
    readFolder: async (commit, path) =>
      readFolder(repository, checkCommitId(commit), fromRoot(path)),
    async commit({ branch, expectedHead, message, files, removed = [] }) {
      checkFiles(files, removed)
      const moved = files.map((file) => ({ ...file, path: fromRoot(file.path) }))
      const change = {
        ...{ repository, branch: nameOf(branch), expectedHead, message },
        ...{ files: moved, removed: removed.map(fromRoot) },
      }
      return commitOnce(change, () => sleep(BEFORE_ANOTHER_TRY_MS))
    },
  }
}

function openRepository(options: GitHubPublisherOptions): Repository {
  const [owner, name, ...rest] = options.repository.split('/')
  if (!owner || !name || rest.length > 0) throw new RangeError('the repository is owner/name')
  if (!/^$|\/$/.test(options.prefix)) throw new RangeError('the prefix is empty or ends with /')
  return { client: makeGitHubClient(options), owner, name }
}

async function commitOnce(change: Change, pause: () => Promise<unknown>): Promise<Outcome> {
  const first = await outcomeOf(change)
  if (first !== 'unknown') return first
  const found = await lookUp(change)
  if (found !== undefined) return found
  await pause()
  const second = await outcomeOf(change)
  if (second !== 'unknown' && second.outcome === 'committed') return second
  // `stale` may now be our own first try, which arrived late.
  const foundLater = await lookUp(change)
  if (foundLater !== undefined) return foundLater
  throw new PublishFailed('GitHub did not answer whether the commit was made')
}

async function outcomeOf(change: Change): Promise<Outcome | 'unknown'> {
  try {
    return await tryCommit(change)
  } catch (fault) {
    if (fault instanceof ReplyLost) return 'unknown'
    throw fault
  }
}

/**
 * Undefined where the head is still the one that the change was made on. Another writer's later commit
 * on top of ours counts as ours where it left our files as they are.
 */
async function lookUp(change: Change): Promise<Outcome | undefined> {
  const { repository, branch, expectedHead } = change
  const head = await findHead(repository, branch)
  if (head === expectedHead) return undefined
  if (head !== undefined && (await holdsChange(repository, head, change)))
    return { outcome: 'committed', commit: head }
  throw new PublishFailed('the branch has moved, and it is not known whether by this commit')
}
