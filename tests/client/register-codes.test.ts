import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { makeCodes } from '../../src/client/make-codes.ts'
import { makeRegistration, type AskDesk } from '../../src/client/register-codes.ts'
import { printToken } from '../../src/domain/token.ts'
import { openRound } from '../../src/service/open-round.ts'
import { aRound } from '../support/builders.ts'
import { aDesk, type TestDesk } from '../support/desk.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

type Answer = Awaited<ReturnType<AskDesk['draft']>>
type Ask = (action: 'draft-codes' | 'activate-codes', input: object) => Promise<Answer>

/** The desk as its function answers a clerk, read as src/client/desk/ask.ts does. */
async function askOf(desk: TestDesk): Promise<Ask> {
  const clerk = await desk.firstClerk()
  return async (action, input) => {
    const { status, body } = await clerk.ask(action, input)
    if (status === 200) return { outcome: 'done', value: body }
    const [code = '', title = '', detail = ''] = ['code', 'title', 'detail'].map((name) =>
      String(body[name]),
    )
    return { outcome: 'refused', errors: [], code, title, detail }
  }
}

const deskBy = (ask: Ask): AskDesk => ({
  draft: (part) => ask('draft-codes', part),
  activate: (batches) => ask('activate-codes', batches),
})

/** An order of 1,200 letters and 60 in reserve, on its way to a real ballot box. */
async function anOrder(wrap: (ask: Ask) => Ask = (ask) => ask) {
  const desk = await aDesk()
  opened.push(desk)
  const planned = [
    { pool: 'all', kind: 'live', count: 1200 },
    { pool: 'all', kind: 'reserve', count: 60 },
  ] as const
  const made: number[] = []
  const batches = makeCodes({ round: 'spring', planned }, random, (codes) => made.push(codes))
  const sent: number[] = []
  const asked: { action: string; input: unknown }[] = []
  const real = await askOf(desk)
  const answer = wrap(real)
  const registration = makeRegistration('spring', batches, {
    ask: deskBy((action, input) => {
      asked.push({ action, input })
      return answer(action, input)
    }),
    wait: async () => {},
    report: (marks) => sent.push(marks),
  })
  const issued = async () => Object.fromEntries((await desk.box.counts(aRound().id)).issued)
  return { ...{ desk, real, batches, registration, made, sent, asked, issued } }
}

const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))

const ALL = { 'live:all': 1200, 'reserve:all': 60 }

describe('an order of codes', () => {
  test('is registered in parts, and lives when the letters are asked for', async () => {
    const { registration, made, sent, asked, issued } = await anOrder()
    expect(made).toEqual([1200, 1260])
    expect(await registration.send()).toBeUndefined()
    expect(sent).toEqual([0, 500, 1000, 1200, 1260])
    expect(await issued()).toEqual({})
    expect(await registration.activate()).toBeUndefined()
    expect(await issued()).toEqual(ALL)
    expect(asked.map(({ action }) => action)).toEqual([
      ...Array.from({ length: 4 }, () => 'draft-codes'),
      'activate-codes',
    ])
  })

  test('sends no code in any spelling, and no order of letters', async () => {
    const { registration, batches, asked } = await anOrder()
    await registration.send()
    await registration.activate()
    const wire = JSON.stringify(asked)
    const plain = wire.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
    for (const { token } of batches.flatMap(({ letters }) => letters)) {
      expect(plain).not.toContain(token)
      expect(wire).not.toContain(printToken(token))
    }
    for (const { marks, letters } of batches) {
      const serials = marks.map(({ serial }) => serial)
      expect(serials).not.toEqual(letters.map(({ serial }) => serial))
      expect(serials.toSorted()).toEqual(letters.map(({ serial }) => serial).toSorted())
    }
  })

  test('leaves nothing live where the browser is closed in the middle', async () => {
    let asked = 0
    const closed = new Promise<never>(() => {})
    const { desk, registration, issued } = await anOrder(
      (ask) => async (action, input) => (++asked > 2 ? closed : ask(action, input)),
    )
    void registration.send()
    await expect.poll(() => asked).toBe(3)
    expect(await issued()).toEqual({})
    expect(await desk.box.marks(aRound().id)).toEqual([])
    expect(await openRound(desk, 'spring')).toMatchObject({ error: { code: 'no-codes' } })
  })

  test('leaves nothing live where every mark has arrived and no letter was asked for', async () => {
    const { desk, registration, issued } = await anOrder()
    await registration.send()
    expect(await issued()).toEqual({})
    expect(await openRound(desk, 'spring')).toMatchObject({ error: { code: 'no-codes' } })
  })
})

