/**
 * One GitHub repository, read: heads of branches, and files at a commit.
 *
 * Talks to GitHub through the client. Invariant: what is handed out has the id that git gave its bytes.
 * Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { PublishFailed } from '../../domain/fault.ts'
import type { Instant } from '../../domain/time.ts'
import type { PublishedFile } from '../../service/ports.ts'
import { blobId, bytesOf } from '../git/published-files.ts'
import { refusedWith } from './client.ts'
import type { GitHubClient, Operation } from './client.ts'

export type Repository = {
  readonly client: GitHubClient
  readonly owner: string
  readonly name: string
}

const HEAD = `query ($owner: String!, $name: String!, $ref: String!) {
  repository(owner: $owner, name: $name) { ref(qualifiedName: $ref) { target { oid } } }
}`

const HeadSchema = v.object({
  repository: v.object({ ref: v.nullable(v.object({ target: v.object({ oid: v.string() }) })) }),
})

const HISTORY = `query ($owner: String!, $name: String!, $ref: String!, $since: GitTimestamp!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) { target { ... on Commit { history(since: $since) { totalCount } } } }
  }
}`

const HistorySchema = v.object({
  repository: v.object({
    ref: v.nullable(
      v.object({ target: v.object({ history: v.object({ totalCount: v.number() }) }) }),
    ),
  }),
})

const FILE = `query ($owner: String!, $name: String!, $file: String!) {
  repository(owner: $owner, name: $name) {
    object(expression: $file) { ... on Blob { oid text } }
  }
}`

const BLOB = FILE.replace('oid text', 'oid')

/** An object that is no file, such as a folder, has neither field. */
const FileSchema = v.object({
  repository: v.object({
    object: v.nullable(v.object({ oid: v.optional(v.string()), text: v.nullish(v.string()) })),
  }),
})

const FOLDER = `query ($owner: String!, $name: String!, $folder: String!) {
  repository(owner: $owner, name: $name) {
    object(expression: $folder) { ... on Tree {
      entries { name object { ... on Blob { oid text } } }
    } }
  }
}`

/** A folder in the folder has an object without fields. */
const FolderSchema = v.object({
  repository: v.object({
    object: v.nullable(
      v.object({
        entries: v.optional(
          v.array(
            v.object({
              name: v.string(),
              object: v.nullable(
                v.object({ oid: v.optional(v.string()), text: v.nullish(v.string()) }),
              ),
            }),
          ),
          [],
        ),
      }),
    ),
  }),
})

const IdsSchema = v.object({
  repository: v.record(v.string(), v.nullable(v.object({ oid: v.string() }))),
})

/** Commit id at the head of a branch; undefined where the branch does not exist. Throws PublishFailed. */
export async function findHead(
  repository: Repository,
  branch: string,
): Promise<string | undefined> {
  const variables = { ref: `refs/heads/${branch}` }
  const data = await query(repository, { document: HEAD, variables, data: HeadSchema })
  return data.repository.ref?.target.oid
}

/** How many commits a branch got since; none where it does not exist. Throws PublishFailed. */
export async function countCommits(
  repository: Repository,
  branch: string,
  since: Instant,
): Promise<number> {
  const variables = { ref: `refs/heads/${branch}`, since: new Date(since).toISOString() }
  const data = await query(repository, { document: HISTORY, variables, data: HistorySchema })
  return data.repository.ref?.target.history.totalCount ?? 0
}

/** When the right to write ends; undefined where it has no end that GitHub tells. Throws PublishFailed. */
export async function findTokenEnd(
  { client, owner, name }: Repository,
  branch: string,
): Promise<Instant | undefined> {
  const reply = await client.rest('GET', `/repos/${owner}/${name}/git/ref/heads/${branch}`)
  if (reply.status !== 200) throw refusedWith(reply.status)
  return reply.tokenEndsAt
}

