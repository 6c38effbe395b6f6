/**
 * What the room Today tells of publishing, over the git host that production has and over a folder.
 *
 * Talks to the local GitHub, git and the desk's function. Invariant: an end is told only where the host names one.
 */
import { afterEach, describe, expect, test } from 'vitest'
import type { Publisher } from '../../../src/service/ports.ts'
import { openHub } from '../../adapters/github-home.ts'
import { aDesk } from '../../support/desk.ts'

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
      expect(await onGitHub(written)).toEqual({ answers: true, isKeyed: true, isSoon: false })
  })

  test('no key where the content lies in a folder, and silence where nobody answers', async () => {
    expect(await publishingOf()).toMatchObject({ answers: true, isKeyed: false, isSoon: false })
    const hub = await openHub('content/')
    closing.push(() => hub.close())
    const silent = hub.another({ apiUrl: 'http://127.0.0.1:2' })
    expect(await publishingOf(silent)).toEqual({ answers: false })
  })
})
