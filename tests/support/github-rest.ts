/**
 * The part of GitHub's REST interface that the project uses: read a file, and make a first branch.
 * Talks to: the bare repository, through `github-git.ts`.
 * Invariant: as on GitHub, the git endpoints refuse an empty repository (409) and a reference is
 * created only where none was (422).
 */
import * as v from 'valibot'
import { listTree, writeCommit, writeTree } from './github-git.ts'
import type { Git, TreeEntry } from './github-git.ts'

export type RestRequest = { method: string; path: string; query: URLSearchParams; accept: string }

export type RestAnswer = { status: number; body: object | Buffer }

type Handler = (git: Git, name: string, request: RestRequest, body: unknown) => Promise<RestAnswer>

/** Above this size the JSON form has no content, and only the raw form will do. */
const JSON_CONTENT_LIMIT = 1024 * 1024
const NOT_FOUND: RestAnswer = { status: 404, body: { message: 'Not Found', status: '404' } }

const Oid = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/))
const BlobBody = v.object({
  content: v.string(),
  encoding: v.optional(v.picklist(['utf-8', 'base64']), 'utf-8'),
})
const TreeBody = v.object({
  base_tree: v.optional(Oid),
  tree: v.array(
    v.object({
      path: v.string(),
      mode: v.picklist(['100644', '100755', '040000', '120000']),
      type: v.optional(v.picklist(['blob', 'tree'])),
      sha: v.optional(v.nullable(Oid)),
      content: v.optional(v.string()),
    }),
  ),
})
const CommitBody = v.object({
  message: v.string(),
  tree: Oid,
  parents: v.optional(v.array(Oid), []),
})
const RefBody = v.object({ ref: v.pipe(v.string(), v.regex(/^refs\/[^/]+\/.+/)), sha: Oid })

const ROUTES: { method: string; pattern: RegExp; handler: Handler }[] = [
  { method: 'GET', pattern: /^git\/ref\/(heads\/.+)$/, handler: getRef },
  { method: 'GET', pattern: /^git\/trees\/(.+)$/, handler: getTree },
  { method: 'GET', pattern: /^contents\/?(.*)$/, handler: getContents },
  { method: 'POST', pattern: /^git\/(blobs)$/, handler: postBlob },
  { method: 'POST', pattern: /^git\/(trees)$/, handler: postTree },
  { method: 'POST', pattern: /^git\/(commits)$/, handler: postCommit },
  { method: 'POST', pattern: /^git\/(refs)$/, handler: postRef },
]

/** `request.path` is what stands after /repos/OWNER/NAME/. */
export async function answerRest(git: Git, request: RestRequest, body: unknown) {
  for (const { method, pattern, handler } of ROUTES) {
    const match = pattern.exec(request.path)
    if (method !== request.method || !match) continue
    if (request.path.startsWith('git/') && (await git.isEmpty())) {
      return refusal(409, 'Git Repository is empty.')
    }
    return handler(git, decodeURIComponent(match[1] ?? ''), request, body)
  }
  return NOT_FOUND
}

async function getRef(git: Git, name: string): Promise<RestAnswer> {
  const sha = await git.resolve(`refs/${name}`)
  return sha === undefined ? NOT_FOUND : { status: 200, body: refBody(`refs/${name}`, sha) }
}

async function getTree(git: Git, name: string, request: RestRequest): Promise<RestAnswer> {
  const sha = await git.resolve(`${name}^{tree}`)
  if (sha === undefined) return NOT_FOUND
  // Any value counts, "0" and "false" included; only leaving it out gives one level.
  const entries = await listTree(git, sha, request.query.has('recursive'))
  return { status: 200, body: { sha, tree: entries.map(treeItem), truncated: false } }
}

