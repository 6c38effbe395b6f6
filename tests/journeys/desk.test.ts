/**
 * A whole round by the desk alone, in a real browser: from the first clerk's link to an update a month later.
 *
 * Talks to the built site, the bundled functions, Chromium, and to both stores. Invariant: nothing is done but on
 * pages; only the clock is moved, and the site is built again where a host would do so, after a commit.
 */
import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { commitAll } from '../../src/commands/commit-all.ts'
import { startRedis, type RedisServer } from '../../src/commands/redis/redis-server.ts'
import { startBridge, type Bridge } from '../../src/commands/redis/upstash-bridge.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import {
  aDeskVisitor,
  deskReady,
  inviteToDesk,
  joinDesk,
  secretOf,
  signInAgain,
  type DeskPerson,
} from '../support/desk-browser.ts'
import {
  aPhone,
  confirmDialogs,
  goToRoom,
  picture,
  fillIdea,
  press,
  pressStep,
  propose,
  scanStub,
  signOf,
  typeSheets,
  voteAtKiosk,
  takeStep,
  voteByPhone,
  type Printed,
  printCodes,
} from '../support/round-actors.ts'
import { startSite, type RunningSite } from '../support/running-site.ts'

const DAY = 86_400_000
const ROUND = 'hillside-2027'

const IDEAS = ['Benches on the hill', 'A bench for the hill', 'A pool on the roof'].map(
  (title) => ({
    title,
    summary: `${title}: for everyone who walks past.`,
    description: 'Two benches of larch, where the path is steepest.',
    cost: '4,500',
  }),
)

const TOLD_BY_PHONE = [
  {
    title: 'A tap by the playground',
    summary: 'Water for children and dogs, all summer.',
    description: 'A tap with a trough below, where the pipe runs anyway.',
    cost: '3,000',
  },
  {
    title: 'Trees along the road',
    summary: 'Shade for whoever waits for the bus.',
    description: 'Six lime trees, with a guard around each.',
    cost: '4,000',
  },
]

/** Sheets as two people type them, the tap being 1, the benches 2 and the trees 3; of the fourth they differ. */
const READ_BY_ONE = ['1', '2', '1 2', '1', '3', '2', '1', '1 2', '1', 'torn']
const READ_BY_OTHER = ['1', '2', '1 2', '2', '3', '2', '1', '1 2', '1', 'torn']

/** What a resident reads of the outcome: 21 online with the replaced letter, 6 at the kiosk, 9 of 10 sheets. */
const RESULT_HEAD = [
  'Two proposals get the money',
  '7,500 kr. of 9,000 kr. are given out. 1,500 kr. remain.',
  'ballots: 21 online, 6 at a kiosk, 9 on paper, and 1 invalid on paper',
  ...['36', '7,500 kr. funded', '1,500 kr. left'],
  'Here the money ran out: 1,500 kr. were left, and Trees along the road needed 2,500 kr. more.',
]

const RESULT_ROWS = [
  ...['Benches on the hill', 'Most votes. 4,500 kr. were left after it.'],
  ...['32 votes', '4,500 kr.', 'Funded', 'A tap by the playground'],
  ...['Fitted into the 4,500 kr. that were left. 1,500 kr. remained.'],
  ...['5 votes', '3,000 kr.', 'Funded', 'Here the money ran out', 'Trees along the road'],
  ...['Only 1,500 kr. were left: 2,500 kr. too little.', '1 vote', '4,000 kr.', 'Not funded'],
]

const BRANCHES = ['content', 'board'] as const
type Branch = (typeof BRANCHES)[number]

type Publishing = {
  /**
   * What the page announces before, where it does so on the page. Else it is in a question, which is held at the
   * end; checkpoints of the public record come by themselves.
   */
  readonly shown?: string
  act(): Promise<unknown>
  /** What the page says afterwards. */
  readonly said: string
  readonly made: { readonly [Each in Branch]?: readonly string[] }
}

