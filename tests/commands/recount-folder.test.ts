import { readFileSync, rmSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCouncil, readRound } from '../../src/adapters/content/read-content.ts'
import { recountFolder } from '../../src/commands/recount-folder.ts'
import { digestOf } from '../../src/domain/digest.ts'
import { RoundIdSchema } from '../../src/domain/id.ts'
import { snapshotDigest } from '../../src/domain/snapshot.ts'

const ROUND = 'tranebro-decides-2025'
const BALLOT_DIGEST = '015560588cb677c254f1a5436c175573e3aeb489ad64653c1d40e46a5dcafb5d'
const SNAPSHOT_DIGEST = 'cdb4be7deaa4796ab7237c2e65d5f1b387d141cc9dae3714ab4d4a1e249fd065'

const PLAIN = { explain: false, fields: {} }

let contentDir: string
let folder: string

beforeEach(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'recount-'))
  folder = join(contentDir, 'rounds', ROUND)
  await cp('content/council.md', join(contentDir, 'council.md'))
  await cp(`content/rounds/${ROUND}`, folder, { recursive: true })
})

afterEach(() => rm(contentDir, { recursive: true }))

/** Changes a file of the copy, and insists that there was something to change. */
async function change(file: string, edit: (text: string) => string): Promise<void> {
  const text = await readFile(join(folder, file), 'utf8')
  expect(edit(text)).not.toBe(text)
  await writeFile(join(folder, file), edit(text))
}

async function differences(): Promise<readonly string[]> {
  const [outcome] = await recountFolder(folder)
  expect(outcome?.agrees).toBe(outcome?.differences?.length === 0)
  return outcome?.differences ?? ['nothing was counted']
}

/** Gives the published rule further options, as if the round had been counted by it. */
async function limitRule(limits: Readonly<Record<string, unknown>>): Promise<void> {
  const SnapshotSchema = v.objectWithRest({ rule: v.looseObject({}) }, v.any())
  let digest = ''
  await change('results/1/result.json', (text) => {
    const result = v.parse(SnapshotSchema, JSON.parse(text))
    const limited = { ...result, rule: { ...result.rule, ...limits } }
    digest = snapshotDigest(limited)
    return JSON.stringify({ ...limited, digest })
  })
  await change('result.md', (text) => text.replace(SNAPSHOT_DIGEST, digest))
}

const withoutLine = (text: string) => text.replace(/\n.*(?=\n)/, '')

describe('the finished round of the example', () => {
  test('has the digests that it was published with', async () => {
    const read = (name: string) => readFileSync(join(folder, 'results/1', name), 'utf8')
    const snapshot: unknown = JSON.parse(read('result.json'))
    expect(snapshot).toMatchObject({ ballotDigest: BALLOT_DIGEST, digest: SNAPSHOT_DIGEST })
    expect(snapshotDigest(v.parse(v.record(v.string(), v.any()), snapshot))).toBe(SNAPSHOT_DIGEST)
    expect(digestOf(read('paper.json').trimEnd())).toBe(BALLOT_DIGEST)
    const id = v.parse(RoundIdSchema, ROUND)
    const { digest } = await readRound(contentDir, id, await readCouncil(contentDir))
    expect(digest).toBe(BALLOT_DIGEST)
  })
})