async function getContents(git: Git, path: string, request: RestRequest): Promise<RestAnswer> {
  const ref = request.query.get('ref') ?? 'HEAD'
  const sha = await git.resolve(`${ref}:${path}`)
  if (sha === undefined) return NOT_FOUND
  if ((await git.type(sha)) === 'tree') {
    const entries = await listTree(git, sha, false)
    return { status: 200, body: entries.map((entry) => folderItem(path, entry)) }
  }
  const content = await git.blob(sha)
  if (/^application\/vnd\.github(\.v3)?\.raw/.test(request.accept)) {
    return { status: 200, body: content }
  }
  const isLarge = content.length > JSON_CONTENT_LIMIT
  const coded = isLarge
    ? { encoding: 'none', content: '' }
    : { encoding: 'base64', content: content.toString('base64').replace(/.{60}/g, '$&\n') }
  const name = path.split('/').at(-1) ?? path
  return { status: 200, body: { type: 'file', name, path, sha, size: content.length, ...coded } }
}

async function postBlob(git: Git, _: string, __: RestRequest, body: unknown): Promise<RestAnswer> {
  const parsed = v.safeParse(BlobBody, body)
  if (!parsed.success) return invalid(parsed.issues)
  const { content, encoding } = parsed.output
  const sha = await git.write(Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'))
  return { status: 201, body: { sha } }
}

async function postTree(git: Git, _: string, __: RestRequest, body: unknown): Promise<RestAnswer> {
  const parsed = v.safeParse(TreeBody, body)
  if (!parsed.success) return invalid(parsed.issues)
  const entries: { mode: string; oid: string | null; path: string }[] = []
  for (const { path, mode, sha, content } of parsed.output.tree) {
    if (mode === '040000') return refusal(422, 'This local server takes files only, not folders.')
    const oid = content === undefined ? (sha ?? null) : await git.write(Buffer.from(content))
    const known = oid === null || (await git.resolve(oid)) !== undefined
    if (!known) return refusal(422, `tree.sha ${oid} is not a valid blob`)
    entries.push({ mode, oid, path })
  }
  const sha = await writeTree(git, parsed.output.base_tree, entries)
  const tree = (await listTree(git, sha, false)).map(treeItem)
  return { status: 201, body: { sha, tree, truncated: false } }
}

async function postCommit(
  git: Git,
  _: string,
  __: RestRequest,
  body: unknown,
): Promise<RestAnswer> {
  const parsed = v.safeParse(CommitBody, body)
  if (!parsed.success) return invalid(parsed.issues)
  const { message, tree, parents } = parsed.output
  for (const oid of [tree, ...parents]) {
    if ((await git.resolve(oid)) === undefined) return refusal(422, `${oid} does not exist`)
  }
  const sha = await writeCommit(git, tree, parents, message)
  return { status: 201, body: { sha, message, tree: { sha: tree }, parents: parents.map(asSha) } }
}

async function postRef(git: Git, _: string, __: RestRequest, body: unknown): Promise<RestAnswer> {
  const parsed = v.safeParse(RefBody, body)
  if (!parsed.success) return invalid(parsed.issues)
  const { ref, sha } = parsed.output
  if ((await git.resolve(sha)) === undefined) return refusal(422, 'Object does not exist')
  try {
    // Forty zeros as the old value: git itself makes sure that the reference is new.
    await git.run(['update-ref', ref, sha, '0'.repeat(40)])
  } catch (error) {
    if ((await git.resolve(ref)) === undefined) return refusal(422, String(error))
    return refusal(422, 'Reference already exists')
  }
  return { status: 201, body: refBody(ref, sha) }
}

function refBody(ref: string, sha: string) {
  return { ref, object: { type: 'commit', sha } }
}

function treeItem({ path, mode, type, oid, size }: TreeEntry) {
  return { path, mode, type, sha: oid, ...(size === undefined ? {} : { size }) }
}

function folderItem(folder: string, { path: name, type, oid, size }: TreeEntry) {
  const path = folder === '' ? name : `${folder}/${name}`
  return { type: type === 'tree' ? 'dir' : 'file', name, path, sha: oid, size: size ?? 0 }
}

function asSha(sha: string) {
  return { sha }
}

export function refusal(status: number, message: string): RestAnswer {
  return { status, body: { message, status: String(status) } }
}

function invalid(issues: readonly { message: string }[]): RestAnswer {
  const details = issues.map(({ message }) => message).join('; ')
  return refusal(422, `Invalid request. ${details}`)
}
