import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { makeCodes } from '../../src/client/make-codes.ts'
import { makeRegistration, type AskDesk } from '../../src/client/register-codes.ts'
import { printToken } from '../../src/domain/token.ts'
import { ActivateCodesSchema, DraftCodesSchema } from '../../src/domain/token-registration.ts'
import { activateLetters } from '../../src/service/activate-letters.ts'
import { openRound } from '../../src/service/open-round.ts'
import { registerMarks } from '../../src/service/register-marks.ts'
import { aRound } from '../support/builders.ts'
import { testPorts, type TestPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

type Answer = Awaited<ReturnType<AskDesk>>

/** The desk as its function does it: what was sent is read from its JSON, and given to the use case. */
function askOf(ports: TestPorts): AskDesk {
  return async (action, input) => {
    const sent: unknown = JSON.parse(JSON.stringify(input))
    if (action === 'draft-codes') {
      const { round, ...rest } = v.parse(DraftCodesSchema, sent)
      return toAnswer(await registerMarks(ports, { ...rest, roundId: round }))
    }
    const { round, ...rest } = v.parse(ActivateCodesSchema, sent)
    return toAnswer(await activateLetters(ports, { ...rest, roundId: round }))
  }
}

function toAnswer(
  result: Awaited<ReturnType<typeof activateLetters | typeof registerMarks>>,
): Answer {
  return result.ok
    ? { outcome: 'done', value: result.value }
    : { outcome: 'refused', sentence: result.error.code }
}

/** An order of 1,200 letters and 60 in reserve, on its way to a real ballot box. */
async function anOrder(wrap: (ask: AskDesk) => AskDesk = (ask) => ask) {
  const ports = await testPorts()
  opened.push(ports)
  const planned = [
    { pool: 'all', kind: 'live', count: 1200 },
    { pool: 'all', kind: 'reserve', count: 60 },
  ] as const
  const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))
  const made: number[] = []
  const batches = makeCodes({ round: 'spring', planned }, random, (codes) => made.push(codes))
  const sent: number[] = []
  const asked: { action: string; input: unknown }[] = []
  const answer = wrap(askOf(ports))
  const registration = makeRegistration('spring', batches, {
    ask: (action, input) => {
      asked.push({ action, input })
      return answer(action, input)
    },
    wait: async () => {},
    report: (marks) => sent.push(marks),
  })
  const issued = async () => Object.fromEntries((await ports.box.counts(aRound().id)).issued)
  return { ...{ ports, batches, registration, made, sent, asked, issued } }
}

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
    const { ports, registration, issued } = await anOrder(
      (ask) => (action, input) => (++asked > 2 ? closed : ask(action, input)),
    )
    void registration.send()
    await expect.poll(() => asked).toBe(3)
    expect(await issued()).toEqual({})
    expect(await ports.box.marks(aRound().id)).toEqual([])
    expect(await openRound(ports, 'spring')).toMatchObject({ error: { code: 'no-codes' } })
  })

  test('leaves nothing live where every mark has arrived and no letter was asked for', async () => {
    const { ports, registration, issued } = await anOrder()
    await registration.send()
    expect(await issued()).toEqual({})
    expect(await openRound(ports, 'spring')).toMatchObject({ error: { code: 'no-codes' } })
  })
})

describe('a lost connection', () => {
  /** From the n-th question on nothing comes through; `arrives` loses the answers only. */
  const losing = (from: number, to: number, arrives: boolean) => {
    let asked = 0
    return (ask: AskDesk): AskDesk =>
      async (action, input) => {
        asked++
        if (asked < from || asked > to) return ask(action, input)
        if (arrives) await ask(action, input)
        return { outcome: 'lost' }
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
    expect(await registration.send()).toEqual({ outcome: 'lost' })
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
    expect(await registration.activate()).toEqual({ outcome: 'lost' })
    expect(await registration.activate()).toBeUndefined()
    expect(await issued()).toEqual(ALL)
  })
})

describe('an opening meanwhile', () => {
  test('refuses the letters before one of them is in anybody’s hands', async () => {
    const { ports, registration, issued } = await anOrder()
    await registration.send()
    const other = await anOtherBatch(ports)
    expect(await openRound(ports, 'spring')).toMatchObject({ ok: true })
    expect(await registration.activate()).toEqual({ outcome: 'refused', sentence: 'codes-frozen' })
    expect(await issued()).toEqual({ 'live:all': other })
  })
})

async function anOtherBatch(ports: TestPorts): Promise<number> {
  const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))
  const planned = [{ pool: 'all', kind: 'live', count: 3 }] as const
  const batches = makeCodes({ round: 'spring', planned }, random, () => {})
  const registration = makeRegistration('spring', batches, {
    ...{ ask: askOf(ports), wait: async () => {}, report: () => {} },
  })
  await registration.send()
  await registration.activate()
  return 3
}