/** Text of a file at a commit, `path` from the root; undefined where there is none. Throws PublishFailed. */
export async function readFile(
  repository: Repository,
  commit: string,
  path: string,
): Promise<string | undefined> {
  const variables = { file: `${commit}:${path}` }
  const data = await query(repository, { document: FILE, variables, data: FileSchema })
  const { oid, text } = data.repository.object ?? {}
  return oid === undefined ? undefined : wholeText(repository, { commit, path, oid, text })
}

/** Texts of the files in a folder itself, by name, asked for in one query. Throws PublishFailed. */
export async function readFolder(
  repository: Repository,
  commit: string,
  path: string,
): Promise<ReadonlyMap<string, string>> {
  const variables = { folder: `${commit}:${path}` }
  const data = await query(repository, { document: FOLDER, variables, data: FolderSchema })
  const texts = new Map<string, string>()
  for (const { name, object } of data.repository.object?.entries ?? []) {
    const { oid, text } = object ?? {}
    if (oid === undefined) continue
    texts.set(name, await wholeText(repository, { commit, path: `${path}/${name}`, oid, text }))
  }
  return texts
}

/** Bytes of a file at a commit, `path` from the root; undefined where there is none. Throws PublishFailed. */
export async function readBytes(
  repository: Repository,
  commit: string,
  path: string,
): Promise<Uint8Array | undefined> {
  const variables = { file: `${commit}:${path}` }
  const data = await query(repository, { document: BLOB, variables, data: FileSchema })
  const { oid } = data.repository.object ?? {}
  return oid === undefined ? undefined : readRaw(repository, { commit, path, oid })
}

/** Whether all files are at the commit as they are here, byte for byte, and no removed one is. Throws PublishFailed. */
export async function holdsChange(
  repository: Repository,
  commit: string,
  {
    files,
    removed,
  }: { readonly files: readonly PublishedFile[]; readonly removed: readonly string[] },
): Promise<boolean> {
  const expected = [
    ...files.map((file) => ({ path: file.path, oid: blobId(bytesOf(file)) })),
    ...removed.map((path) => ({ path, oid: undefined })),
  ]
  const names = expected.map((_, at) => `file${at}`)
  const declared = names.map((name) => `, $${name}: String!`).join('')
  const fields = names.map((name) => `${name}: object(expression: $${name}) { oid }`).join(' ')
  const document = `query ($owner: String!, $name: String!${declared}) {
    repository(owner: $owner, name: $name) { ${fields} }
  }`
  const paths = expected.map(({ path }, at) => [`file${at}`, `${commit}:${path}`] as const)
  const variables = Object.fromEntries(paths)
  const { repository: found } = await query(repository, { document, variables, data: IdsSchema })
  return expected.every(({ oid }, at) => found[`file${at}`]?.oid === oid)
}

/** GraphQL cuts long texts, and may drop a byte order mark. */
async function wholeText(
  repository: Repository,
  { text, ...file }: RawFile & { readonly text: string | null | undefined },
): Promise<string> {
  const whole = text ?? ''
  if (blobId(Buffer.from(whole, 'utf8')) === file.oid) return whole
  return (await readRaw(repository, file)).toString('utf8')
}

async function query<Data>(
  { client, owner, name }: Repository,
  operation: Operation<Data>,
): Promise<Data> {
  const variables = { ...operation.variables, owner, name }
  const reply = await client.graphql({ ...operation, variables })
  if (reply.outcome === 'refused') throw new PublishFailed('GitHub refused to read the repository')
  return reply.data
}

type RawFile = { readonly commit: string; readonly path: string; readonly oid: string }

async function readRaw(
  { client, owner, name }: Repository,
  { commit, path, oid }: RawFile,
): Promise<Buffer> {
  const address = path.split('/').map(encodeURIComponent).join('/')
  const reply = await client.rest(
    'GET',
    `/repos/${owner}/${name}/contents/${address}?ref=${commit}`,
  )
  if (reply.status !== 200) throw refusedWith(reply.status)
  if (blobId(reply.bytes) !== oid) throw new PublishFailed('a file at GitHub came damaged')
  return reply.bytes
}
