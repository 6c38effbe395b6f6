/**
 * A twin: a round of which everything but the choices is given, and every byte that leaves it is kept.
 *
 * Talks to the store that it is given, through the real functions. Invariant: two twins with the same seed
 * and the same ballots are the same, byte for byte; so whatever differs comes from the choices.
 */
import type { Context } from '@netlify/functions'
import { handle as advance } from '../../functions/advance-rounds.ts'
import { handle as publish } from '../../functions/publish-results.ts'
import { handle as showOpening } from '../../functions/show-opening.ts'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { ballotDigest } from '../../src/domain/digest.ts'
import type { Proposal } from '../../src/domain/proposal.ts'
import type { Round } from '../../src/domain/round.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { guard } from '../../src/http/guard.ts'
import { openRound } from '../../src/service/open-round.ts'
import type { CommitRequest, Ports } from '../../src/service/ports.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import type { Store } from '../support/open-store.ts'
import { AFTER, DURING } from '../support/ports.ts'
import { councilInMemory } from './faults-council.ts'
import { SITE } from './faults-function.ts'
import { makePorts } from './faults-ports.ts'
import { seededBytes, twinKeys } from './silence-keys.ts'
import { PAGE, sendAndBeRefused, sendByForm, sendByScript, type Call } from './silence-ways.ts'

/** A byte string that somebody outside can see, and where. */
export type Heard = { readonly where: string; readonly text: string }

export type TwinPlan = {
  readonly store: Omit<Store, 'close'>
  readonly round: Round
  readonly proposals: readonly Proposal[]
  /** As JSON that a browser would send, in the order of casting; one letter each, and one letter more. */
  readonly ballots: readonly (readonly unknown[])[]
  /** Another valid ballot for each: then some are sent by the plain form, and some also in ways that are refused. */
  readonly others?: readonly (readonly unknown[])[]
  /** What a careless program would do; it is shown the choices. */
  readonly careless?: Careless
}

export type Careless = {
  ports?(ports: Ports): Ports
  /** Done when a ballot is about to be cast. */
  beforeCast?(choices: readonly unknown[]): void
  answered?(response: Response): Response
}

export type Twin = {
  readonly ports: Ports
  readonly letters: readonly Letter[]
  /** In the order in which it left. */
  readonly heard: readonly Heard[]
  /** With that of the certified result, where the round has no paper ballots. */
  readonly commits: readonly CommitRequest[]
}

const INTERVAL = 5 * 60_000

/** Votes, closes, and where no paper ballots are awaited seals, and certifies what was sealed. */
export async function holdTwin(plan: TwinPlan): Promise<Twin> {
  const { round, careless = {} } = plan
  const heard: Heard[] = []
  const commits: CommitRequest[] = []
  const clock = { now: DURING }
  const made = twinPorts(plan, { clock, heard, commits })
  const ports = careless.ports?.(made) ?? made
  const request = {
    round: round.id,
    pool: 'all',
    count: plan.ballots.length + 1,
    keep: async () => {},
  }
  const letters = await makeLetters(ports, { ...request, kind: 'live' })
  const opened = await openRound(ports, round.id)
  if (!letters.ok || !opened.ok) throw new Error(JSON.stringify([letters, opened]))
  const call = caller(ports, heard, careless)
  const nonces = seededBytes('nonces')
  const sender = { ports, round, call, nonces, digest: ballotDigest(round, plan.proposals) }
  for (const [at, choices] of plan.ballots.entries()) {
    careless.beforeCast?.(choices)
    const sent = { token: letters.value[at]!.token, choices }
    const other = plan.others?.[at]
    if (other !== undefined && at % 4 === 1) await sendByForm(sender, sent)
    else if (other !== undefined && at % 6 === 2) await sendAndBeRefused(sender, { ...sent, other })
    else await sendByScript(sender, sent)
    clock.now = DURING + (at + 1) * INTERVAL
    if (at % 5 === 4) await schedule(ports, call)
  }
  clock.now = AFTER
  await schedule(ports, call)
  // Of a careless store the numbers may differ, and then nothing is published.
  if (!round.paper) await publishResult(ports, round.id, 'final')
  return { ports, letters: letters.value, heard, commits }
}

type Kept = {
  readonly clock: { now: number }
  readonly heard: Heard[]
  readonly commits: CommitRequest[]
}

function twinPorts({ store, round, proposals }: TwinPlan, { clock, heard, commits }: Kept): Ports {
  const secret = seededBytes('secret')(32)
  const { publisher } = councilInMemory()
  const write = (line: string) =>
    void heard.push({ where: 'log', text: line.replace(/"ms":\d+/, '"ms":0') })
  const now = () => clock.now
  const given = { store, publisher, secret, round, proposals, now, write }
  return {
    ...makePorts(given),
    pages: { siteUrl: SITE, read: async () => PAGE },
    random: { bytes: seededBytes('random') },
    keys: twinKeys(secret, seededBytes('iv')),
    publisher: {
      ...publisher,
      async commit(request) {
        const done = await publisher.commit(request)
        commits.push(request)
        heard.push({ where: `commit on ${request.branch}`, text: JSON.stringify(request) })
        return done
      },
    },
  }
}

/** Calls a function as the platform does, and keeps its whole answer: status, every header, every byte. */
function caller(
  ports: Ports,
  heard: Heard[],
  { answered = (response) => response }: Careless,
): Call {
  let calls = 0
  return async (name, work, { refused = false, own = false } = {}) => {
    const requestId = `r-${(calls += 1)}`
    const known = {
      params: { round: 'spring' },
      deploy: { context: 'production' },
      ip: '192.0.2.7',
    }
    // A test gives no more of the platform's context than the handlers read.
    const context = { ...known, requestId } as unknown as Context
    const request = new Request(`${SITE}/`)
    const response = answered(await guard(ports, { request, requestId, name }, () => work(context)))
    const headers = [...response.headers].map(([header, value]) => `${header}: ${value}`)
    const body = await response.text()
    if (response.status >= 400 !== refused) throw new Error(`${name}: ${body}`)
    heard.push({
      where: `answer of ${name}`,
      text: [response.status, ...headers, '', own ? '' : body].join('\n'),
    })
    return body
  }
}

async function schedule(ports: Ports, call: Call): Promise<void> {
  await call('advance-rounds', () => advance(ports))
  await call('publish-results', () => publish(ports))
  await call('show-opening', (context) => showOpening(ports, new Request(`${SITE}/`), context))
}
