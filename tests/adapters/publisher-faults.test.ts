/**
 * The publisher over GitHub: every way in which an answer can get lost, come late, or ask to wait.
 *
 * Talks to the local GitHub and its bare repository. Invariant: a fault counts only where the server says
 * that it happened.
 */
import { describe, expect, test } from 'vitest'
import { PublishFailed } from '../../src/domain/fault.ts'
import type { GitHubFaultKind, GitHubServer } from '../support/github-server.ts'
import { afterFirst, eachTestHas, isMutation, isReference } from './github-home.ts'
import { committed } from './publisher.contract.ts'

/** Both ways to commit: on a branch by the mutation, and the first commit of a branch by REST. */
const WAYS = [
  { way: 'a commit on a branch', branch: 'content' as const, last: isMutation },
  { way: 'the first commit of the board', branch: 'board' as const, last: isReference },
]

describe.each(WAYS)('an answer that gets lost: $way', { timeout: 30_000 }, ({ branch, last }) => {
  const { current, request, expectOnce, expectNone } = eachTestHas(branch)

  test.each(['502-after-commit', 'drop-after-commit'] as const)(
    'after %s the commit is found, and not made again',
    async (kind) => {
      const { hub, publisher, pauses } = current()
      hub.faults.next({ kind, match: last })
      const outcome = await publisher.commit(await request())
      expect(firedKinds(hub)).toEqual([kind])
      expectOnce(outcome)
      expect(hub.log.filter((call) => last(call))).toHaveLength(1)
      expect(pauses).toEqual([])
    },
  )

  test('after 502-before-commit it is made by one more try, a second later', async () => {
    const { hub, publisher, pauses } = current()
    hub.faults.next({ kind: '502-before-commit', match: last })
    const outcome = await publisher.commit(await request())
    expect(firedKinds(hub)).toEqual(['502-before-commit'])
    expectOnce(outcome)
    expect(pauses).toEqual([1000])
  })

  test('twice 502-before-commit is a fault, and nothing is made', async () => {
    const { hub, publisher } = current()
    hub.faults.next({ kind: '502-before-commit', match: last })
    hub.faults.next({ kind: '502-before-commit', match: last })
    await expect(publisher.commit(await request())).rejects.toThrow(PublishFailed)
    expect(firedKinds(hub)).toEqual(['502-before-commit', '502-before-commit'])
    expectNone()
  })

  test('too late, and after the second try: made once, by the second', async () => {
    const { hub, another } = current()
    const publisher = another({ timeoutMs: 1000 })
    hub.faults.next({ kind: { delayMs: 3000 }, match: last })
    const outcome = await publisher.commit(await request())
    expect(firedKinds(hub)).toEqual([{ delayMs: 3000 }])
    await until(() => hub.log.filter((call) => last(call)).length === 2)
    expectOnce(outcome)
  })

  test('too late, but before the second try: made once, by the first, and not called stale', async () => {
    const { hub, another } = current()
    const isDone = () => hub.log.some((call) => last(call))
    const publisher = another({ timeoutMs: 1000, sleep: () => until(isDone) })
    hub.faults.next({ kind: { delayMs: 2000 }, match: last })
    const outcome = await publisher.commit(await request())
    expect(firedKinds(hub)).toEqual([{ delayMs: 2000 }])
    expectOnce(outcome)
    expect(hub.log.filter((call) => last(call))).toHaveLength(2)
  })

  test('while somebody else commits other files: a fault, for nobody knows', async () => {
    const { hub, another, publisher } = current()
    const given = await request()
    const others = { ...given, message: 'Other', files: [{ path: 'other.md', text: 'x' }] }
    const fetchThen = afterFirst(last, () => committed(publisher, others))
    hub.faults.next({ kind: '502-before-commit', match: last })
    const commit = another({ fetch: fetchThen }).commit(given)
    await expect(commit).rejects.toThrow(PublishFailed)
    expect(firedKinds(hub)).toEqual(['502-before-commit'])
    expectNone()
  })

  test('while somebody else commits on top: found below', async () => {
    const { hub, another, publisher } = current()
    const given = await request()
    const fetchThen = afterFirst(last, async () => {
      const expectedHead = await publisher.head(branch)
      const files = [{ path: 'other.md', text: 'x' }]
      await committed(publisher, { ...given, message: 'Other', expectedHead, files })
    })
    hub.faults.next({ kind: 'drop-after-commit', match: last })
    const outcome = await another({ fetch: fetchThen }).commit(given)
    expect(firedKinds(hub)).toEqual(['drop-after-commit'])
    expectOnce(outcome)
  })
})

describe.each(WAYS)('a limit: $way', { timeout: 30_000 }, ({ branch, last }) => {
  const { current, request, expectOnce, expectNone } = eachTestHas(branch)

  test('a short pause that GitHub asks for is kept, and then the commit is made', async () => {
    const { hub, publisher, pauses } = current()
    hub.faults.next({ kind: { status: 403, retryAfter: 7 }, match: last })
    const outcome = await publisher.commit(await request())
    expect(firedKinds(hub)).toEqual([{ status: 403, retryAfter: 7 }])
    expectOnce(outcome)
    expect(pauses).toEqual([7000])
  })

  test.each([[[3600]], [[6, 6]], [[0, 0, 9]]])(
    'pauses of %j seconds are too long together: a fault, and nothing is made',
    async (seconds) => {
      const { hub, publisher, pauses } = current()
      for (const retryAfter of seconds)
        hub.faults.next({ kind: { status: 403, retryAfter }, match: last })
      await expect(publisher.commit(await request())).rejects.toThrow('a longer pause')
      expect(hub.faults.fired).toHaveLength(seconds.length)
      expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(10_000)
      expectNone()
    },
  )
})

describe('a stale head', () => {
  const { current, request, expectNone } = eachTestHas('content')

  test('is told as stale at once, without another try', async () => {
    const { hub, publisher } = current()
    hub.faults.next({ kind: 'stale' })
    expect(await publisher.commit(await request())).toEqual({ outcome: 'stale' })
    expect(firedKinds(hub)).toEqual(['stale'])
    expect(hub.log.filter(({ writes }) => writes)).toHaveLength(1)
    expectNone()
  })
})

function firedKinds(hub: GitHubServer): GitHubFaultKind[] {
  return hub.faults.fired.map(({ kind }) => kind)
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20))
}
