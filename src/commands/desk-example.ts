/**
 * A desk with something in every room: the example council in the middle of several votes, for pictures.
 *
 * Talks to a running site, its ports and a browser. Invariant: what a clerk or teller does is asked of the desk
 * by one who signed in; only the end of voting is brought near, by a later clock.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext } from 'playwright-core'
import { parseChoices } from '../domain/choices.ts'
import type { DeskActionName } from '../domain/desk-action.ts'
import { parseRoundId } from '../domain/id.ts'
import type { Letter } from '../domain/token-batch.ts'
import { castBallot } from '../service/cast-ballot.ts'
import { changeRound } from '../service/change-round.ts'
import { openRound } from '../service/open-round.ts'
import { need } from './clerk-command.ts'
import { commitAll } from './commit-all.ts'
import { copyRound, type Fields } from './copy-round.ts'
import { aDeskPerson, deskReady, signInAgain, type DeskPerson } from './desk-visitor.ts'
import { OPEN_ROUND, openVoting, type RunningSite } from './example-site.ts'
import { makeLetters } from './make-letters.ts'

/** In the middle of its vote, with boxes of areas, and paper that comes in. */
export const AREA_ROUND = 'tranebro-by-area'
/** Takes in proposals. */
export const IDEAS_ROUND = 'tranebro-asks'
/** Counted, and waiting for a clerk to certify it. */
export const COUNTED_ROUND = 'tranebro-counted'
/** Its voting is over, and its paper is typed: two people differ about one batch, the other is half typed. */
export const PAPER_ROUND = 'tranebro-on-paper'
export const BATCHES = { held: 'library-1', typed: 'hall-2', looked: 'hall-1' } as const

/** Who looks at a page; the browser of all but `nobody` holds a secret of the desk. */
export const VISITORS = ['nobody', 'clerk', 'kiosk', 'area kiosk'] as const
export type Visitor = (typeof VISITORS)[number]
export type Held = Awaited<ReturnType<BrowserContext['storageState']>>

const SHEETS = 10
const AREAS = [
  { id: 'north', name: 'North of the stream', budget: 40_000 },
  { id: 'south', name: 'South of the stream', budget: 30_000 },
] as const
const byArea = { areas: AREAS, budget: undefined, eligible: undefined, publication: { floor: 5 } }

/** Adds the rounds to the content before it is built. */
export async function addDeskRounds(contentDir: string): Promise<void> {
  const add = (to: string, fields: Fields, proposal?: (id: string, at: number) => Fields) =>
    copyRound(contentDir, { from: OPEN_ROUND, to, fields, ...(proposal && { proposal }) })
  const inArea = (_: string, at: number) => ({ area: AREAS[at % 2]?.id })
  await add(AREA_ROUND, { ...byArea, title: 'Tranebro by area 2026', paper: true }, inArea)
  await add(COUNTED_ROUND, { ...byArea, title: 'Tranebro counts 2026' }, inArea)
  await add(PAPER_ROUND, { title: 'Tranebro on paper 2026', paper: true })
  await add(IDEAS_ROUND, {
    ...{ title: 'Tranebro asks 2027', lot: undefined, events: [] },
    phases: [
      { phase: 'submission', from: '2026-01-01', to: '2098-12-31' },
      { phase: 'voting', from: '2099-01-04', to: '2099-01-31' },
    ],
  })
  await commitAll(contentDir, 'A round for every room of the desk')
}

/** Puts something into every room; `secret` makes the first clerk. Answers what the browsers of visitors hold. */
export async function fillDesk(
  site: RunningSite,
  browser: Browser,
  secret: string,
): Promise<Readonly<Record<Visitor, Held | undefined>>> {
  const clerk = await aDeskPerson(browser, site, { secret, name: 'Ida Holm' })
  for (const idea of IDEAS)
    await askDesk(clerk, 'enter-submission', {
      ...{ round: OPEN_ROUND, submission: idea },
      key: randomBytes(16).toString('base64url'),
    })
  const [north = [], south = []] = await votingByArea(site, AREA_ROUND)
  await holdStubs(clerk, { round: AREA_ROUND, area: 'north', batch: BATCHES.held }, north)
  await countAreas(site)
  await typeSheets(site, browser, clerk)
  const kiosk = await openKiosk(clerk, OPEN_ROUND, 'Hall, by the door')
  const areaKiosk = await openKiosk(clerk, AREA_ROUND, `Hall, ${south.length} chairs`)
  const held = await clerk.context.storageState()
  return { nobody: undefined, clerk: held, kiosk, 'area kiosk': areaKiosk }
}

const IDEAS = [
  ['A tap by the playground', 'Water for children and dogs, all summer.', 12_000],
  ['Lamps along the stream', 'The path to the school is dark from October to March.', 14_500],
].map(([title, summary, cost]) => ({
  ...{ title, summary, cost: String(cost), theme: 'play', language: 'en' },
  description: `${String(summary)} We have asked a plumber and an electrician for a price.`,
  ...{ proposerKind: 'role', proposerName: 'A neighbour' },
  ...{ contactName: 'Ada Lund', contact: 'ada@example.org' },
}))

/**
 * Asks an action of the desk as the person who is signed in; whoever is too quick for the desk waits. Throws where it
 * is refused.
 */
