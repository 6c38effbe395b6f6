/**
 * Ports for use-case tests: real keys, a real SQLite file, a real git repository, and a clock that a test
 * sets.
 *
 * Talks to a temporary folder. Invariant: only the clock and the content are given; nothing is mocked.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeGitPublisher } from '../../src/adapters/git/publisher.ts'
import { makeKeys } from '../../src/adapters/keys.ts'
import { makePicture } from '../../src/adapters/make-picture.ts'
import { makePasskeys } from '../../src/adapters/passkeys.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { MARKDOWN } from '../../src/adapters/content/source.ts'
import { commitAll } from '../../src/commands/commit-all.ts'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { ballotDigest } from '../../src/domain/digest.ts'
import type { Proposal } from '../../src/domain/proposal.ts'
import type { Round } from '../../src/domain/round.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { findNewest } from '../../src/service/find-newest.ts'
import { openRound } from '../../src/service/open-round.ts'
import type { Publisher, Store } from '../../src/service/ports.ts'
import type { StorePlan } from '../../src/service/ports-plan.ts'
import type { PicturePorts } from '../../src/service/ports-pictures.ts'
import { aCouncil, aProposal, aRound } from './builders.ts'

export const BEFORE = Date.parse('2027-05-01T12:00:00Z')
export const DURING = Date.parse('2027-05-10T12:00:00Z')
export const AFTER = Date.parse('2027-05-16T18:02:01Z')

export type TestPorts = PicturePorts & {
  setNow(now: number): void
  setContent(content: { round?: Round; proposals?: readonly Proposal[] }): void
  readonly events: string[]
  readonly directory: string
  close(): void
}

/** Ports at a time when voting is open, with three proposals unless a test says otherwise. */
export async function testPorts(
  given: {
    round?: Round
    proposals?: readonly Proposal[]
    now?: number
    store?: Store
    publisher?: Publisher
    storePlan?: StorePlan
  } = {},
): Promise<TestPorts> {
  const directory = mkdtempSync(join(tmpdir(), 'ports-'))
  let now = given.now ?? DURING
  let content = {
    round: given.round ?? aRound({ lot: { order: [], drawn: 'In public.' } }),
    proposals: given.proposals ?? [
      aProposal('bench'),
      aProposal('park'),
      aProposal('pool', { cost: 60_000 }),
    ],
  }
  writeFileSync(join(directory, 'council.md'), 'A test.\n')
  await commitAll(directory, 'A test')
  const events: string[] = []
  return {
    directory,
    events,
    setNow: (at) => (now = at),
    setContent: (changed) => (content = { ...content, ...changed }),
    close: () => rmSync(directory, { recursive: true }),
    clock: { now: () => now },
    random: { bytes: (count) => Uint8Array.from(randomBytes(count)) },
    makePicture,
    keys: makeKeys(Uint8Array.from(randomBytes(32))),
    content: {
      council: async () => aCouncil(),
      roundIds: async () => [content.round.id],
      round: async (id) =>
        id === content.round.id
          ? { ...content, digest: ballotDigest(content.round, content.proposals) }
          : undefined,
      ...MARKDOWN,
      slug: (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    },
    publisher: given.publisher ?? makeGitPublisher({ directory }),
    pages: { siteUrl: 'http://localhost', read: async () => undefined },
    passkeys: makePasskeys('http://localhost'),
    setupSecret: undefined,
    storePlan: given.storePlan,
    log: {
      event: (name) => void events.push(name),
      fault: (name) => void events.push(`fault ${name}`),
    },
    ...(given.store ?? openSqliteStore(join(directory, '.git', 'chest.sqlite'))),
  }
}

/** What a deploy does: the content is what the newest commit has. */
export async function deploy(ports: TestPorts): Promise<void> {
  for (const id of await ports.content.roundIds()) {
    const content = await ports.content.round(id)
    const newest = content && (await findNewest(ports, content))
    if (!newest?.ok) throw new Error(JSON.stringify(newest))
    ports.setContent(newest.value)
  }
}

/** Commits files to the content branch, as somebody with a git client does. */
export async function commitFiles(
  { publisher }: Pick<TestPorts, 'publisher'>,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  const expectedHead = await publisher.head('content')
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }))
  await publisher.commit({ branch: 'content', message: 'By hand', expectedHead, files })
}

/** Ports of a round that is open, with this many letters. */
export async function votingPorts(
  letters: number,
  given: Parameters<typeof testPorts>[0] = {},
): Promise<TestPorts & { readonly letters: readonly Letter[] }> {
  const ports = await testPorts(given)
  const round = given.round?.id ?? 'spring'
  const request = {
    round,
    pool: 'all',
    kind: 'live',
    count: letters,
    keep: async () => {},
  } as const
  const made = await makeLetters(ports, request)
  const opened = await openRound(ports, round)
  if (!made.ok || !opened.ok) throw new Error(JSON.stringify([made, opened]))
  return { ...ports, letters: made.value }
}
