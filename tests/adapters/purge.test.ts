/**
 * What a purge leaves in the raw files of either store: nothing that names a code, a ballot or a person.
 *
 * Talks to a SQLite file, and to the append-only file of a Redis of its own. Invariant: the files are read
 * as bytes, and hold every canary before the purge. Decided in docs/decisions/0014.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import { afterAll, describe, expect, test } from 'vitest'
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import { startRedis } from '../../src/commands/redis/redis-server.ts'
import { startBridge } from '../../src/commands/redis/upstash-bridge.ts'
import { placeOf } from '../../src/domain/checkpoint.ts'
import type { RoundId } from '../../src/domain/id.ts'
import { withoutContact } from '../../src/domain/submission.ts'
import { aBatch, aCast, aSubmission, anOpenRound, issue, aRoundId } from '../support/box-data.ts'
import { openStore, type Store } from '../support/open-store.ts'

const directory = mkdtempSync(join(tmpdir(), 'common-chest-purge-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Every byte below a folder. */
function bytesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n')
}

/** A round with a ballot, a checkpoint and a submission; and all that must be gone after the purge. */
async function aPastRound({ box, chain, inbox, pictures }: Store) {
  const round = await anOpenRound(box)
  const cast = aCast({ round })
  await box.cast(cast)
  const { receipt, mark, use, retry, record } = cast
  const [other] = aBatch(round, ['ben']).marks
  const staged = {
    n: 1,
    kind: 'closing',
    at: 0,
    recorded: 1,
    events: 0,
    text: 'a checkpoint',
  } as const
  await chain.stage(round, { ...staged, places: [placeOf('all', receipt)] })
  await inbox.add(aSubmission(round), 5)
  const picture = 'a-picture-of-ada'
  await pictures.add({ round, submission: 'one', digest: picture }, Buffer.from(picture), 5)
  const canaries = [mark, use, retry, record, receipt, other!.mark, other!.serial]
  return { round, canaries: [...canaries, picture, 'Ada Holm', 'ada@example.org'] }
}

async function purge({ box, chain, inbox, archive }: Store, round: RoundId): Promise<void> {
  const lease = (holder: string) => chain.lease(round, holder, { now: 0, until: 1 })
  expect(await lease('ada')).toBe(true)
  expect(await archive.purge(round, ['all'])).toBe(false)
  for (const change of ['close', 'seal', 'publish'] as const) await box.transition(round, change)
  for (const { id, state, submission, edition } of await inbox.list(round)) {
    const text = { submission: withoutContact(submission), edition }
    await inbox.decide(round, id, [state], { state, text })
  }
  expect(await archive.purge(round, ['all'])).toBe(true)
  expect(await lease('ben')).toBe(true)
  expect(await archive.purge(round, ['all'])).toBe(true)
}

/** What is left can still be asked for; another round is whole. */
async function expectRest(store: Store, round: RoundId, living: RoundId): Promise<void> {
  expect(await store.box.meta(round)).toMatchObject({ state: 'purged' })
  expect(await store.box.ballots(round, 'all')).toEqual([])
  expect(await store.archive.ledger(round)).toEqual([])
  expect((await store.box.counts(round)).recorded.get('online:all')).toBe(1)
  expect(await store.chain.text(round, 1)).toBe('a checkpoint')
  expect((await store.inbox.list(round))[0]).toMatchObject({ submission: { contact: '' } })
  expect(await store.box.marks(living)).toHaveLength(1)
}

async function aLivingRound({ box }: Store): Promise<RoundId> {
  const round = aRoundId()
  await issue(box, round, { codes: ['living'] })
  return round
}

describe('a purge', () => {
  test('leaves nothing in the files of SQLite', async () => {
    const folder = mkdtempSync(join(directory, 'sqlite-'))
    const { close, ...store } = openStore({ kind: 'sqlite', file: join(folder, 'store.sqlite') })
    const opened = { ...store, close }
    const living = await aLivingRound(opened)
    const { round, canaries } = await aPastRound(opened)
    for (const canary of canaries) expect(bytesIn(folder)).toContain(canary)
    await purge(opened, round)
    for (const canary of canaries) expect(bytesIn(folder)).not.toContain(canary)
    await expectRest(opened, round, living)
    close()
  })

  test('leaves nothing in the append-only file of Redis once that is rewritten', async () => {
    const folder = mkdtempSync(join(directory, 'redis-'))
    const server = await startRedis({ appendOnly: true, dir: folder })
    const bridge = await startBridge({ redisPort: server.port, token: 'a-token' })
    const store = openStore({ kind: 'upstash', url: bridge.url, token: bridge.token })
    const living = await aLivingRound(store)
    const { round, canaries } = await aPastRound(store)
    for (const canary of canaries) expect(bytesIn(folder)).toContain(canary)
    await purge(store, round)
    const redis = makeUpstashClient(bridge)
    await redis.command(v.string(), ['BGREWRITEAOF'])
    const isRewriting = async () =>
      /aof_rewrite_(?:in_progress|scheduled):1/.test(
        await redis.command(v.string(), ['INFO', 'persistence']),
      )
    while (await isRewriting()) await wait(20)
    for (const canary of canaries) expect(bytesIn(folder)).not.toContain(canary)
    await expectRest(store, round, living)
    await bridge.stop()
    await server.stop()
  })
})
