import { afterEach, expect, test } from 'vitest'
import * as v from 'valibot'
import { parseCheckpoint } from '../../src/domain/checkpoint.ts'
import { toBase64url } from '../../src/domain/encoding.ts'
import { printHallFile, readHallFile, type HallFile } from '../../src/domain/hall-file.ts'
import { hash } from '../../src/domain/hash.ts'
import { AreaIdSchema, HallIdSchema } from '../../src/domain/id.ts'
import { parseOpeningRecord } from '../../src/domain/opening-record.ts'
import { SnapshotSchema } from '../../src/domain/snapshot.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { countRound } from '../../src/service/count-round.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { publishResults } from '../../src/service/publish-results.ts'
import { purgeRound } from '../../src/service/purge-round.ts'
import { holdStub } from '../../src/service/hold-stub.ts'
import { prepareHall } from '../../src/service/desk/prepare-hall.ts'
import type { Visit } from '../../src/service/desk/use-case.ts'
import { giveUpHall, hallsWithCodesTwice, takeInHall } from '../../src/service/settle-hall.ts'
import { ids } from '../support/builders.ts'
import { aLaptop, castInHall, fileOf, HALLS, signFile, type Laptop } from '../support/halls.ts'
import { inBothHomes, type Home, type Vote } from '../support/homes.ts'
import { aBatchId, boxPile, holdPile, typePile } from '../support/paper-ballots.ts'
import { AFTER } from '../support/ports.ts'

const laptops: Laptop[] = []
afterEach(() => laptops.splice(0).forEach((laptop) => laptop.close()))

const hallId = (id: string) => v.parse(HallIdSchema, id)
const areaId = (id: string) => v.parse(AreaIdSchema, id)
const REASON = 'The laptop fell into the river.'

/** An office where three voted, whose round names two halls; the floor is five. */
async function anOffice(home: Home, fields: object = {}, letters = 4): Promise<Vote> {
  const office = await home.vote(letters, {
    fields: { halls: HALLS, publication: { floor: 5 }, ...fields },
  })
  await office.cast(0, 'park')
  await office.cast(1, 'park', 'bench')
  await office.cast(2)
  return office
}

async function laptopOf(
  office: Vote,
  hall: string,
  ballots: readonly string[],
  sitting = 1,
): Promise<Laptop> {
  const { id: round } = office.round
  const letters = Math.max(1, ballots.length)
  const laptop = await aLaptop(office, { hall, round, letters, sitting })
  laptops.push(laptop)
  for (const [at, words] of ballots.entries()) await castInHall(laptop, at, words)
  return laptop
}

const hallFile = async (...given: Parameters<typeof laptopOf>) => fileOf(await laptopOf(...given))

async function close(office: Vote): Promise<void> {
  office.setNow(AFTER)
  await advanceRounds(office)
  expect(await stateOf(office)).toBe('closed')
}

const stateOf = async ({ box, round }: Vote) => (await box.meta(round.id))?.state
const takeIn = (office: Vote, file: HallFile) =>
  takeInHall(office, office.round.id, printHallFile(file))
const giveUp = (office: Vote, hall: string, reason = REASON) =>
  giveUpHall(office, office.round.id, { hall: hallId(hall), reason })
const refused = (code: string, details?: object) => ({
  ok: false,
  error: { code, ...(details && { details }) },
})

async function resultOf(office: Vote) {
  const text = await office.read('content', 'results/1/result.json')
  return v.parse(v.pipe(v.string(), v.parseJson(), SnapshotSchema), text)
}

