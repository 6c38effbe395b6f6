/**
 * A bare repository with a local GitHub before it, and short ways to ask both.
 * Talks to: the server under test over HTTP, and git directly.
 * Invariant: every test starts with one commit on `main` that no earlier test has seen.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGitHub } from './github-server.ts'

type Input = {
  branch: { repositoryNameWithOwner: string; branchName: string }
  expectedHeadOid: string
  message: { headline: string; body: string }
  fileChanges: { additions: { path: string; contents: string }[]; deletions: { path: string }[] }
}

export type GitHubFixture = Awaited<ReturnType<typeof openFixture>>

export const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url } ref { name target { oid } } }
}`

export const TOKEN = 'github_pat_for_tests'
const NAMES = { owner: 'council', name: 'chest' }

export async function openFixture() {
  const dir = mkdtempSync(join(tmpdir(), 'common-chest-hub-'))
  const git = (...args: string[]) => runGit(dir, args)
  git('init', '--bare', '--quiet', '--initial-branch=main')
  const hub = await startGitHub({ repositoryDir: dir, ...NAMES, token: TOKEN })
  const call = (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const init = { headers: { authorization: `Bearer ${TOKEN}`, ...headers } }
    if (body === undefined) return fetch(hub.url + path, init)
    return fetch(hub.url + path, { ...init, method: 'POST', body: JSON.stringify(body) })
  }
  const rest = async (path: string, body?: unknown) => {
    const answer = await call(`/repos/council/chest/${path}`, body)
    return { status: answer.status, body: (await answer.json()) as unknown }
  }
  const graphql = async (query: string, variables: object = {}): Promise<unknown> => {
    const answer = await call('/graphql', { query, variables })
    if (answer.status !== 200) throw new Error(`GraphQL answered ${answer.status}.`)
    return answer.json()
  }
  const commit = (files: Record<string, string>, changes: object = {}) =>
    graphql(MUTATION, { input: { ...input(git('rev-parse', 'main'), files), ...changes } })
  const close = async () => {
    await hub.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  return { hub, git, call, rest, graphql, commit, restart: () => newRoot(git), close }
}

function runGit(dir: string, args: string[]): string {
  const env = { ...process.env, GIT_DIR: dir }
  const stdio: ['pipe', 'pipe', 'ignore'] = ['pipe', 'pipe', 'ignore']
  return execFileSync('git', args, { env, stdio, input: '', encoding: 'utf8' }).trim()
}

/** Moves `main` to a new first commit, and answers its id. */
function newRoot(git: (...args: string[]) => string): string {
  const tree = git('hash-object', '-w', '-t', 'tree', '--stdin')
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org']
  const head = git(...who, 'commit-tree', tree, '-m', `root ${Math.random()}`)
  git('update-ref', 'refs/heads/main', head)
  return head
}

export function input(head: string, files: Record<string, string>): Input {
  const additions = Object.entries(files).map(([path, text]) => ({
    path,
    contents: Buffer.from(text).toString('base64'),
  }))
  return {
    branch: { repositoryNameWithOwner: 'council/chest', branchName: 'main' },
    expectedHeadOid: head,
    message: { headline: 'Publish', body: 'The whole batch.' },
    fileChanges: { additions, deletions: [] },
  }
}

/** What stands at a path inside a parsed answer, or undefined where the path ends early. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined
    return (inner as Record<string | number, unknown>)[key]
  }, value)
}
