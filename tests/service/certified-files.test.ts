import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { parseRows } from '../../src/domain/csv.ts'
import { fromHex, toBase64url, toHex } from '../../src/domain/encoding.ts'
import { markOf, useOf } from '../../src/domain/token.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { updateBoard } from '../../src/service/update-board.ts'
import { inBothHomes, type Home, type Vote } from '../support/homes.ts'
import { AFTER } from '../support/ports.ts'

/** 27 letters, 26 ballots, a checkpoint after the 25th, and the result. */
async function published(home: Home): Promise<{ vote: Vote; receipts: string[] }> {
  const vote = await home.vote(27)
  const receipts: string[] = []
  for (let letter = 0; letter < 25; letter++)
    receipts.push((await vote.cast(letter, 'park')).receipt)
  await updateBoard(vote, vote.round)
  receipts.push((await vote.cast(25, 'bench')).receipt)
  vote.setNow(AFTER)
  await advanceRounds(vote)
  expect(await publishResult(vote, vote.round.id, 'final')).toMatchObject({
    ok: true,
    value: { fresh: true },
  })
  return { vote, receipts }
}

const NAMES = ['receipts.csv', 'issued.csv', 'used.txt', 'mark-key.txt']

inBothHomes((home) => {
  test('a certified result lists receipts, issued codes, used keys and the key between them', async () => {
    const { vote, receipts } = await published(home)
    const read = async (name: string) => (await vote.read('content', `results/1/${name}`)) ?? ''

    const [head, ...rows] = parseRows(await read('receipts.csv'))
    expect(head).toEqual(['receipt', 'checkpoint'])
    const expected = receipts.map((receipt, at) => [receipt, at < 25 ? '1' : '2'])
    expect(rows).toEqual(expected.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)))

    const markKey = fromHex((await read('mark-key.txt')).trim())
    const keyOf = (mark: Uint8Array) => createHmac('sha256', markKey).update(mark).digest('hex')
    const codes = vote.letters.map(({ token }) => token)
    const [columns, ...issued] = parseRows(await read('issued.csv'))
    expect(columns).toEqual(['k', 'pool', 'kind', 'revoked'])
    const marks = codes.map((token) => keyOf(markOf(vote.round.id, token))).toSorted()
    expect(issued).toEqual(marks.map((k) => [k, 'all', 'live', 'no']))

    const used = (await read('used.txt')).trim().split('\n')
    const uses = codes.slice(0, 26).map((token) => toHex(useOf(vote.round.id, token)))
    expect(used).toEqual(uses.toSorted())
    const abstainer = codes[26]!
    expect(used).not.toContain(toHex(useOf(vote.round.id, abstainer)))
    const texts = await Promise.all(NAMES.map(read))
    for (const { token } of vote.letters) expect(texts.join()).not.toContain(token)
    expect(toBase64url(markKey)).toBe(toBase64url(vote.keys.markKey(vote.round.id)))
  })
})
