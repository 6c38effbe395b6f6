/**
 * Repository, branch, commit, folder and file as GitHub's GraphQL names them.
 * Talks to: the bare repository, through `github-git.ts`.
 * Invariant: only fields that are really read from git are here, so none can be wrong in silence.
 */
import { listTree } from './github-git.ts'
import type { Git } from './github-git.ts'

export type Repository = { git: Git; owner: string; name: string }

/** GitHub cuts the text of a larger file and says so in `isTruncated`. */
const TEXT_LIMIT = 512_000

export function repositoryNode(repository: Repository) {
  const { owner, name } = repository
  return {
    name,
    nameWithOwner: `${owner}/${name}`,
    ref: ({ qualifiedName }: { qualifiedName: string }) => {
      const full = qualifiedName.startsWith('refs/') ? qualifiedName : `refs/heads/${qualifiedName}`
      return refNode(repository, full)
    },
    object: ({ expression, oid }: { expression?: string; oid?: string }) =>
      objectNode(repository, expression ?? oid ?? ''),
  }
}

export async function refNode(repository: Repository, fullName: string) {
  const target = await objectNode(repository, fullName)
  const [, prefix = '', name = ''] = /^(refs\/[^/]+\/)(.+)$/.exec(fullName) ?? []
  return target && { __typename: 'Ref', name, prefix, target }
}

export async function objectNode(
  repository: Repository,
  expression: string,
): Promise<object | null> {
  const { git } = repository
  const oid = await git.resolve(expression)
  if (oid === undefined) return null
  const base = { oid, abbreviatedOid: oid.slice(0, 7) }
  switch (await git.type(oid)) {
    case 'blob':
      return { __typename: 'Blob', ...base, ...blobFields(await git.blob(oid)) }
    case 'tree':
      return { __typename: 'Tree', ...base, entries: () => treeEntries(repository, oid) }
    case 'commit':
      return { __typename: 'Commit', ...base, ...commitFields(repository, oid) }
    case 'tag':
      return { __typename: 'Tag', ...base }
  }
}

function blobFields(content: Buffer) {
  const isBinary = content.subarray(0, 8000).includes(0)
  const isTruncated = content.length > TEXT_LIMIT
  const text = isBinary ? null : content.subarray(0, TEXT_LIMIT).toString('utf8')
  return { byteSize: content.length, isBinary, isTruncated, text }
}

async function treeEntries(repository: Repository, oid: string) {
  const entries = await listTree(repository.git, oid, false)
  return entries.map((entry) => ({
    ...entry,
    name: entry.path,
    size: entry.size ?? 0,
    mode: Number.parseInt(entry.mode, 8),
    object: () => objectNode(repository, entry.oid),
  }))
}

function commitFields(repository: Repository, oid: string) {
  const { git, owner, name } = repository
  const format = (code: string) => git.line(['show', '-s', `--format=${code}`, oid])
  return {
    url: `https://github.com/${owner}/${name}/commit/${oid}`,
    message: () => format('%B'),
    messageHeadline: () => format('%s'),
    messageBody: () => format('%b'),
    committedDate: () => format('%cI'),
    tree: () => objectNode(repository, `${oid}^{tree}`),
    history: async ({ since }: { since?: string }) => ({
      totalCount: Number(
        await git.line(['rev-list', '--count', ...(since ? [`--since=${since}`] : []), oid]),
      ),
    }),
  }
}