describe('recountFolder', () => {
  test('agrees with the published result, ballot by ballot', async () => {
    expect(await recountFolder(folder)).toMatchObject([
      { voters: 83, from: 'ballots', agrees: true, differences: [], cost: 7_370_000 },
    ])
  })

  test('agrees also where a proposal got another title after the vote', async () => {
    await change('proposals/heart-starter.md', (text) =>
      text.replace(/^title: .*/m, 'title: The heart starter, now on the wall'),
    )
    expect(await differences()).toEqual([])
  })

  test('finds a line that was taken out of receipts.csv', async () => {
    await change('results/1/receipts.csv', withoutLine)
    expect(await differences()).toEqual(['receipts.csv holds 82 receipts, expected 83'])
  })

  test('finds a line that was taken out of ballots.csv', async () => {
    await change('results/1/ballots.csv', withoutLine)
    expect((await differences()).join('\n')).toMatch(/83 ballots .* found 82/)
  })

  test('finds a commitment that is not the one of its ballot', async () => {
    await change('results/1/ballots.csv', (text) =>
      text.replace(/^[0-9a-f]{64}/m, (hex) =>
        hex.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
    )
    expect((await differences()).join('\n')).toContain('is not the commitment of its ballot')
  })

  test('finds a ballot that was changed in ballots.csv and in the .pb file alike', async () => {
    await change('results/1/ballots.csv', (text) =>
      text.replace('""basket-swing""', '""clay-oven""'),
    )
    await change('results/1/ballots.pb', (text) => text.replace('1;basket-swing', '1;clay-oven'))
    expect((await differences()).join('\n')).toContain('is not the commitment of its ballot')
  })

  test('finds a ballot that was changed in the .pb file', async () => {
    await change('results/1/ballots.pb', (text) => text.replace('1;basket-swing', '1;clay-oven'))
    expect(await differences()).toEqual(['ballots.pb holds other ballots than ballots.csv'])
  })

  test('finds a paper.json that is not what was voted on', async () => {
    await change('results/1/paper.json', (text) => text.replace('Twelve apple', 'Thirteen apple'))
    expect(await differences()).toContain('paper.json is not what was voted on: its digest differs')
  })

  test.each([
    ['receipts.csv', 'receipts.csv is missing'],
    ['ballots.csv', 'ballots.csv is missing'],
    ['ballots.pb', 'a .pb file is missing'],
    ['results.csv', 'results.csv is missing or says something else than result.json'],
  ])('finds that %s was taken away', async (name, difference) => {
    rmSync(join(folder, 'results/1', name))
    expect(await differences()).toContain(difference)
  })

  test('finds a receipt that stands twice, a changed table, and another cost in the .pb file', async () => {
    await change('results/1/receipts.csv', (text) => text.replace(/\n(.+)\n(.+)\n/, '\n$1\n$1\n'))
    await change('results/1/results.csv', (text) => text.replace(';69;', ';70;'))
    await change('results/1/ballots.pb', (text) =>
      text.replace('apple-trees;11300', 'apple-trees;11301'),
    )
    expect(await differences()).toEqual([
      'receipts.csv names a receipt twice',
      'results.csv is missing or says something else than result.json',
      'ballots.pb names another rule, budget or limit than paper.json, or other costs, sums or winners',
    ])
  })

  test('does not read a result.json that was edited', async () => {
    await change('results/1/result.json', (text) => text.replace('"votes": 69', '"votes": 70'))
    await expect(recountFolder(folder)).rejects.toThrow('a published snapshot is never edited')
  })

  test.each([
    ['paper.json', '{', 'paper.json cannot be read. It is not JSON.'],
    ['paper.json', '{}', 'paper.json cannot be read.'],
    ['ballots.csv', 'commitment;salt;pool;choices\na;"b', 'Line 2: a quoted cell has no end'],
    ['ballots.csv', 'commitment;salt;pool;choices\na;b;all;[]', 'ballots.csv cannot be read.'],
    ['ballots.pb', 'nothing', 'ballots.pb cannot be read. Line 1'],
  ])('names %s where it is broken', async (name, text, sentence) => {
    await writeFile(join(folder, 'results/1', name), text)
    await expect(recountFolder(folder)).rejects.toThrow(sentence)
  })

  test('refuses a folder that is no round', async () => {
    await expect(recountFolder(contentDir)).rejects.toThrow('there is no round.md in it')
  })

  test('counts by another order for ties, and compares that with nothing', async () => {
    const [outcome] = await recountFolder(folder, { ...PLAIN, lot: ['summer-stage'] })
    expect(outcome).toMatchObject({ voters: 83, from: 'ballots' })
    expect(outcome).not.toHaveProperty('agrees')
  })

  test('refuses a rule that needs the ballots where they were taken away, and names what is missing', async () => {
    rmSync(join(folder, 'results/1/ballots.csv'))
    rmSync(join(folder, 'results/1/ballots.pb'))
    await expect(recountFolder(folder, { ...PLAIN, rule: 'equalshares' })).rejects.toThrow(
      /the rule equalshares needs the ballots, and they are not published\.\n {2}ballots\.csv is missing\n {2}a \.pb file is missing$/,
    )
  })

  test.each([{ rule: 'greedy-no-skip' }, { lot: ['heart-starter'] }])(
    'counts by %j from the sums where the ballots were taken away, and says that they are missing',
    async (options) => {
      rmSync(join(folder, 'results/1/ballots.csv'))
      const [outcome] = await recountFolder(folder, { ...PLAIN, ...options })
      expect(outcome).toMatchObject({ from: 'sums', differences: ['ballots.csv is missing'] })
      expect(outcome).not.toHaveProperty('agrees')
    },
  )

  test('counts an empty list of ballots as it stands', async () => {
    await change('results/1/ballots.csv', (text) => text.replace(/\n[^]*/, '\n'))
    expect(await differences()).toContain('result.json says 83 ballots (3 blank), found 0 (0)')
  })

  test('counts with groups that the command names', async () => {
    const exclusive = [['danish-on-foot', 'friday-supper', 'outdoor-chess']]
    const asked = { ...PLAIN, rule: 'greedy-exclusive', exclusive }
    const [outcome] = await recountFolder(folder, asked)
    expect(exclusive[0]?.filter((id) => outcome?.selected.includes(id))).toHaveLength(1)
  })

  test('takes the fewest votes from the round where its rule says them', async () => {
    await limitRule({ minVotes: 40 })
    const [outcome] = await recountFolder(folder, { ...PLAIN, rule: 'greedy-threshold' })
    expect(outcome).toMatchObject({ rule: 'greedy-threshold', voters: 83 })
  })

  test('keeps the limits of the round under another rule, and under one that it compares with', async () => {
    const caps = [{ theme: 'together', count: 1 }]
    await limitRule({ caps, exclusive: [['apple-trees', 'basket-swing']] })
    const asked = { ...PLAIN, rule: 'greedy-per-cost', compare: 'equalshares/add1u' }
    const [outcome] = await recountFolder(folder, asked)
    for (const selected of [outcome?.selected ?? [], outcome?.comparison?.selected ?? []]) {
      expect(selected.length).toBeGreaterThan(2)
      const together = ['danish-on-foot', 'friday-supper', 'outdoor-chess']
      expect(together.filter((id) => selected.includes(id))).toHaveLength(1)
      expect(['apple-trees', 'basket-swing'].filter((id) => selected.includes(id))).toHaveLength(1)
    }
  })

  test.each([
    [{ lot: ['fountain'] }, 'there is no proposal "fountain"'],
    [{ lot: ['clay-oven', 'clay-oven'] }, 'names "clay-oven" twice'],
    [{ fields: { start: 'exact' } }, 'Options of a rule need its name'],
    [{ exclusive: [['clay-oven', 'summer-stage']] }, 'Options of a rule need its name'],
    [{ rule: 'greedy', exclusive: [['clay-oven']] }, 'name two or more proposals'],
    [{ rule: 'greedy-threshold' }, 'The rule greedy-threshold needs --min-votes N'],
    [{ rule: 'greedy-exclusive' }, 'The rule greedy-exclusive needs groups'],
    [{ compare: 'greedy-exclusive' }, 'The rule greedy-exclusive needs groups'],
  ])('refuses %j, which it would have to pass over', async (options, sentence) => {
    await expect(recountFolder(folder, { ...PLAIN, ...options })).rejects.toThrow(sentence)
  })
})
