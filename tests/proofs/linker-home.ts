/**
 * Where the linker's elections are held: a store of either kind and a council's repository.
 *
 * Talks to a Redis with an append-only file behind the REST bridge, or to a SQLite file; and to git.
 * Invariant: a stranger's view of git is taken by git alone, and raw files are read as bytes.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeGitPublisher } from '../../src/adapters/git/publisher.ts'
import { commitAll } from '../../src/commands/commit-all.ts'
import { startRedis } from '../../src/commands/redis/redis-server.ts'
import { startBridge } from '../../src/commands/redis/upstash-bridge.ts'
import type { CommitRequest, Publisher } from '../../src/service/ports.ts'
import type { StoreTarget } from '../support/open-store.ts'
import { councilInMemory as inMemory } from './faults-council.ts'
import type { Sight } from './linker-sights.ts'
import { textOf } from '../support/text-of.ts'

export type LinkerHome = {
  readonly name: 'redis' | 'sqlite'
  readonly target: StoreTarget
  readonly publisher: Publisher
  /** History and files of a round, as anyone who clones the repository has them. */
  readGit(round: string): Sight[]
  /** The bytes of the store's own files. */
  readRaw(): Sight[]
  close(): Promise<void>
}

/** `git`: a real repository; else branches in memory, for the many small rounds that chance asks for. */
export async function openLinkerHome(
  name: LinkerHome['name'],
  { git }: { readonly git: boolean },
): Promise<LinkerHome> {
  const folder = mkdtempSync(join(tmpdir(), 'common-chest-linker-'))
  const files = join(folder, 'store')
  mkdirSync(files)
  const council = git ? await councilInGit(join(folder, 'council')) : councilInMemory()
  const { target, stop } = name === 'redis' ? await redisIn(files) : sqliteIn(files)
  return {
    ...{ name, target },
    ...council,
    readRaw: () => rawFiles(files),
    async close() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Council = Pick<LinkerHome, 'publisher' | 'readGit'>

async function councilInGit(directory: string): Promise<Council> {
  mkdirSync(directory)
  writeFileSync(join(directory, 'council.md'), 'A test.\n')
  await commitAll(directory, 'A test')
  return {
    publisher: makeGitPublisher({ directory }),
    readGit: (round) => readGit(directory, round),
  }
}

/** The commits are kept as they were asked for: branch, message and files. */
function councilInMemory(): Council {
  const { publisher } = inMemory()
  const asked: CommitRequest[] = []
  return {
    publisher: {
      ...publisher,
      async commit(request) {
        const done = await publisher.commit(request)
        if (done.outcome === 'committed') asked.push(request)
        return done
      },
    },
    readGit: (round) => readCommits(asked, round),
  }
}

function readCommits(asked: readonly CommitRequest[], round: string): Sight[] {
  const without = (text: string) => text.replaceAll(round, 'ROUND').split('\n')
  const own = asked.filter(({ files }) => files.some(({ path }) => path.includes(`/${round}/`)))
  const files = new Map(own.flatMap((each) => each.files.map((file) => [file.path, textOf(file)])))
  return [
    {
      name: 'git history',
      lines: own.flatMap(({ branch, message, files: changed }) => [
        `${branch} ${message}`,
        ...changed.flatMap((file) => without(`${file.path}\n${textOf(file)}`)),
      ]),
    },
    ...[...files].map(([path, text]) => ({
      name: `file ${path.replace(`rounds/${round}/`, '')}`,
      lines: without(text),
    })),
  ]
}

type Place = { readonly target: StoreTarget; readonly stop: () => Promise<void> }

async function redisIn(dir: string): Promise<Place> {
  const server = await startRedis({ appendOnly: true, dir })
  const bridge = await startBridge({ redisPort: server.port, token: 'a-token-for-tests' })
  return {
    target: { kind: 'upstash', url: bridge.url, token: bridge.token },
    async stop() {
      await bridge.stop()
      await server.stop()
    },
  }
}

function sqliteIn(dir: string): Place {
  return {
    target: { kind: 'sqlite', file: join(dir, 'store.sqlite') },
    stop: async () => undefined,
  }
}

/** Every branch: what each commit says and changes, the objects by size, and each file at the head. */
function readGit(directory: string, round: string): Sight[] {
  const git = (...words: readonly string[]) =>
    execFileSync('git', words, { cwd: directory, encoding: 'utf8', maxBuffer: 1 << 28 })
  const path = `rounds/${round}`
  const without = (text: string) => text.replaceAll(round, 'ROUND').split('\n')
  const history = git('log', '--all', '--reverse', '--format=fuller', '-p', '--', path)
  const branches = git('for-each-ref', '--format=%(refname)', 'refs/heads').trim().split('\n')
  const files = branches.flatMap((branch) =>
    git('ls-tree', '-r', '--name-only', branch, `${path}/`)
      .split('\n')
      .filter((file) => file !== '')
      .map((file) => ({
        name: `file ${file.replace(`${path}/`, '')}`,
        lines: without(git('show', `${branch}:${file}`)),
      })),
  )
  return [{ name: 'git history', lines: without(history) }, ...files]
}

function rawFiles(folder: string): Sight[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'log')
    .map((entry) => ({
      name: `raw ${entry.name}`,
      lines: [readFileSync(join(entry.parentPath, entry.name)).toString('latin1')],
      raw: true,
    }))
}