describe.each(['sqlite', 'redis'] as const)('a whole round on %s', (store) => {
  let site: RunningSite
  let browser: Browser
  let redis: RedisServer | undefined
  let bridge: Bridge | undefined
  let clerk: DeskPerson
  let letters: readonly Printed[]
  /** All commits, as the desk announced them one by one. */
  const announced: Record<Branch, readonly string[]> = { content: [], board: [] }
  /** What the desk asked the clerk and the tellers before it did what cannot be taken back. */
  const asked: string[] = []
  const receipts: string[] = []

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true })
    if (store === 'redis') {
      redis = await startRedis()
      bridge = await startBridge({ redisPort: redis.port, token: 'a-token-for-tests' })
    }
    ;[site, browser] = await Promise.all([
      startSite({ letters: 0, settings: settings(), prepare: withoutRounds }),
      openBrowser(),
    ])
  }, 240_000)

  afterAll(async () => {
    vi.useRealTimers()
    await browser.close()
    await site.close()
    await bridge?.stop()
    await redis?.stop()
  })

  function settings(): Readonly<Record<string, string>> {
    if (bridge === undefined) return { SETUP_SECRET }
    const { url: UPSTASH_REDIS_REST_URL, token: UPSTASH_REDIS_REST_TOKEN } = bridge
    return { SETUP_SECRET, STORE: 'redis', UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN }
  }

  /** Everybody's clock goes on by days; whoever was signed in is not any more. */
  async function letDaysPass(days: number): Promise<void> {
    vi.setSystemTime(Date.now() + days * DAY)
    for (const context of browser.contexts()) await context.clock.setSystemTime(Date.now())
    await signInAgain(clerk)
  }

  /** Somebody who took up the clerk's invitation as a teller. */
  async function invite(name: string): Promise<DeskPerson> {
    const link = await inviteToDesk(clerk, name)
    const person = await aDeskVisitor(browser, site)
    await person.context.clock.setSystemTime(Date.now())
    await joinDesk(person, secretOf(link))
    return person
  }

  /** Newest last, without those that the council began with. */
  function commits(): Record<Branch, readonly string[]> {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: site.contentDir, encoding: 'utf8' }).trim()
    const subjects = (branch: string) => git('log', '--reverse', '--format=%s', branch).split('\n')
    const hasBoard = git('branch', '--list', 'board') !== ''
    return { content: subjects('HEAD').slice(2), board: hasBoard ? subjects('board') : [] }
  }

  /** How many files the newest commit of the content has. */
  function filesInNewest(): number {
    const args = ['show', '--format=', '--name-only', 'HEAD']
    const names = execFileSync('git', args, { cwd: site.contentDir, encoding: 'utf8' })
    return names.trim().split('\n').length
  }

  /**
   * A publishing, with the git log looked at before and after: the page announces it word for word, nothing was
   * committed before it is done, and then exactly these commits are there.
   */
  async function publish({ shown, act, said, made }: Publishing): Promise<void> {
    const { page } = clerk
    if (shown !== undefined) await expect.poll(() => page.getByText(shown).isVisible()).toBe(true)
    expect(commits()).toEqual(announced)
    await act()
    await expect.poll(() => page.locator('[data-done]').innerText()).toBe(said)
    for (const branch of BRANCHES)
      announced[branch] = [...announced[branch], ...(made[branch] ?? [])]
    expect(commits()).toEqual(announced)
  }

  test('begins with a link for the first clerk, who invites two tellers', async () => {
    clerk = await aDeskVisitor(browser, site)
    await clerk.go('sign-in/')
    await picture(clerk.page, 'sign-in')
    await joinDesk(clerk, SETUP_SECRET, 'Ida Holm')
    confirmDialogs(clerk, asked)
    await clerk.go('people/')
    await expect
      .poll(() => clerk.page.locator('[data-list="people"]').innerText())
      .toContain('Ida Holm')
  })

  test('starts a round from a template', async () => {
    const { page } = clerk
    await clerk.go('rounds/')
    await page.locator('#round-begin').selectOption('one-budget')
    await page.locator('#new-title').fill('Hillside 2027')
    await page.locator('#new-start').fill(dayFromNow(-20))
    await press(clerk, 'Fill in the form')
    await page.locator('[data-field="budget"] input').fill('9,000')
    await page.locator('[data-field="paper"] input').check()
    await picture(page, 'rounds', '[data-field="budget"]')
    await press(clerk, 'See what will change')
    await page.getByText('This round is new.').waitFor()
    await publish({
      shown:
        'Publishing makes 1 commit and 1 deploy. It is public at once; you can change it again, but the old text stays in the history.',
      act: () => press(clerk, 'Publish'),
      said: `Published in 1 commit. The site is being built; in a few minutes it stands at ${site.url}/en/rounds/${ROUND}/.`,
      made: { content: [`Round: ${ROUND}, started at the desk`] },
    })
    expect(filesInNewest()).toBe(1)
    await site.rebuild()
  })

  test('takes in three ideas and two by telephone; one is rejected, one merged, three are published', async () => {
    for (const idea of IDEAS) {
      const phone = await aPhone(browser)
      await propose(phone, `${site.url}/en/rounds/${ROUND}/propose/`, idea)
      await phone.context().close()
    }
    const { page } = clerk
    for (const idea of TOLD_BY_PHONE) {
      await clerk.go(`submissions/${ROUND}/`)
      await fillIdea(page, idea)
      await page.locator('main form button:not([type=button])').last().click()
      await page.locator('[data-if="entered"]:visible').waitFor()
    }
    await goToRoom(clerk, 'submissions', ROUND)
    const row = (title: string) =>
      page.locator('[data-list="waiting"] > li').filter({
        has: page.getByRole('heading', { name: title, exact: true }),
      })
    const done = () => page.locator('[data-done]').innerText()
    await picture(page, 'submissions', '[data-list="waiting"]')
    await row('A pool on the roof').getByText('Reject', { exact: true }).click()
    await row('A pool on the roof').getByLabel('The reason').fill('The roof is too weak.')
    await row('A pool on the roof').getByRole('button', { name: 'Reject with this reason' }).click()
    await expect.poll(done).toBe('It was rejected.')
    for (const title of ['Benches on the hill', 'A bench for the hill'])
      await row(title).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Merge the chosen ones' }).click()
    await page.getByText('goes on for all of them.').waitFor()
    for (const title of ['Benches on the hill', ...TOLD_BY_PHONE.map(({ title }) => title)])
      await row(title).getByRole('checkbox').check()
    await publish({
      act: () => press(clerk, 'Publish the chosen ones'),
      said: 'Published in one commit: 3. It stands on the site in a few minutes.',
      made: { content: [`Proposals: ${ROUND}, 3 approved`] },
    })
    expect(filesInNewest()).toBe(3)
    await site.rebuild()
    const phone = await aPhone(browser)
    await phone.goto(`${site.url}/en/rounds/${ROUND}/proposals/benches-on-the-hill/`)
    await expect.poll(() => phone.locator('h1').innerText()).toBe('Benches on the hill')
    await phone.context().close()
  })

  test('prints forty codes, of which each is read back from its sheet', async () => {
    await clerk.go(`codes/${ROUND}/`)
    await picture(clerk.page, 'codes')
    letters = await printCodes(clerk, 40)
    expect(letters).toHaveLength(45)
    expect(new Set(letters.map(({ link }) => link)).size).toBe(45)
  })

  test('opens when the order for ties is drawn', async () => {
    await letDaysPass(50)
    await goToRoom(clerk, 'voting', ROUND)
    const { page } = clerk
    for (const [at, field] of (await page.locator('[data-list="places"] input').all()).entries())
      await field.fill(String(at + 1))
    await page.locator('#lot-drawn').fill('Drawn from a bowl by a pupil, at the open meeting.')
    await publish({
      shown:
        '1 commit in the council’s content, 1 deploy. Voting can be opened when the site is built again.',
      act: () => takeStep(clerk, 'lot'),
      said: 'The order is published. Load this page again in a few minutes.',
      made: { content: [`Lot drawn: ${ROUND}`] },
    })
    expect(filesInNewest()).toBe(1)
    await site.rebuild()
    await goToRoom(clerk, 'voting', ROUND)
    const opening = await page.locator('[data-fill="opening-commit"]').innerText()
    expect(opening).toMatch(
      /^1 commit in the public record, no deploy\. The ballot has the digest [0-9a-f]{64}\.$/,
    )
    await publish({
      shown: opening,
      act: () => takeStep(clerk, 'open'),
      said: 'Voting is opened.',
      made: { board: [`Opening: ${ROUND}`] },
    })
  })

  test('takes twenty votes from phones', async () => {
    await letDaysPass(8)
    const phone = await aPhone(browser)
    for (const { link } of letters.slice(0, 20))
      receipts.push(await voteByPhone(phone, link, ['benches-on-the-hill']))
    await phone.context().close()
    expect(new Set(receipts).size).toBe(20)
  })

  test('replaces a lost letter by one of the reserve, which votes', async () => {
    await clerk.go(`codes/${ROUND}/`)
    const { page } = clerk
    const [lost, reserve] = [letters[39], letters[44]]
    await page.getByLabel('Number of the lost letter').fill(lost?.serial ?? '')
    await page.getByLabel('Number of the reserve letter').fill(reserve?.serial ?? '')
    await page.getByRole('button', { name: 'Replace the letter' }).click()
    await page.locator('[data-told]', { hasText: 'can vote now' }).waitFor()
    const phone = await aPhone(browser)
    receipts.push(await voteByPhone(phone, reserve?.link ?? '', ['benches-on-the-hill']))
    await phone.goto(lost?.link ?? '')
    await phone.locator('input[name=choices]').first().check()
    await phone.getByRole('button', { name: 'Check my ballot' }).click()
    await phone.getByRole('button', { name: 'Put my ballot in the box' }).click()
    await phone.getByRole('heading', { name: 'This code was replaced' }).waitFor()
    await phone.context().close()
  })

  test('takes six votes at a kiosk, which a teller opens', async () => {
    const device = await invite('Tim')
    confirmDialogs(device, asked)
    await goToRoom(device, 'voting', ROUND)
    await device.page.locator('#kiosk-name').fill('The hall')
    await device.page.locator('[data-step="kiosk"] button').click()
    await device.page.waitForURL('**/kiosk/')
    for (const [at, { link }] of letters.slice(20, 26).entries())
      await voteAtKiosk(device.page, link, ['benches-on-the-hill'], at === 0 ? 'kiosk' : undefined)
    await device.context.close()
  })

  test('holds the stubs of ten paper ballots', async () => {
    await clerk.go(`paper/${ROUND}/`)
    expect((await clerk.page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000)
    await goToRoom(clerk, 'paper', ROUND)
    await clerk.page.locator('[data-step="begin"] [name="batch"]').fill('hall-1')
    await pressStep(clerk, 'begin')
    for (const [at, { link }] of letters.slice(26, 36).entries()) {
      await scanStub(clerk, link)
      await expect.poll(() => signOf(clerk, 'hold')).toContain(`Stubs held: ${at + 1}.`)
    }
    await goToRoom(clerk, 'voting', ROUND)
    await expect
      .poll(() => clerk.page.locator('[data-fill="letters"]').innerText())
      .toBe('In reserve: 4. Revoked: 1. Handed out from the reserve: 1.')
    await picture(clerk.page, 'voting', '[data-list="turnout"]')
  })

  test('closes, and boxes the paper that two people typed and a third looked at', async () => {
    await letDaysPass(20)
    await goToRoom(clerk, 'voting', ROUND)
    await publish({
      act: () => takeStep(clerk, 'close'),
      said: 'The boxes are closed.',
      made: { board: [`Checkpoint 1: ${ROUND}`] },
    })
    const [tim, uma] = [await invite('Tom'), await invite('Uma')]
    const batch = `paper/#${ROUND}/hall-1`
    await clerk.go(batch)
    await clerk.page.locator('[name="sheets"]').fill('10')
    await pressStep(clerk, 'separate')
    for (const [person, sheets] of [
      [tim, READ_BY_ONE],
      [uma, READ_BY_OTHER],
    ] as const) {
      confirmDialogs(person, asked)
      await person.go(batch)
      await typeSheets(person, sheets)
    }
    await picture(uma.page, 'paper', '[data-step="type"]')
    await pressStep(uma, 'compare')
    await clerk.page.reload()
    await deskReady(clerk.page)
    const look = clerk.page.locator('[data-list="differences"] li').first()
    await look.locator('[name="choices"]').fill('2')
    await look.locator('button').click()
    await deskReady(clerk.page)
    await pressStep(clerk, 'box')
    await expect
      .poll(() => clerk.page.locator('[data-done]').innerText())
      .toBe('Ballots in the box: 9. Invalid sheets: 1.')
    for (const { context } of [tim, uma]) await context.close()
  })

  test('reconciles, certifies, and shows the result', async () => {
    await goToRoom(clerk, 'count', ROUND)
    await publish({
      act: () => takeStep(clerk, 'seal'),
      said: 'The boxes are sealed.',
      // One with the ballots of the paper, and the last.
      made: { board: [`Checkpoint 2: ${ROUND}`, `Checkpoint 3: ${ROUND}`] },
    })
    const { page } = clerk
    await picture(page, 'count', '[data-list="rows"]')
    await expect.poll(() => page.locator('[data-if="agree"]').isVisible()).toBe(true)
    const certifying = await page.locator('[data-fill="certify-shown"]').innerText()
    const [, files] =
      /^Final result, number 1: (\d+) files, 1 commit, 1 deploy\.$/.exec(certifying) ?? []
    await publish({
      shown: certifying,
      act: () => takeStep(clerk, 'certify'),
      said: 'The result is certified. The site shows it in a few minutes.',
      made: { content: [`Results: ${ROUND}, 36 ballots`] },
    })
    expect(filesInNewest()).toBe(Number(files))
    await site.rebuild()
    const phone = await aPhone(browser)
    await phone.goto(`${site.url}/en/rounds/${ROUND}/result/`)
    const told = async (selector: string) => {
      const text = (await phone.locator(selector).innerText()).replaceAll('\u00a0', ' ')
      return text.trim().split(/\s*[\n\t]\s*/)
    }
    await expect.poll(() => told('main')).toEqual(expect.arrayContaining(RESULT_HEAD))
    expect(await told('.outcomes tbody')).toEqual(RESULT_ROWS)
    await phone.context().close()
  })

  test('says a month later what came of it', async () => {
    await letDaysPass(30)
    await goToRoom(clerk, 'delivery', ROUND)
    const { page } = clerk
    await page.locator('#delivery-proposal').selectOption('benches-on-the-hill')
    await page.locator('#delivery-date').fill(dayFromNow(-1))
    await page.locator('#delivery-text').fill('Both benches stand, and somebody sat down at once.')
    await page.locator('#delivery-spent').fill('4,320')
    await page.locator('#delivery-done').check()
    await picture(page, 'delivery', '[data-step="post"]')
    await takeStep(clerk, 'post')
    await publish({
      shown: '1 commit, 1 deploy. Everything else stays as it is.',
      act: () => page.locator('[data-act="publish"]').click(),
      said: `The update is published. In a few minutes it stands here: ${site.url}/en/rounds/${ROUND}/proposals/benches-on-the-hill/`,
      made: { content: [`Update: ${ROUND}, benches-on-the-hill`] },
    })
    expect(filesInNewest()).toBe(1)
    await site.rebuild()
    const phone = await aPhone(browser)
    await phone.goto(`${site.url}/en/rounds/${ROUND}/proposals/benches-on-the-hill/`)
    const told = await phone.locator('main').innerText()
    expect(told).toContain('Both benches stand')
    expect(told.replaceAll('\u00a0', ' ')).toContain('4,320')
    await phone.context().close()
  })

  test('is accepted by the verifier, which trusts nothing of it', () => {
    const command = ['src/commands/verify.ts', join(site.contentDir, 'rounds', ROUND), '--json']
    const said = execFileSync(process.execPath, command, { encoding: 'utf8' })
    expect(JSON.parse(said)).toMatchObject({ verdict: 'agrees-as-far-as-it-goes' })
  })

  test('was asked before each step that cannot be taken back', () => {
    expect(asked).toEqual(
      expect.arrayContaining([
        'Reject “A pool on the roof”? This cannot be undone.',
        expect.stringMatching(
          /^Publish what you chose \(3\)\? This is one commit and one deploy; .+\n\n– Benches on the hill\n– A tap by the playground\n– Trees along the road$/,
        ),
        expect.stringMatching(/^Replace letter \S+ by letter \S+\? .+ This cannot be undone\.$/),
        ...[
          'Open voting now? Codes and proposals are fixed from then on.',
          'Close the boxes now? They never open again.',
          'Compare now? Nothing can be typed in this batch after that.',
          'Put all 10 sheets into the box? This cannot be taken back.',
          'Seal the boxes now? Nothing can be put in after that.',
          'Publish this as the final result? What is published stays.',
        ].map((question) => `Hillside 2027\n\n${question}`),
        expect.stringMatching(/^Hillside 2027\n\nPublish this order, .+\n1\. .+\n2\. .+\n3\. .+$/),
      ]),
    )
  })

  test('made exactly the commits that the desk announced', () => {
    expect(commits()).toEqual(announced)
  })
})

/** A date of the council's own days, so many from now. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
}

/** A council that begins: no round yet. */
async function withoutRounds(contentDir: string): Promise<void> {
  await rm(join(contentDir, 'rounds'), { recursive: true })
  await commitAll(contentDir, 'No round yet')
}
