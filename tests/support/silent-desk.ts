/**
 * A desk whose store and whose git host can fall silent, each at any question.
 *
 * Talks to a Redis of its own and to a local GitHub. Invariant: both stand behind hosts that take a question in and
 * never answer it; who asks is signed in by the door, and only the clock is set.
 */
import { openUpstashStore } from '../../src/adapters/upstash/store.ts'
import { startRedis } from '../../src/commands/redis/redis-server.ts'
import { startBridge } from '../../src/commands/redis/upstash-bridge.ts'
import type { DeskActionName } from '../../src/domain/desk-action.ts'
import { openHub } from '../adapters/github-home.ts'
import { aDesk, deskOf, type Asker, type Said, type TestDesk } from './desk.ts'
import { BEFORE } from './ports.ts'
import { aSilentHost } from './silent-host.ts'

/** Session and person: what every action asks the store before its own questions. */
const AT_THE_DOOR = 2
/** A real answer of this machine's Redis is there before; where it is not, that is a silence like any other. */
const STORE_PATIENCE = 250
const GIT_PATIENCE = 60
/** Between two requests of a person, so that nobody is held up as a program would be. */
const PAUSE = 500

export type Heard = {
  /** What was said while the git host was silent, where the action asks it. */
  readonly git: Said | undefined
  /** What was said while the store was silent: from its first question on, and from later ones. */
  readonly store: readonly Said[]
  /** What was said when both answered. */
  readonly last: Said
}

export type Question = {
  readonly action: DeskActionName
  readonly cookie: string | undefined
  /** Made anew each time, as by a page that is loaded again. */
  readonly input: () => Promise<object> | object
  /** Not said of what goes on without the git host, as the boxes do whose checkpoint follows later. */
  readonly asksGit: boolean
}

export type SilentDesk = {
  readonly desk: TestDesk
  commits(): number
  setNow(now: number): void
  /**
   * Asks for an action while the git host is silent, then while the store is, then while both answer. Throws where
   * it is said wrongly that the git host is asked.
   */
  hear(question: Question): Promise<Heard>
  close(): Promise<void>
}

/** Opens one at which nobody is yet. */
export async function aSilentDesk(given: Parameters<typeof aDesk>[0] = {}): Promise<SilentDesk> {
  const redis = await startRedis()
  const bridge = await startBridge({ redisPort: redis.port, token: 'a-token-for-tests' })
  const hub = await openHub('content/')
  const [storeHost, gitHost] = [await aSilentHost(bridge.url), await aSilentHost(hub.hub.url)]
  const { token, url } = bridge
  let now = BEFORE
  const desk = await aDesk({
    ...{ now, store: openUpstashStore({ url, token }), publisher: hub.publisher },
    ...given,
  })
  const store = openUpstashStore({ url: storeHost.url, token, timeoutMs: STORE_PATIENCE })
  const hasty = hub.another({ apiUrl: gitHost.url, timeoutMs: GIT_PATIENCE })
  const withoutStore = deskOf({
    ...desk,
    ...store,
    publisher: hub.another({ apiUrl: gitHost.url }),
  })
  const withoutGit = deskOf({ ...desk, publisher: hasty })
  const asked = async (asker: Asker, action: DeskActionName, input: object) => {
    desk.setNow((now += PAUSE))
    return asker.ask(action, input)
  }
  return {
    desk,
    commits: () => Number(hub.repository.git('rev-list', '--count', '--all')),
    setNow: (to) => desk.setNow((now = to)),
    async hear({ action, cookie, input, asksGit }) {
      gitHost.fallSilentAfter(0)
      const git = asksGit ? await asked(withoutGit.asker(cookie), action, await input()) : undefined
      if (asksGit && gitHost.unanswered() === 0) throw new Error(`${action} asks no git host`)
      gitHost.fallSilentAfter(Infinity)
      const heard: Said[] = []
      let answered = cookie === undefined ? 0 : AT_THE_DOOR
      for (;;) {
        const sent = await input()
        storeHost.fallSilentAfter(answered)
        const said = await asked(withoutStore.asker(cookie), action, sent)
        // In steps that double: a count asks dozens.
        if (storeHost.unanswered() > 0) answered = Math.max(answered + 1, 2 * answered - 1)
        if (storeHost.unanswered() > 0 || said.status === 503) heard.push(said)
        else return { git, store: heard, last: said }
      }
    },
    async close() {
      desk.close()
      for (const host of [storeHost, gitHost]) host.close()
      await hub.close()
      await bridge.stop()
      await redis.stop()
    },
  }
}