describe('a lost connection', () => {
  /** From the n-th question on nothing comes through; `arrives` loses the answers only. */
  const losing = (from: number, to: number, arrives: boolean) => {
    let asked = 0
    return (ask: Ask): Ask =>
      async (action, input) => {
        asked++
        if (asked < from || asked > to) return ask(action, input)
        if (arrives) await ask(action, input)
        return { outcome: 'silent' }
      }
  }

  test.each([
    ['the questions', false],
    ['the answers', true],
  ])('for a moment is mended by itself, where it loses %s', async (_, arrives) => {
    const { registration, sent, issued } = await anOrder(losing(2, 4, arrives))
    expect(await registration.send()).toBeUndefined()
    expect(sent).toEqual([0, 500, 1000, 1200, 1260])
    expect(await registration.activate()).toBeUndefined()
    expect(await issued()).toEqual(ALL)
  })

  test.each([
    ['the questions', false],
    ['the answers', true],
  ])('for long is told, and a retry goes on from there, where it loses %s', async (_, arrives) => {
    const { registration, asked, issued } = await anOrder(losing(3, 6, arrives))
    expect(await registration.send()).toEqual({ outcome: 'silent' })
    expect(asked).toHaveLength(6)
    expect(await issued()).toEqual({})
    expect(await registration.send()).toBeUndefined()
    expect(asked).toHaveLength(8)
    expect(await registration.activate()).toBeUndefined()
    expect(await issued()).toEqual(ALL)
  })

  test('while the codes are made ready leaves them ready once, whatever arrived', async () => {
    const { registration, issued } = await anOrder(losing(5, 8, true))
    await registration.send()
    expect(await registration.activate()).toEqual({ outcome: 'silent' })
    expect(await registration.activate()).toBeUndefined()
    expect(await issued()).toEqual(ALL)
  })
})

describe('an opening meanwhile', () => {
  test('refuses the letters before one of them is in anybody’s hands', async () => {
    const { desk, real, registration, issued } = await anOrder()
    await registration.send()
    const planned = [{ pool: 'all', kind: 'live', count: 3 }] as const
    const batches = makeCodes({ round: 'spring', planned }, random, () => {})
    const ports = { ask: deskBy(real), wait: async () => {}, report: () => {} }
    const other = makeRegistration('spring', batches, ports)
    await other.send()
    await other.activate()
    expect(await openRound(desk, 'spring')).toMatchObject({ ok: true })
    expect(await registration.activate()).toMatchObject({
      outcome: 'refused',
      code: 'codes-frozen',
    })
    expect(await issued()).toEqual({ 'live:all': 3 })
  })
})

describe('the log', () => {
  test('has how many codes were made ready, and nothing of the drafts', async () => {
    const { desk, real, registration } = await anOrder()
    await registration.send()
    expect(await desk.desk.list('log:spring', 0)).toEqual([])
    await registration.activate()
    const entries = await desk.desk.list('log:spring', 0)
    expect(entries).toHaveLength(1)
    expect(JSON.parse(entries[0]?.text ?? '')).toMatchObject({
      action: 'activate-codes',
      round: 'spring',
      facts: { count: 1260 },
    })
    const unknown = {
      round: 'autumn',
      batches: [{ pool: 'all', kind: 'live', batch: 'AAAA', count: 1 }],
    }
    expect(await real('activate-codes', unknown)).toMatchObject({ code: 'round-unknown' })
    expect(await desk.desk.list('log:autumn', 0)).toEqual([])
  })
})
