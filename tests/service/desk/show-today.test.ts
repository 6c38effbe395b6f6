/**
 * What the room Today tells of publishing, the free plans and rounds of another store, over the git host that
 * production has and over a folder.
 *
 * Talks to the local GitHub, git and the desk's function. Invariant: what nobody counts or names is not told.
 */
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { checkpointPath } from '../../../src/domain/checkpoint.ts'
import type { Publisher } from '../../../src/service/ports.ts'
import { openHub } from '../../adapters/github-home.ts'
import { aDesk } from '../../support/desk.ts'
import { AFTER, BEFORE, DURING } from '../../support/ports.ts'

const RoundsSchema = v.array(
  v.object({ home: v.string(), tasks: v.array(v.object({ code: v.string() })) }),
)

const NOW = Date.parse('2026-11-20T12:00:00Z')
const closing: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function publishingOf(publisher?: Publisher): Promise<unknown> {
  const desk = await aDesk({ now: NOW, ...(publisher && { publisher }) })
  closing.push(() => desk.close())
  const clerk = await desk.firstClerk()
  return (await clerk.ask('show-today')).body['publishing']
}

async function onGitHub(tokenEnds?: string): Promise<unknown> {
  const hub = await openHub('content/', tokenEnds)
  closing.push(() => hub.close())
  return publishingOf(hub.publisher)
}

describe('what Today tells of publishing', () => {
  test('the end of the key, and that it is near sixty days before', async () => {
    const far = '2027-01-20 09:00:00 UTC'
    expect(await onGitHub(far)).toMatchObject({ answers: true, isKeyed: true, isSoon: false })
    expect(await onGitHub('2027-01-18 09:00:00 +0100')).toMatchObject({
      ...{ isSoon: true, endsAt: Date.parse('2027-01-18T08:00:00Z') },
    })
    expect(await onGitHub('2026-11-01 09:00:00 UTC')).toMatchObject({ isSoon: true })
  })

  test('no end where the host names none, or in a form that is not known', async () => {
    for (const written of [undefined, 'soon', '2027-13-45 99:00:00 UTC'])
      expect(await onGitHub(written)).toEqual({
        ...{ answers: true, isKeyed: true, isSoon: false },
        deploys: expect.any(Number),
      })
  })

  test('no key where the content lies in a folder, and silence where nobody answers', async () => {
    expect(await publishingOf()).toMatchObject({ answers: true, isKeyed: false, isSoon: false })
    const hub = await openHub('content/')
    closing.push(() => hub.close())
    const silent = hub.another({ apiUrl: 'http://127.0.0.1:2' })
    expect(await publishingOf(silent)).toEqual({ answers: false })
  })
})

describe('what Today tells of the free plans', () => {
  const today = async (given: Parameters<typeof aDesk>[0]) => {
    const desk = await aDesk(given)
    closing.push(() => desk.close())
    return (await (await desk.firstClerk()).ask('show-today')).body
  }

  test('publishings of the last thirty days, by the commits of the git host', async () => {
    const hub = await openHub('content/')
    closing.push(() => hub.close())
    const soon = { publisher: hub.publisher, now: Date.now() }
    expect(await today(soon)).toMatchObject({ publishing: { deploys: 1 } })
    const later = { ...soon, now: Date.now() + 31 * 24 * 3_600_000 }
    expect(await today(later)).toMatchObject({ publishing: { deploys: 0 } })
    expect((await today({ now: NOW }))['publishing']).not.toHaveProperty('deploys')
  })

  test('the store’s commands where its host counts them', async () => {
    const storePlan = { commandsThisMonth: async () => 123_456 }
    expect(await today({ storePlan })).toMatchObject({ commands: 123_456 })
    expect(await today({})).not.toHaveProperty('commands')
    const silent = { commandsThisMonth: async () => undefined }
    expect(await today({ storePlan: silent })).not.toHaveProperty('commands')
  })
})

describe('what Today tells of a round whose ballots are not here', () => {
  const roundAt = async (now: number, opened: boolean) => {
    const desk = await aDesk({ now })
    closing.push(() => desk.close())
    if (opened) {
      const files = [{ path: checkpointPath('spring', 0), text: '{}' }]
      await desk.publisher.commit({
        ...{ branch: 'board', expectedHead: undefined, message: 'Opened elsewhere', files },
      })
    }
    const clerk = await desk.firstClerk()
    const { rounds } = (await clerk.ask('show-today')).body
    const [round] = v.parse(RoundsSchema, rounds)
    // The other rooms say the same, and offer nothing that cannot be done here.
    for (const action of ['show-voting', 'show-count'] as const) {
      const { body } = await clerk.ask(action, { round: 'spring' })
      expect(body['home']).toBe(round?.home)
      expect('opening' in body && body['opening'] !== undefined).toBe(
        action === 'show-voting' && round?.home !== 'other',
      )
    }
    return { home: round?.home, codes: round?.tasks.map(({ code }) => code) }
  }

  test('nothing of a vote that is to come', async () => {
    expect(await roundAt(BEFORE, false)).toMatchObject({ home: 'here' })
  })

  test('that voting is late, unless the board says that another store was opened', async () => {
    const late = await roundAt(DURING, false)
    expect(late).toEqual({ home: 'here', codes: ['make-codes', 'voting-late'] })
    expect(await roundAt(DURING, true)).toEqual({ home: 'other', codes: [] })
  })

  test('that it is over', async () => {
    expect(await roundAt(AFTER, true)).toEqual({ home: 'none', codes: [] })
  })
})
