import { afterEach, describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { boardHead } from '../../src/domain/checkpoint.ts'
import { OpeningRecordSchema } from '../../src/domain/opening-record.ts'
import { openRound } from '../../src/service/open-round.ts'
import type { Ports } from '../../src/service/ports.ts'
import { aRound } from '../support/builders.ts'
import { testPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

/** A round that is ready to be opened, and two openings whose records differ by their commit. */
async function ready() {
  const ports = await testPorts()
  opened.push(ports)
  const batch = { round: 'spring', pool: 'all', kind: 'live', count: 2 } as const
  await makeLetters(ports, { ...batch, keep: async () => {} })
  return { ports, first: withHead(ports, 'a'), second: withHead(ports, 'b') }
}

function withHead(ports: Ports, letter: string): Ports {
  const { publisher } = ports
  const head: Ports['publisher']['head'] = async (branch) =>
    branch === 'content' ? letter.repeat(40) : publisher.head(branch)
  return { ...ports, publisher: { ...publisher, head } }
}

async function onBoard({ publisher }: Ports): Promise<string> {
  const head = await publisher.head('board')
  return (await publisher.read(head ?? '', 'rounds/spring/0.json')) ?? ''
}

/** Whether the record on the board is the one that every receipt will name. */
async function expectSameRecord(ports: Ports): Promise<void> {
  const head = (await ports.box.meta(aRound().id))?.head
  expect(head).toBeDefined()
  expect(boardHead('spring', 0, await onBoard(ports))).toBe(head)
}

/** These ports, with something that happens right before one call of the box or the publisher. */
const beforeOpen = (ports: Ports, happen: () => Promise<unknown>): Ports => ({
  ...ports,
  box: {
    ...ports.box,
    open: async (...request) => (await happen(), ports.box.open(...request)),
  },
})
const beforeCommit = (ports: Ports, happen: () => Promise<unknown>): Ports => ({
  ...ports,
  publisher: {
    ...ports.publisher,
    commit: async (request) => (await happen(), ports.publisher.commit(request)),
  },
})

describe('the opening record', () => {
  test('carries the commit at the head of the content', async () => {
    const { ports } = await ready()
    await openRound(ports, 'spring')
    const record = v.parse(
      v.pipe(v.string(), v.parseJson(), OpeningRecordSchema),
      await onBoard(ports),
    )
    expect(record.commit).toMatch(/^[0-9a-f]{40}$/)
    expect(record.commit).toBe(await ports.publisher.head('content'))
  })

  test('says null where the content has no commit', async () => {
    const { ports } = await ready()
    const head = async (branch: 'content' | 'board') =>
      branch === 'content' ? undefined : ports.publisher.head(branch)
    const outcome = await openRound({ ...ports, publisher: { ...ports.publisher, head } }, 'spring')
    expect(outcome).toMatchObject({ ok: true, value: { commit: null } })
  })

  test('of the box that is open stays on the board where two open at once', async () => {
    const { ports, first, second } = await ready()
    const outcomes = await Promise.all([openRound(first, 'spring'), openRound(second, 'spring')])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    await expectSameRecord(ports)
  })

  test('is put back on the board by the one whose box is open', async () => {
    const { ports, first, second } = await ready()
    const [written, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let other: ReturnType<typeof openRound> | undefined
    const late = beforeOpen(second, () => (written.resolve(), free.promise))
    const early = beforeOpen(first, () => {
      other = openRound(late, 'spring')
      return written.promise
    })
    expect(await openRound(early, 'spring')).toMatchObject({ ok: true })
    await expectSameRecord(ports)
    free.resolve()
    expect(await other).toMatchObject({ error: { code: 'codes-changed' } })
    await expectSameRecord(ports)
  })

  test('is put back by the other opening where its own broke off', async () => {
    const { ports, first, second } = await ready()
    const late = beforeOpen(second, () => openBox())
    let openBox = async (): Promise<unknown> => undefined
    const open: Ports['box']['open'] = async (...request) => {
      openBox = () => ports.box.open(...request)
      await openRound(late, 'spring')
      throw new Error('killed')
    }
    const early = { ...first, box: { ...first.box, open } }
    await expect(openRound(early, 'spring')).rejects.toThrow('killed')
    await expectSameRecord(ports)
  })

  test('stays on the board where another opening read it before and writes after', async () => {
    const { ports, first, second } = await ready()
    let runs = 0
    const late = beforeCommit(second, async () => {
      if (runs++ === 0) await openRound(first, 'spring')
    })
    expect(await openRound(late, 'spring')).toMatchObject({ ok: false })
    await expectSameRecord(ports)
  })
})
