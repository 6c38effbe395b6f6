/**
 * One try to commit at GitHub: on a branch that exists, or as the first commit of one that does not.
 *
 * Talks to GitHub through the client. Invariant: GitHub itself compares the head, in the step that moves it.
 * Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { PublishFailed } from '../../domain/fault.ts'
import type { PublishedFile, Publisher } from '../../service/ports.ts'
import { bytesOf } from '../git/published-files.ts'
import { readReply } from './client.ts'
import { findHead } from './repository.ts'
import type { Repository } from './repository.ts'

export type Change = {
  readonly repository: Repository
  /** Name of the branch at GitHub. */
  readonly branch: string
  /** Undefined where the branch is to be made. */
  readonly expectedHead: string | undefined
  readonly message: string
  /** With paths from the root of the repository. */
  readonly files: readonly PublishedFile[]
  readonly removed: readonly string[]
}

export type Outcome = Awaited<ReturnType<Publisher['commit']>>

const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

const CommitSchema = v.object({
  createCommitOnBranch: v.object({ commit: v.object({ oid: v.string() }) }),
})

const ObjectSchema = v.object({ sha: v.string() })

/** Throws ReplyLost where the commit may or may not have been made, PublishFailed where it was not. */
export function tryCommit(change: Change): Promise<Outcome> {
  const { expectedHead } = change
  return expectedHead === undefined ? makeBranch(change) : commitOn(change, expectedHead)
}

/** All files in one signed commit; the only interface of GitHub that also compares the head. */
async function commitOn(change: Change, expectedHeadOid: string): Promise<Outcome> {
  const { repository, branch: branchName, message, files, removed } = change
  const { client, owner, name } = repository
  const [headline = '', ...rest] = message.split('\n')
  const input = {
    branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName },
    expectedHeadOid,
    message: { headline, body: rest.join('\n').trim() },
    fileChanges: {
      additions: files.map((file) => ({ path: file.path, contents: base64(file) })),
      deletions: removed.map((path) => ({ path })),
    },
  }
  const variables = { input }
  const reply = await client.graphql({ document: COMMIT, variables, data: CommitSchema })
  if (reply.outcome === 'answered')
    return { outcome: 'committed', commit: reply.data.createCommitOnBranch.commit.oid }
  if (reply.type === 'STALE_DATA') return { outcome: 'stale' }
  // A branch that is gone is refused under another name.
  if ((await findHead(repository, branchName)) !== expectedHeadOid) return { outcome: 'stale' }
  throw new PublishFailed('GitHub refused the commit')
}

/** The mutation cannot make a branch. Until the reference is made, nobody sees what was written before it. */
async function makeBranch({ repository, branch, message, files }: Change): Promise<Outcome> {
  const tree: object[] = []
  for (const file of files) {
    const sha = await write(repository, 'blobs', { content: base64(file), encoding: 'base64' })
    tree.push({ path: file.path, sha, mode: '100644', type: 'blob' })
  }
  const treeId = await write(repository, 'trees', { tree })
  const commit = await write(repository, 'commits', { message, tree: treeId, parents: [] })
  const reference = { ref: `refs/heads/${branch}`, sha: commit }
  const reply = await post(repository, 'refs', reference)
  // 422 says that the reference is there, or that something else is wrong with the request.
  if (reply.status === 422 && (await findHead(repository, branch)) !== undefined)
    return { outcome: 'stale' }
  readReply(reply, v.unknown())
  return { outcome: 'committed', commit }
}

async function write(repository: Repository, kind: string, body: object): Promise<string> {
  return readReply(await post(repository, kind, body), ObjectSchema).sha
}

function post({ client, owner, name }: Repository, kind: string, body: object) {
  return client.rest('POST', `/repos/${owner}/${name}/git/${kind}`, body)
}

function base64(file: PublishedFile): string {
  return bytesOf(file).toString('base64')
}
