/**
 * The few git operations the local GitHub needs, done on a bare repository.
 * Talks to: the git program, plumbing commands only, with no configuration of the user's own.
 * Invariant: a branch moves only from the commit its writer named (compare-and-set by update-ref),
 * and no work tree is touched.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type GitType = 'blob' | 'tree' | 'commit' | 'tag'

export type TreeEntry = { mode: string; type: GitType; oid: string; size?: number; path: string }

export type FileChanges = { additions: { path: string; contents: string }[]; deletions: string[] }

export type CommitRequest = {
  branch: string
  expectedHead: string
  message: string
  changes: FileChanges
}

export type CommitOutcome =
  | { outcome: 'committed'; oid: string }
  | { outcome: 'stale' }
  | { outcome: 'no-branch' }
  | { outcome: 'refused'; reason: string }

export type Git = ReturnType<typeof openGit>

type RunOptions = { input?: string | Buffer; index?: string }

const WHO = { NAME: 'Council Bot', EMAIL: 'bot@council.example' }
const MAX_OUTPUT = 256 * 1024 * 1024

export function openGit(repositoryDir: string) {
  const run = (args: string[], options: RunOptions = {}) => runGit(repositoryDir, args, options)
  const line = async (args: string[], options?: RunOptions) =>
    (await run(args, options)).toString('utf8').trim()
  /** The object an expression such as "main", "main:a/b.yaml" or an id names, if there is one. */
  const resolve = async (expression: string): Promise<string | undefined> => {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', expression]
    const oid = await line(args).catch(() => undefined)
    return oid !== undefined && (await exists(oid)) ? oid : undefined
  }
  // rev-parse takes any forty hexadecimal digits for an object, present or not.
  const exists = (oid: string) =>
    run(['cat-file', '-e', oid]).then(
      () => true,
      () => false,
    )
  const type = (oid: string) => line(['cat-file', '-t', oid]) as Promise<GitType>
  const blob = (oid: string) => run(['cat-file', 'blob', oid])
  const head = (branch: string) => resolve(`refs/heads/${branch}`)
  const isEmpty = async () => (await line(['for-each-ref', '--count=1'])) === ''
  const write = (content: Buffer) => line(['hash-object', '-w', '--stdin'], { input: content })
  return { run, line, resolve, type, blob, head, isEmpty, write }
}

function runGit(dir: string, args: string[], { input, index }: RunOptions): Promise<Buffer> {
  const env = {
    PATH: process.env['PATH'],
    GIT_DIR: dir,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_AUTHOR_NAME: WHO.NAME,
    GIT_AUTHOR_EMAIL: WHO.EMAIL,
    GIT_COMMITTER_NAME: 'GitHub',
    GIT_COMMITTER_EMAIL: 'noreply@github.com',
    ...(index === undefined ? {} : { GIT_INDEX_FILE: index }),
  }
  return new Promise((resolve, reject) => {
    const options = { env, encoding: 'buffer' as const, maxBuffer: MAX_OUTPUT }
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`git ${args[0]}: ${stderr.toString().trim() || error.message}`))
      else resolve(stdout)
    })
    // A git that has already refused closes its input; its own error says more than the pipe's.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
}

export async function listTree(git: Git, oid: string, recursive: boolean): Promise<TreeEntry[]> {
  const flags = recursive ? ['-r', '-t'] : []
  const output = await git.run(['ls-tree', '-z', '-l', ...flags, oid])
  const lines = output.toString('utf8').split('\0').filter(Boolean)
  return lines.map((entry) => {
    const [facts = '', path = ''] = entry.split('\t')
    const [mode = '', type = '', id = '', size = '-'] = facts.split(/ +/)
    const sizeIfFile = size === '-' ? {} : { size: Number(size) }
    return { mode, type: type as GitType, oid: id, path, ...sizeIfFile }
  })
}

export async function writeTree(
  git: Git,
  base: string | undefined,
  entries: { mode: string; oid: string | null; path: string }[],
): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), 'common-chest-index-'))
  const index = join(work, 'index')
  try {
    await git.run(base === undefined ? ['read-tree', '--empty'] : ['read-tree', base], { index })
    // Deletions first: a file may make way for a folder of its name. Mode 0 takes a path out.
    const sorted = entries.toSorted((a, b) => Number(a.oid !== null) - Number(b.oid !== null))
    const lines = sorted.map(({ mode, oid, path }) =>
      oid === null ? `0 ${'0'.repeat(40)}\t${path}\0` : `${mode} ${oid}\t${path}\0`,
    )
    await git.run(['update-index', '-z', '--index-info'], { index, input: lines.join('') })
    return await git.line(['write-tree'], { index })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

export async function writeCommit(git: Git, tree: string, parents: string[], message: string) {
  const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])]
  return git.line(args, { input: message })
}

/** All of the changes as one commit, or none of them. */
export async function commitChanges(git: Git, request: CommitRequest): Promise<CommitOutcome> {
  const { branch, expectedHead, changes } = request
  const head = await git.head(branch)
  if (head === undefined) return { outcome: 'no-branch' }
  if (head !== expectedHead) return { outcome: 'stale' }
  const reason = await whyRefused(git, head, changes)
  if (reason !== undefined) return { outcome: 'refused', reason }
  const removed = changes.deletions.map((path) => ({ mode: '0', oid: null, path }))
  const oids = await writeBlobs(git, changes.additions)
  const added = changes.additions.map(({ path }, at) => ({
    mode: '100644',
    oid: oids[at] ?? '',
    path,
  }))
  const tree = await writeTree(git, head, [...removed, ...added])
  const oid = await writeCommit(git, tree, [head], request.message)
  try {
    await git.run(['update-ref', `refs/heads/${branch}`, oid, head])
    return { outcome: 'committed', oid }
  } catch (error) {
    // Somebody else's commit came in between. Any other trouble must not look like that.
    if ((await git.head(branch)) !== head) return { outcome: 'stale' }
    throw error
  }
}

async function whyRefused(git: Git, head: string, changes: FileChanges) {
  const paths = [...changes.additions.map(({ path }) => path), ...changes.deletions]
  const malformed = paths.find((path) => !isPlainPath(path))
  if (malformed !== undefined) return `The path "${malformed}" is not allowed.`
  for (const path of changes.deletions) {
    const missing = (await git.resolve(`${head}:${path}`)) === undefined
    if (missing) return `A path was to be deleted that is not there as of ${head}: ${path}`
  }
  return undefined
}

function isPlainPath(path: string): boolean {
  const parts = path.split('/')
  return parts.every((part) => !['', '.', '..'].includes(part) && part.toLowerCase() !== '.git')
}

/** One git process for all files, as a batch of photos would otherwise take seconds. */
async function writeBlobs(git: Git, additions: { contents: string }[]): Promise<string[]> {
  const work = await mkdtemp(join(tmpdir(), 'common-chest-blobs-'))
  try {
    const files = additions.map((_, at) => join(work, String(at)))
    for (const [at, { contents }] of additions.entries()) {
      await writeFile(join(work, String(at)), Buffer.from(contents, 'base64'))
    }
    const args = ['hash-object', '-w', '--no-filters', '--stdin-paths']
    return (await git.line(args, { input: files.join('\n') })).split('\n')
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
