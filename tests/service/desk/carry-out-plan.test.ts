/**
 * A plan with a step outside of the desk's records: the log is written before it, and after a refusal again.
 *
 * Talks to a SQLite file. Invariant: nothing outside happens that the log does not say.
 */
import { afterEach, expect, test } from 'vitest'
import { logKind, type LogEntry } from '../../../src/domain/desk-log.ts'
import { PublishFailed, StoreUnavailable } from '../../../src/domain/fault.ts'
import { refuseClerk } from '../../../src/domain/clerk-refusal.ts'
import { ok } from '../../../src/domain/result.ts'
import { carryOutPlan } from '../../../src/service/desk/carry-out-plan.ts'
import type { DeskPlan } from '../../../src/service/desk/use-case.ts'
import { DURING, testPorts, type TestPorts } from '../../support/ports.ts'

const opened: TestPorts[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

async function open() {
  const ports = await testPorts()
  opened.push(ports)
  const entries = async (): Promise<readonly LogEntry[]> => {
    const kind = logKind({ round: 'spring' })
    return (await ports.desk.list(kind.kind, DURING)).map(({ text }) => kind.read(text))
  }
  const carryOut = (plan: DeskPlan) =>
    carryOutPlan(ports, { action: 'invite-person', plan, by: 'p-1' })
  return { ports, entries, carryOut }
}

const log = { round: 'spring', facts: { count: 2 } }
const changes = [{ kind: 'draft', id: 'one', expected: 0, text: '{}' }]

test('a step outside finds its entry in the log, and what it answers is told', async () => {
  const { entries, carryOut } = await open()
  let seen: readonly LogEntry[] = []
  const effect = async () => {
    seen = await entries()
    return ok({ commit: 'abc' })
  }
  expect(await carryOut({ log, changes, effect })).toMatchObject({
    value: { value: { commit: 'abc' } },
  })
  expect(seen).toMatchObject([{ n: 1, person: 'p-1', round: 'spring', facts: { count: 2 } }])
  expect(await entries()).toHaveLength(1)
})

test('a step outside that is refused is in the log with its refusal', async () => {
  const { entries, carryOut } = await open()
  const effect = async () => refuseClerk('state-wrong', { state: 'open' })
  expect(await carryOut({ log, effect })).toMatchObject({ error: { code: 'state-wrong' } })
  expect((await entries()).map(({ facts }) => facts)).toEqual([
    { count: 2 },
    { count: 2, refused: 'state-wrong' },
  ])
})

test('a step outside that faults is in the log, for it may have happened', async () => {
  const { entries, carryOut } = await open()
  const effect = () => Promise.reject(new PublishFailed('no answer'))
  await expect(carryOut({ log, effect })).rejects.toThrow(PublishFailed)
  expect((await entries()).map(({ facts }) => facts)).toEqual([
    { count: 2 },
    { count: 2, refused: 'fault' },
  ])
})

test('a fault is told as it is where the log cannot be written either', async () => {
  const { ports, entries, carryOut } = await open()
  const effect = () => {
    Object.assign(ports.desk, { write: () => Promise.reject(new StoreUnavailable('away')) })
    return Promise.reject(new PublishFailed('no answer'))
  }
  await expect(carryOut({ log, effect })).rejects.toThrow(PublishFailed)
  expect(await entries()).toHaveLength(1)
})

test('the reason of a refusal is not in the log where it tells whether somebody voted', async () => {
  const { entries, carryOut } = await open()
  const effect = async () => refuseClerk('serial-not-live', { serial: 'K7QF-0042' })
  const said = await carryOut({ log: { ...log, refused: 'untold' }, effect })
  expect(said).toMatchObject({ error: { code: 'serial-not-live' } })
  expect((await entries())[1]?.facts).toEqual({ count: 2, refused: 'untold' })
})

test('nothing outside is done where the records have changed meanwhile', async () => {
  const { ports, entries, carryOut } = await open()
  await ports.desk.write(changes, DURING)
  let done = false
  const effect = async () => {
    done = true
    return ok({})
  }
  expect(await carryOut({ log, changes, effect })).toMatchObject({
    error: { code: 'desk-changed' },
  })
  expect([done, await entries()]).toEqual([false, []])
})