async function askDesk(
  { page }: DeskPerson,
  action: DeskActionName,
  input: object,
): Promise<object> {
  for (let left = A_BREAK; ; left -= 1) {
    const { status, text } = await page.evaluate(
      async ([name, given]) => {
        const headers = { 'Content-Type': 'application/json', Accept: 'application/json' }
        const body = JSON.stringify({ language: 'en', input: given })
        const answer = await fetch(`/api/desk/${name}`, { method: 'POST', headers, body })
        return { status: answer.status, text: await answer.text() }
      },
      [action, input] as const,
    )
    if (status === 200) return Object(JSON.parse(text))
    if (status !== 429 || left === 0) throw new Error(`${action}: ${text}`)
    await wait(1000)
  }
}

/** Seconds after which the desk takes further steps of a session. */
const A_BREAK = 60

async function votingByArea({ ports }: RunningSite, round: string) {
  const made: (readonly Letter[])[] = []
  for (const { id: pool } of AREAS) {
    const request = { round, pool, kind: 'live', count: SHEETS, keep: async () => {} } as const
    made.push(need(await makeLetters(ports, request)))
  }
  const opened = await openRound(ports, round)
  // The schedule of a site that runs may have opened it in the same moment.
  const id = parseRoundId(round)
  if (id === undefined || (await ports.box.meta(id))?.state !== 'open') need(opened)
  return made
}

async function holdStubs(
  clerk: DeskPerson,
  place: { readonly round: string; readonly area?: string; readonly batch: string },
  letters: readonly Letter[],
): Promise<void> {
  await askDesk(clerk, 'begin-batch', place)
  const { round, batch } = place
  for (const { token } of letters) await askDesk(clerk, 'hold-stub', { round, batch, code: token })
}

/** Six of each area vote, and the boxes are sealed. */
async function countAreas(site: RunningSite): Promise<void> {
  const letters = await votingByArea(site, COUNTED_ROUND)
  const { proposals = [], digest = '' } = (await site.ports.content.round(COUNTED_ROUND)) ?? {}
  for (const [box, { id: area }] of AREAS.entries()) {
    const own = proposals.filter((each) => each.area === area && each.standing === 'ballot')
    for (const [at, { token }] of (letters[box] ?? []).slice(0, 6).entries()) {
      const cast = await castBallot(site.ports, {
        ...{ roundId: COUNTED_ROUND, area, token, ballotDigest: digest, channel: 'online' },
        nonce: Uint8Array.from(randomBytes(16)),
        choices: parseChoices([own[at % own.length]?.id]) ?? [],
      })
      if (!cast.ok) throw new Error(`a ballot was refused: ${cast.error.code}`)
    }
  }
  await endVoting(site, COUNTED_ROUND)
  need(await changeRound(site.ports, COUNTED_ROUND, 'seal'))
}

async function endVoting({ ports }: RunningSite, round: string): Promise<void> {
  const content = await ports.content.round(round)
  const meta = content && (await ports.box.meta(content.round.id))
  const clock = { now: () => (meta?.closesAt ?? 0) + 3_600_000 }
  need(await changeRound({ ...ports, clock }, round, 'close'))
}

/** Two batches: in one the clerk and Bo differ about a sheet, the other waits for its sheets. */
async function typeSheets(site: RunningSite, browser: Browser, clerk: DeskPerson): Promise<void> {
  const letters = await openVoting(site.ports, PAPER_ROUND, 2 * SHEETS)
  const places = [BATCHES.looked, BATCHES.typed].map((batch) => ({ round: PAPER_ROUND, batch }))
  for (const [at, place] of places.entries())
    await holdStubs(clerk, place, letters.slice(at * SHEETS, (at + 1) * SHEETS))
  await endVoting(site, PAPER_ROUND)
  for (const place of places)
    await askDesk(clerk, 'separate-batch', { ...place, sheets: SHEETS, isLast: false })
  const people = [
    await invite(site, browser, clerk, 'Bo Lind'),
    await invite(site, browser, clerk, 'Eva Bach'),
  ]
  const [looked] = places
  for (const [reader, person] of people.entries())
    for (let sheet = 1; sheet <= SHEETS; sheet++)
      await askDesk(person, 'enter-sheet', {
        ...{ ...looked, sheet },
        reading: { choices: sheet === 4 && reader === 0 ? ['repair-cafe'] : ['lit-path'] },
      })
  await askDesk(clerk, 'compare-batch', { ...looked })
  for (let sheet = 1; sheet <= 3; sheet++)
    await askDesk(clerk, 'enter-sheet', { ...places[1], sheet, reading: { choices: ['lit-path'] } })
  for (const { context } of people) await context.close()
}

async function invite(
  site: RunningSite,
  browser: Browser,
  clerk: DeskPerson,
  name: string,
): Promise<DeskPerson> {
  const told = await askDesk(clerk, 'invite-person', { name, role: 'teller' })
  return aDeskPerson(browser, site, { secret: String(Object(told).secret) })
}

/** Opens a kiosk in the clerk's browser, and signs the clerk in again. */
async function openKiosk(clerk: DeskPerson, round: string, name: string): Promise<Held> {
  await askDesk(clerk, 'open-kiosk', { round, name })
  const held = await clerk.context.storageState()
  await signInAgain(clerk)
  await deskReady(clerk.page)
  return held
}
