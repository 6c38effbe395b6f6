/**
 * The desk's function while the store's host or the git host takes a question in and never answers.
 *
 * Talks to servers of this machine that are silent. Invariant: whoever asks is told in time, and nothing that is
 * not known is called done.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { openUpstashStore } from '../../src/adapters/upstash/store.ts'
import { DESK_ACTION_NAMES, isOpenAction } from '../../src/domain/desk-action.ts'
import { openHub } from '../adapters/github-home.ts'
import { aDesk, aForgedCookie } from '../support/desk.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const NOT_KNOWN = 'Our storage did not answer. We do not know whether what you sent arrived.'
const ROUND = {
  fields: {
    ...{ schemaVersion: 1, title: 'We Decide', summary: 'You decide.', budget: 100 },
    phases: [{ phase: 'information', from: '2028-03-01' }],
  },
  body: '',
}

/** The address of a server that takes everything in and says nothing. */
async function aSilentServer(): Promise<string> {
  const server = createServer(() => undefined).listen(0, '127.0.0.1')
  closing.push(
    () => server.close(),
    () => server.closeAllConnections(),
  )
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

describe('a store that never answers', () => {
  test.each(DESK_ACTION_NAMES.filter((name) => !isOpenAction(name)))(
    'is told of after %s',
    async (action) => {
      const url = await aSilentServer()
      const desk = await aDesk({ store: openUpstashStore({ url, token: 'token', timeoutMs: 50 }) })
      closing.push(() => desk.close())
      const said = await desk.asker(aForgedCookie()).ask(action)
      expect(said).toMatchObject({ status: 503, body: { code: 'fault' } })
      expect(said.body['detail']).toContain(NOT_KNOWN)
    },
  )

  test('is told of at the door', async () => {
    const url = await aSilentServer()
    const desk = await aDesk({ store: openUpstashStore({ url, token: 'token', timeoutMs: 50 }) })
    closing.push(() => desk.close())
    expect((await desk.asker().ask('begin-sign-in')).body['detail']).toContain(NOT_KNOWN)
  })
})

describe('a git host that never answers', () => {
  const withHub = async () => {
    const hub = await openHub('content/')
    closing.push(() => hub.close())
    const publisher = hub.another({ timeoutMs: 1500 })
    const desk = await aDesk({ publisher })
    closing.push(() => desk.close())
    const clerk = await desk.firstClerk()
    const commits = () => Number(hub.repository.git('rev-list', '--count', 'main'))
    const fallSilent = () => {
      for (let time = 0; time < 9; time++) hub.hub.faults.next({ kind: { delayMs: 3000 } })
    }
    return { hub, clerk, commits, fallSilent, publisher }
  }

  test('is told of after a publishing, which can be done again', async () => {
    const { clerk, commits, fallSilent, hub } = await withHub()
    fallSilent()
    const said = await clerk.ask('publish-round', ROUND)
    expect(said).toMatchObject({ status: 503, body: { code: 'fault' } })
    expect(said.body['detail']).toContain(NOT_KNOWN)
    expect(commits()).toBe(1)
    hub.hub.faults.clear()
    const again = await clerk.ask('publish-round', ROUND)
    expect(again.status).toBe(200)
    expect(commits()).toBe(2)
  })

  test('keeps nobody from the room Today, which says that publishing waits', async () => {
    const { clerk, fallSilent } = await withHub()
    fallSilent()
    const said = await clerk.ask('show-today')
    expect(said).toMatchObject({ status: 200, body: { publishing: { answers: false } } })
  })
})