inBothHomes((home) => {
  test('counts the boxes of halls with all others, and tells what came from where', async () => {
    const office = await anOffice(home)
    const north = await hallFile(office, 'north', ['bench', 'bench'])
    await close(office)
    expect(await takeIn(office, north)).toEqual({ ok: true, value: 'north' })
    expect(await changeRound(office, office.round.id, 'seal')).toMatchObject(
      refused('halls-out', { halls: 'The mill' }),
    )
    expect(await giveUp(office, 'mill')).toEqual({ ok: true, value: 'mill' })
    await advanceRounds(office)
    expect(await stateOf(office)).toBe('sealed')
    expect(await publishResult(office, office.round.id, 'final')).toMatchObject({
      ok: true,
      value: { fresh: true },
    })
    const result = await resultOf(office)
    expect(result.pools[0]).toMatchObject({
      ballots: { recorded: 5, blank: 1, channels: { online: 3, kiosk: 2, paper: 0 } },
    })
    expect(
      result.pools[0]?.allocation.lines.map(({ proposal, votes }) => [proposal, votes]),
    ).toEqual(
      expect.arrayContaining([
        ['bench', 3],
        ['park', 2],
      ]),
    )
    expect(result.halls).toEqual([
      {
        hall: 'north',
        pools: [
          {
            pool: 'all',
            ballots: { recorded: 2, channels: { online: 0, kiosk: 2, paper: 0 }, invalid: 0 },
          },
        ],
      },
      { hall: 'mill', reason: REASON },
    ])
  })

  test('lists ballots of all boxes together, and every other list by its box', async () => {
    const office = await anOffice(home)
    const laptop = await laptopOf(office, 'north', ['bench', 'bench'])
    const file = await fileOf(laptop)
    await close(office)
    await takeIn(office, file)
    await giveUp(office, 'mill')
    await advanceRounds(office)
    expect(await publishResult(office, office.round.id, 'final')).toMatchObject({ ok: true })
    const read = async (name: string) =>
      (await office.read('content', `results/1/${name}`))?.trim().split('\n') ?? []
    expect(await read('ballots.csv')).toHaveLength(6)
    expect(await read('hall-north.ballots.csv')).toEqual([])
    expect(await read('receipts.csv')).toHaveLength(4)
    expect(await read('hall-north.receipts.csv')).toHaveLength(3)
    expect(await read('used.txt')).toHaveLength(3)
    expect(await read('hall-north.used.txt')).toHaveLength(2)
    expect(await read('hall-north.issued.csv')).toHaveLength(3)
    expect((await read('hall-north.mark-key.txt'))[0]).not.toBe((await read('mark-key.txt'))[0])
    const board = (await read('hall-north.board.jsonl')).map((line) => `${line}\n`)
    expect(parseOpeningRecord(board[0] ?? '')).toMatchObject({
      ...{ hall: 'north', halls: ['north', 'mill'] },
    })
    // Of few ballots nothing may tell which they are.
    expect(parseCheckpoint(board.at(-1) ?? '')).not.toHaveProperty('ballotsRoot')
    const own = (await read('board.jsonl')).map((line) => `${line}\n`)
    expect(parseCheckpoint(own.at(-1) ?? '')).toMatchObject({
      ballotsRoot: { size: 5 },
      receiptsRoot: { size: 3 },
      halls: [
        { hall: 'north', n: board.length - 1 },
        { hall: 'mill', reason: REASON },
      ],
    })
  })

  test('takes a file in once, and no other after it', async () => {
    const office = await anOffice(home)
    const file = await hallFile(office, 'north', ['bench'])
    expect(await takeIn(office, file)).toMatchObject(refused('state-wrong', { state: 'open' }))
    await close(office)
    expect(await takeIn(office, file)).toMatchObject({ ok: true })
    expect(await takeIn(office, file)).toMatchObject({ ok: true })
    const other = await hallFile(office, 'north', ['park', 'park'])
    expect(await takeIn(office, other)).toMatchObject(refused('hall-settled', { hall: 'north' }))
    expect(await giveUp(office, 'mill', ' ')).toMatchObject(refused('reason-missing'))
    expect(await giveUp(office, 'barn')).toMatchObject(refused('hall-unknown', { hall: 'barn' }))
    expect(await Promise.all([giveUp(office, 'mill'), giveUp(office, 'mill')])).toMatchObject([
      { ok: true },
      { ok: true },
    ])
    expect(await giveUp(office, 'mill', 'Another.')).toMatchObject(refused('hall-settled'))
    // From here on it may be sealed at any moment.
    expect(await giveUp(office, 'north')).toMatchObject(refused('hall-settled', { hall: 'north' }))
  })

  test('gives up a box that was taken in with codes of another, which then comes in itself', async () => {
    const office = await anOffice(home)
    const { id: round } = office.round
    const mill = await laptopOf(office, 'mill', ['park', 'park'])
    const copied = [mill.letters[0]!.token]
    const north = await aLaptop(office, { hall: 'north', round, letters: 1, copied })
    laptops.push(north)
    await castInHall(north, 0, 'bench')
    const files = { north: await fileOf(north), mill: await fileOf(mill) }
    await close(office)
    expect(await takeIn(office, files.north)).toMatchObject({ ok: true })
    const clash = refused('hall-codes-twice', { count: 1, halls: 'The northern hall' })
    expect(await takeIn(office, files.mill)).toMatchObject(clash)
    expect(await giveUp(office, 'north')).toEqual({ ok: true, value: 'north' })
    expect(await giveUp(office, 'north', 'Another.')).toMatchObject(refused('hall-settled'))
    expect(await takeIn(office, files.north)).toMatchObject({ ok: false })
    expect(await takeIn(office, files.mill)).toMatchObject({ ok: true })
    await advanceRounds(office)
    expect(await publishResult(office, round, 'final')).toMatchObject({ ok: true })
    const { halls, pools } = await resultOf(office)
    expect(halls).toMatchObject([{ hall: 'north', reason: REASON }, { hall: 'mill' }])
    expect(pools[0]?.ballots.recorded).toBe(5)
  })

  test('gives up no box that was taken in where the last hall is settled at that moment', async () => {
    const office = await anOffice(home)
    const file = await hallFile(office, 'north', ['bench'])
    await close(office)
    await takeIn(office, file)
    const write: typeof office.desk.write = async (...given) => {
      await giveUp(office, 'mill')
      return office.desk.write(...given)
    }
    const hurried = { ...office, desk: { ...office.desk, write } }
    expect(await giveUp(hurried, 'north')).toMatchObject(refused('hall-settled'))
    expect(await takeIn(office, file)).toMatchObject({ ok: true })
  })

  test('takes in no box that shares a used code with another', async () => {
    const office = await anOffice(home)
    const [used, unused] = [office.letters[0]!, office.letters[3]!]
    const { id: round } = office.round
    const copying = async (hall: string, copied: readonly string[]) => {
      const laptop = await aLaptop(office, { hall, round, letters: 1, copied })
      laptops.push(laptop)
      return laptop
    }
    const north = await copying('north', [used.token])
    const mill = await copying('mill', [unused.token])
    const barelyUsed = await fileOf(north)
    await castInHall(mill, unused, 'bench')
    const millFile = await fileOf(mill)
    await close(office)
    // Used at the office and issued in the hall; used in the hall and issued at the office.
    expect(await takeIn(office, barelyUsed)).toMatchObject(
      refused('hall-codes-twice', { count: 1 }),
    )
    expect(await takeIn(office, millFile)).toMatchObject(refused('hall-codes-twice', { count: 1 }))
  })

  test('seals nothing once a paper ballot shows that a code was in two boxes, until that box is given up', async () => {
    const office = await anOffice(home, { paper: true }, 7)
    const { id: round } = office.round
    const [, , , twice, ...rest] = office.letters.map(({ token }) => token)
    if (twice === undefined) throw new Error('letters were made')
    const laptop = await aLaptop(office, { hall: 'north', round, letters: 1, copied: [twice] })
    laptops.push(laptop)
    await castInHall(laptop, 0, 'bench')
    laptop.setNow(AFTER)
    await advanceRounds(laptop)
    expect(await changeRound(laptop, round, 'seal')).toMatchObject({ ok: true })
    const file = await fileOf(laptop)
    const pile = { roundId: round, batch: aBatchId('p1'), tokens: [twice, ...rest] }
    await holdPile(office, { ...pile, tokens: rest })
    await close(office)
    expect(await takeIn(office, file)).toMatchObject({ ok: true })
    expect(await hallsWithCodesTwice(office, office.round)).toEqual([])
    await holdStub(office, { ...pile, token: twice })
    await typePile(office, pile, Array(pile.tokens.length).fill({ choices: ids('park') }))
    await boxPile(office, pile)
    await giveUp(office, 'mill')
    expect(await hallsWithCodesTwice(office, office.round)).toEqual(['north'])
    const seal = () => changeRound(office, round, 'seal')
    expect(await seal()).toMatchObject(refused('hall-codes-twice', { count: 1 }))
    expect(await hallsWithCodesTwice(office, office.round)).toEqual(['north'])
    expect(await giveUp(office, 'north')).toEqual({ ok: true, value: 'north' })
    expect(await takeIn(office, file)).toMatchObject(refused('hall-codes-twice', { count: 1 }))
    expect(await seal()).toEqual({ ok: true, value: 'sealed' })
    expect(await publishResult(office, round, 'final')).toMatchObject({ ok: true })
    expect((await resultOf(office)).halls).toEqual([
      { hall: 'north', reason: REASON },
      { hall: 'mill', reason: REASON },
    ])
  })

  test('keeps the files of halls apart from what became of them, and reads each alone', async () => {
    const office = await anOffice(home)
    const file = await hallFile(office, 'north', ['bench'])
    const listed = new Set<string>()
    const list = (kind: string, now: number) => {
      listed.add(kind)
      return office.desk.list(kind, now)
    }
    const watched = { ...office, desk: { ...office.desk, list } }
    await close(office)
    await takeIn(watched, file)
    await giveUp(watched, 'mill')
    await advanceRounds(watched)
    const { id: round } = office.round
    expect(await publishResult(watched, round, 'final')).toMatchObject({ ok: true })
    expect([...listed].filter((kind) => kind.startsWith('hall'))).toEqual([`hall:${round}`])
    const fates = await office.desk.list(`hall:${round}`, AFTER)
    expect(fates.map(({ text }) => JSON.parse(text) as unknown)).toEqual([
      { reason: REASON },
      { ballots: 1, head: file.head },
    ])
    const kept = await office.desk.get(`hall-file:${round}`, 'north', AFTER)
    expect(readHallFile(kept?.text ?? '')).toEqual(file)
  })

  test('tells nothing of the outcome on the laptop of a hall', async () => {
    const office = await anOffice(home)
    const laptop = await laptopOf(office, 'north', ['bench'])
    await fileOf(laptop)
    const { id } = office.round
    const [content, meta] = await Promise.all([laptop.content.round(id), laptop.box.meta(id)])
    if (content === undefined || meta === undefined) throw new Error('the round is gone')
    expect(meta.state).toBe('sealed')
    expect(await countRound(laptop, content, meta)).toMatchObject(refused('hall-counts-elsewhere'))
    expect(await publishResult(laptop, id, 'final')).toMatchObject(refused('hall-counts-elsewhere'))
    expect(await publishResults(laptop)).toEqual([])
    expect(await giveUpHall(laptop, id, { hall: hallId('mill'), reason: REASON })).toMatchObject(
      refused('hall-counts-elsewhere'),
    )
  })

  test('seals nothing for content that lost a hall since voting opened', async () => {
    const office = await anOffice(home)
    await close(office)
    office.setContent({ round: { ...office.round, halls: [] } })
    expect(await changeRound(office, office.round.id, 'seal')).toMatchObject(
      refused('ballot-differs'),
    )
    await advanceRounds(office)
    expect(await stateOf(office)).toBe('closed')
  })

  test('forgets the boxes of halls with all others', async () => {
    const office = await anOffice(home)
    const file = await hallFile(office, 'north', ['bench'])
    await close(office)
    await takeIn(office, file)
    await giveUp(office, 'mill')
    await advanceRounds(office)
    expect(await publishResult(office, office.round.id, 'final')).toMatchObject({ ok: true })
    const kind = `hall:${office.round.id}`
    expect(await office.desk.list(kind, AFTER)).toHaveLength(2)
    office.setNow(AFTER + 60 * 86_400_000)
    expect(await purgeRound(office, office.round.id)).toMatchObject({ ok: true })
    expect(await office.desk.list(kind, AFTER)).toEqual([])
    expect(await office.desk.list(`hall-file:${office.round.id}`, AFTER)).toEqual([])
    // Nor is a secret given any more that could read or write such a box.
    const asked = { round: office.round.id, hall: hallId('north'), afresh: false }
    expect(await prepareHall(office, asked, {} as Visit)).toMatchObject(
      refused('state-wrong', { state: 'purged' }),
    )
  })

  test('publishes nothing where the box of a hall was changed since it was taken in', async () => {
    const office = await anOffice(home)
    const file = await hallFile(office, 'north', ['bench', 'park'])
    await close(office)
    await takeIn(office, file)
    await giveUp(office, 'mill')
    await advanceRounds(office)
    expect(await stateOf(office)).toBe('sealed')
    const { id: round } = office.round
    let version = 1
    const write = async (kind: string, id: string, expected: number, value: object) => {
      const change = { kind, id, expected, text: JSON.stringify(value) }
      expect(await office.desk.write([change], AFTER)).toBeUndefined()
    }
    const exchange = (changed: HallFile) => write(`hall-file:${round}`, 'north', version++, changed)
    const rows = async () => {
      const result = await publishResult(office, round, 'final')
      return result.ok ? [] : String(result.error.details['rows']).split(', ')
    }
    const own = office.letters[0]!.token
    const use = toBase64url(hash('use', round, own))
    const k = office.keys
      .ofHall(round, hallId('north'), 1)
      .storedMark(round, hash('mark', round, hash('use', round, own)))
    const [mark, ...marks] = file.marks
    if (mark === undefined) throw new Error('codes were made')
    await exchange({ ...file, ballots: file.ballots.slice(1) })
    expect(await rows()).toEqual(['ballots-root', 'halls-agree', 'halls-ballots'])
    await exchange({ ...file, board: file.board.slice(0, -1) })
    expect(await rows()).toEqual(['halls', 'halls-agree'])
    await exchange({ ...file, marks: [{ ...mark, k, use }, ...marks] })
    expect(await rows()).toEqual(['halls-agree', 'codes-apart'])
    await exchange(await hallFile(office, 'north', ['bench', 'park'], 2))
    expect(await rows()).toEqual(['ballots-root', 'halls', 'hall-keys'])
    await exchange(file)
    expect(await rows()).toEqual([])
    await write(`hall:${round}`, 'mill', 1, { reason: 'Nobody knows.' })
    expect(await rows()).toEqual(['halls'])
  })

  test('takes in no file that was changed, or is of something else', async () => {
    const office = await anOffice(home)
    const laptop = await laptopOf(office, 'north', ['bench', 'park'])
    const file = await fileOf(laptop)
    const mill = await laptopOf(office, 'mill', [])
    const stranger = await anOffice(home)
    const foreign = await hallFile(stranger, 'north', ['bench'])
    await close(office)
    const [one, two] = file.ballots
    if (one === undefined || two === undefined) throw new Error('two voted')
    const rows: readonly [string, HallFile, string][] = [
      ['another round', foreign, 'hall-file-other-round'],
      ['no such hall', { ...file, hall: hallId('barn') }, 'hall-unknown'],
      ['another hall', { ...file, hall: hallId('mill') }, 'hall-file-other-box'],
      ['another ballot', { ...file, digest: 'f'.repeat(64) }, 'ballot-differs'],
      ['a ballot left out', { ...file, ballots: [one] }, 'not-reconciled'],
      ['a ballot twice', { ...file, ballots: [one, two, two] }, 'not-reconciled'],
      [
        'a record of another place',
        { ...file, ballots: [one, { ...two, record: one.record }] },
        'not-reconciled',
      ],
      ['a code left out', { ...file, marks: file.marks.slice(1) }, 'not-reconciled'],
      [
        'a code unused again',
        {
          ...file,
          marks: file.marks.map(({ use: _, ...mark }, at) =>
            at === 0 ? { ...mark, word: 'live' } : { ...mark, ...(_ && { use: _ }) },
          ),
        },
        'not-reconciled',
      ],
      [
        'a ballot of an area that the ballot does not have',
        { ...file, ballots: [...file.ballots, { ...one, pool: areaId('elsewhere') }] },
        'hall-file-other-box',
      ],
      [
        'another way than its board says',
        { ...file, counts: { ...file.counts, recorded: { 'online:all': 2 } } },
        'hall-file-other-box',
      ],
      [
        'numbers of an area that the ballot does not have',
        { ...file, counts: { ...file.counts, recorded: { 'kiosk:elsewhere': 2 } } },
        'hall-file-other-box',
      ],
      ['no final checkpoint', { ...file, board: file.board.slice(0, -1) }, 'hall-file-other-box'],
      ['no board', { ...file, board: [] }, 'hall-file-unreadable'],
    ]
    for (const [name, changed, code] of rows) {
      const { keys } = changed.hall === 'mill' ? mill : laptop
      const signed = await signFile({ keys }, changed)
      expect(await takeIn(office, signed), name).toMatchObject(refused(code))
    }
    // Whoever carries the file has no key: nothing of it can be changed, whatever is made anew with it.
    const carried: readonly [string, HallFile][] = [
      ['another council', { ...foreign, round: file.round, digest: file.digest }],
      ['another hall', { ...file, hall: hallId('mill') }],
      ...rows.flatMap(([name, changed]): [string, HallFile][] =>
        changed.round === file.round && changed.hall === file.hall ? [[name, changed]] : [],
      ),
    ]
    expect(carried).toHaveLength(13)
    for (const [name, changed] of carried)
      expect(await takeIn(office, changed), name).toMatchObject(
        refused('hall-file-changed', { hall: changed.hall }),
      )
    const [mark, ...marks] = file.marks
    if (mark === undefined) throw new Error('codes were made')
    const noCode = await signFile(laptop, { ...file, marks: [...marks, { ...mark, k: '!!!' }] })
    expect(await takeIn(office, noCode)).toMatchObject(refused('hall-file-unreadable'))
    expect(await takeInHall(office, office.round.id, 'a letter')).toMatchObject(
      refused('hall-file-unreadable'),
    )
    expect(await takeIn(office, file)).toMatchObject({ ok: true })
  })
})
