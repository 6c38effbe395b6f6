import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { boardHead, parseCheckpoint } from '../../src/domain/checkpoint.ts'
import { lengthPrefixed } from '../../src/domain/encoding.ts'
import { BoardDiffers, PublishFailed } from '../../src/domain/fault.ts'
import { LocalTimeSchema } from '../../src/domain/time.ts'
import * as v from 'valibot'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { extendRound } from '../../src/service/extend-round.ts'
import { stageEntry } from '../../src/service/desk/stage-entry.ts'
import { updateBoard } from '../../src/service/update-board.ts'
import { inBothHomes, type Vote } from '../support/homes.ts'
import { AFTER, DURING } from '../support/ports.ts'

const MINUTE = 60_000

/** The numbers and kinds of all checkpoints on the board, after the opening record. */
async function chainOf(vote: Vote) {
  const chain = []
  for (let n = 1; ; n++) {
    const text = await vote.read('board', `${n}.json`)
    if (text === undefined) return chain
    chain.push(parseCheckpoint(text))
  }
}

const castAll = async (vote: Vote, from: number, to: number) => {
  const receipts = []
  for (let letter = from; letter < to; letter++) receipts.push(await vote.cast(letter, 'park'))
  return receipts
}

inBothHomes((home) => {
  test('a checkpoint waits for 25 new ballots and for 30 minutes', async () => {
    const vote = await home.vote(60)
    const start = (await vote.box.meta(vote.round.id))?.opensAt ?? 0
    const after = async (minutes: number) => {
      vote.setNow(start + minutes * MINUTE)
      await updateBoard(vote, vote.round)
      return (await chainOf(vote)).map(({ recorded }) => recorded[0]?.ballots)
    }
    await castAll(vote, 0, 24)
    expect(await after(31)).toEqual([])
    vote.setNow(start + 31 * MINUTE)
    await castAll(vote, 24, 25)
    expect(await after(29)).toEqual([])
    expect(await after(30)).toEqual([25])
    vote.setNow(start + 31 * MINUTE)
    await castAll(vote, 25, 51)
    expect(await after(59)).toEqual([25])
    expect(await after(60)).toEqual([25, 51])
  })

  test('each link names the bytes of the one before, and receipts name the newest', async () => {
    const vote = await home.vote(26)
    await castAll(vote, 0, 25)
    await updateBoard(vote, vote.round)
    const [zero = '', one = ''] = [
      await vote.read('board', '0.json'),
      await vote.read('board', '1.json'),
    ]
    const framed = ['common-chest/1/checkpoint', vote.round.id, zero].flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(Buffer.byteLength(part))
      return [length, Buffer.from(part)]
    })
    const previous = createHash('sha256').update(Buffer.concat(framed)).digest('hex')
    expect(parseCheckpoint(one).previous).toBe(previous)
    const head = boardHead(vote.round.id, 1, one)
    expect(head).toMatch(/^1:[0-9a-f]{8}$/)
    expect((await vote.cast(25, 'park')).board).toBe(head)
  })

  test('the close and the seal have checkpoints of their own, and only the last has ballotsRoot', async () => {
    const vote = await home.vote(3)
    await castAll(vote, 0, 2)
    vote.setNow(AFTER)
    await advanceRounds(vote)
    const chain = await chainOf(vote)
    expect(chain.map(({ n, kind, ballotsRoot }) => [n, kind, ballotsRoot?.size])).toEqual([
      [1, 'closing', undefined],
      [2, 'final', 2],
    ])
    for (const { receiptsRoot, pairsRoot, recorded, issued } of chain)
      expect([receiptsRoot.size, pairsRoot.size, recorded, issued]).toEqual([
        2,
        2,
        [{ channel: 'online', pool: 'all', ballots: 2 }],
        [{ pool: 'all', live: 3, reserve: 0 }],
      ])
    await advanceRounds(vote)
    expect(await chainOf(vote)).toHaveLength(2)
  })

  test('a pause with its reason, its end and a later end of voting are told by the next one, once', async () => {
    const vote = await home.vote(1)
    const at = '2027-05-10T12:00:00Z'
    expect(await changeRound(vote, vote.round.id, 'pause')).toMatchObject({
      error: { code: 'reason-missing' },
    })
    await changeRound(vote, vote.round.id, 'pause', ' A proposal was missing. ')
    await changeRound(vote, vote.round.id, 'resume')
    await extendRound(vote, vote.round.id, v.parse(LocalTimeSchema, '2027-05-17 20:00'))
    vote.setNow(AFTER + 24 * 60 * MINUTE)
    await advanceRounds(vote)
    const [closing, final] = await chainOf(vote)
    expect(closing?.events).toEqual([
      { kind: 'pause', at, reason: 'A proposal was missing.' },
      { kind: 'resume', at },
      { kind: 'extension', at, closesAt: '2027-05-17T18:00:00Z' },
    ])
    expect(final?.events).toEqual([])
  })

  test('revoked and reissued codes are told as numbers', async () => {
    const vote = await home.vote(2)
    for (const name of ['revoked', 'reissued', 'held:batch-1'])
      await vote.tamper.count(vote.round.id, name, 2)
    vote.setNow(AFTER)
    await advanceRounds(vote)
    expect((await chainOf(vote))[0]).toMatchObject({ revoked: 2, reissued: 2, held: 2 })
  })

  test('of several writers at once one writes, and the others have nothing left to do', async () => {
    const vote = await home.vote(25)
    await castAll(vote, 0, 25)
    const outcomes = await Promise.all([1, 2, 3].map(() => updateBoard(vote, vote.round)))
    expect(outcomes).toContain('current')
    expect((await chainOf(vote)).map(({ n }) => n)).toEqual([1])
    expect((await vote.chain.state(vote.round.id))?.confirmed).toBe(true)
  })

  test.each([
    ['before it was published', 'commit'],
    ['after it was published', 'confirm'],
  ] as const)('a writer that dies %s leaves its own bytes to the next', async (_, when) => {
    const vote = await home.vote(27)
    await castAll(vote, 0, 25)
    const die = () => Promise.reject(new Error('killed'))
    const dying =
      when === 'commit'
        ? { ...vote, publisher: { ...vote.publisher, commit: die } }
        : { ...vote, chain: { ...vote.chain, confirm: die } }
    await expect(updateBoard(dying, vote.round)).rejects.toThrow('killed')
    const staged = await vote.chain.text(vote.round.id, 1)
    await castAll(vote, 25, 27)
    vote.setNow(DURING + 10 * MINUTE)
    await updateBoard(vote, vote.round)
    expect(await vote.read('board', '1.json')).toBe(staged)
    expect((await vote.box.meta(vote.round.id))?.head).toBe(
      boardHead(vote.round.id, 1, staged ?? ''),
    )
  })

  test('nothing stands on a board that somebody else has written on', async () => {
    const vote = await home.vote(1)
    const expectedHead = await vote.publisher.head('board')
    const files = [{ path: `rounds/${vote.round.id}/0.json`, text: '{"n":0}\n' }]
    await vote.publisher.commit({ branch: 'board', expectedHead, message: 'Forged', files })
    vote.setNow(AFTER)
    await expect(
      updateBoard({ ...vote, box: { ...vote.box, meta: closedMeta(vote) } }, vote.round),
    ).rejects.toThrow(BoardDiffers)
    expect(await advanceRounds(vote)).toMatchObject([
      { step: 'close', result: { ok: true } },
      { step: 'seal', result: { error: { code: 'board-behind' } } },
    ])
    expect(vote.events).toContain('fault board-behind')
    expect(await chainOf(vote)).toEqual([])
  })

  test('a checkpoint names the heads of the desk’s logs, once anything stands in them', async () => {
    const vote = await home.vote(1)
    const { id } = vote.round
    const write = async (round: string | undefined) => {
      const entry = { person: 'p-1', action: 'invite-person', round, facts: {} }
      expect(await vote.desk.write(await stageEntry(vote, entry), AFTER)).toBeUndefined()
    }
    vote.setNow(AFTER)
    const away = () => Promise.reject(new PublishFailed('away'))
    await changeRound({ ...vote, publisher: { ...vote.publisher, commit: away } }, id, 'close')
    await write(id)
    await write(id)
    await write(undefined)
    await advanceRounds(vote)
    const [closing, final] = await chainOf(vote)
    expect(closing).not.toHaveProperty('log')
    const [one, two] = await vote.desk.list(`log:${id}`, AFTER)
    expect(JSON.parse(one?.text ?? '')).toMatchObject({ n: 1, action: 'invite-person' })
    const last = lengthPrefixed('common-chest/1/desk-log', id, two?.text ?? '')
    const head = createHash('sha256').update(last).digest('hex')
    expect(final).toMatchObject({ log: { n: 2, head }, councilLog: { n: 1 } })
  })

  test('a git host that is away keeps the round closed, and the next run seals it', async () => {
    const vote = await home.vote(1)
    vote.setNow(AFTER)
    const away = () => Promise.reject(new PublishFailed('away'))
    const cut = { ...vote, publisher: { ...vote.publisher, head: away, commit: away } }
    expect(await advanceRounds(cut)).toMatchObject([
      { step: 'close', result: { ok: true } },
      { step: 'seal', result: { ok: false } },
    ])
    expect((await advanceRounds(vote)).map(({ step, result }) => [step, result.ok])).toEqual([
      ['seal', true],
    ])
    expect((await chainOf(vote)).map(({ kind }) => kind)).toEqual(['closing', 'final'])
  })
})

/** A box that says it is closed. */
function closedMeta(vote: Vote): Vote['box']['meta'] {
  return async (round) => {
    const meta = await vote.box.meta(round)
    return meta && { ...meta, state: 'closed' }
  }
}
