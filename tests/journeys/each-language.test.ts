/**
 * The straight way through each journey of a resident, in every language, by the words of its dictionary alone.
 *
 * The whole of a journey, with its errors and its edges, has a file of its own, in English. Here nothing is
 * said in a test's own words, so a journey that holds a sentence of another language does not get through.
 */
import { randomBytes } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addDeskRounds, IDEAS_ROUND } from '../../src/commands/desk-example.ts'
import { LANGUAGES, tellCouncil, type Language } from '../../src/domain/council.ts'
import { parseRoundId } from '../../src/domain/id.ts'
import { tellProposal } from '../../src/domain/proposal.ts'
import { makeToken, printToken } from '../../src/domain/token.ts'
import { dictionary } from '../../src/i18n/dictionary.ts'
import { recountWords } from '../../src/i18n/recount-words.ts'
import { askChanges } from '../../src/service/ask-changes.ts'
import { openBrowser } from '../support/browser.ts'
import { OPEN_ROUND, PAST_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const CHOSEN = 'repair-cafe'
const OTHER = 'lit-path'
const WAYS = [
  ['with script', true],
  ['without script', false],
] as const
const DEVICES = ['pointer', 'keyboard'] as const

let site: RunningSite
let browser: Browser
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 4 * LANGUAGES.length, prepare: addDeskRounds }),
    openBrowser(),
  ])
}, 400_000)

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

async function openPage(path: string, script = true): Promise<Page> {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ javaScriptEnabled: script, viewport })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}

/** Each voter has a letter: those of a language one for each way and device. */
function codeOf(language: Language, script: boolean, device: (typeof DEVICES)[number]): string {
  const place = 4 * LANGUAGES.indexOf(language) + 2 * DEVICES.indexOf(device) + (script ? 0 : 1)
  return printToken(site.letters[place]!.token)
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).click()
const follow = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).filter({ visible: true }).first().click()
const headed = (page: Page, name: string) =>
  page.getByRole('heading', { name, exact: true }).waitFor()

/** Goes on by Tab until the focus is where the selector says, and at these words where some are given. */
async function tabTo(page: Page, selector: string, words?: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate(
      ([wanted, text]) => {
        const focused = document.activeElement
        if (!(focused instanceof HTMLElement) || !focused.matches(wanted)) return false
        return text === undefined || focused.innerText.trim() === text
      },
      [selector, words] as const,
    )
    if (isThere) return
  }
  throw new Error(`Tab never came to ${words ?? selector}`)
}

/** Goes on by Tab to the link or button that says this, and presses Enter. */
async function enter(page: Page, words: string): Promise<void> {
  await tabTo(page, 'a, button', words)
  await page.keyboard.press('Enter')
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.type(text)
}

describe.each(LANGUAGES)('in %s', (language) => {
  const words = dictionary(language)
  const at = (round: string, place = '') => `/${language}/rounds/${round}/${place}`

  test('a resident comes from the home page to a proposal, and can ask the council', async () => {
    const page = await openPage(`/${language}/`)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language)
    await headed(page, words.home.roundsTitle)
    const council = tellCouncil(await site.ports.content.council(), language)
    const foot = page.locator('footer')
    await expect.poll(() => foot.innerText()).toContain(words.site.ask(council.contact.name))
    await expect.poll(() => foot.innerText()).toContain(council.notice)
    await page.goto(site.url + at(OPEN_ROUND))
    await follow(page, words.round.read)
    await page.getByLabel(words.list.find, { exact: true }).fill('café')
    const { proposals = [] } = (await site.ports.content.round(OPEN_ROUND)) ?? {}
    const found = proposals.filter(({ id }) => id === CHOSEN)
    for (const proposal of found) await follow(page, tellProposal(proposal, language).title)
    await headed(page, words.places.where)
    expect(found).toHaveLength(1)
  })

  test('a resident chooses, checks and votes with script, and keeps the receipt', async () => {
    const page = await openPage(at(OPEN_ROUND, 'proposals/'))
    await page.locator(`[data-choose="${CHOSEN}"]`).click()
    await page
      .getByRole('status')
      .filter({ hasText: words.mine.count('1') })
      .waitFor()
    await follow(page, words.mine.go)
    await headed(page, words.vote.heading)
    // The script is there once it has brought the choice along.
    await expect.poll(() => page.locator(`input[value="${CHOSEN}"]`).isChecked()).toBe(true)
    await page.getByLabel(words.vote.codeLabel).fill('abc')
    await press(page, words.vote.check)
    await headed(page, words.ballot.errorHeading(1))
    await expect
      .poll(() => page.locator('#token-error').innerText())
      .toBe(words.ballot.codeLength(3))
    await page.getByLabel(words.vote.codeLabel).fill(codeOf(language, true, 'pointer'))
    await press(page, words.vote.check)
    await headed(page, words.check.heading)
    await press(page, words.check.cast)
    await headed(page, words.receipt.heading)
    await page.getByText(words.receipt.signed).waitFor()
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      press(page, words.receipt.save),
    ])
    expect(saved.suggestedFilename()).toContain(words.receipt.fileName)
    await follow(page, words.findReceipt.title)
    await headed(page, words.checking.notYet)
  })

  test('a resident votes without script, and sees what is wrong before', async () => {
    const page = await openPage(at(OPEN_ROUND, 'vote/'), false)
    await page.locator(`input[value="${CHOSEN}"]`).check()
    await page.getByLabel(words.vote.codeLabel).fill('abc')
    await press(page, words.vote.check)
    await page.locator('.error-summary').waitFor()
    await expect
      .poll(() => page.locator('#token-error').innerText())
      .toBe(words.ballot.codeLength(3))
    await page.getByLabel(words.vote.codeLabel).fill(codeOf(language, false, 'pointer'))
    await press(page, words.vote.check)
    await headed(page, words.check.heading)
    await press(page, words.check.change)
    await headed(page, words.vote.heading)
    await press(page, words.vote.check)
    await press(page, words.check.cast)
    await headed(page, words.receipt.heading)
    await page.goto(site.url + at(OPEN_ROUND, 'vote/'))
    await page.getByLabel(words.vote.codeLabel).fill(codeOf(language, false, 'pointer'))
    await press(page, words.vote.check)
    await press(page, words.check.castBlank)
    await headed(page, words.refusals['token-used'].title)
  })

  test('anyone reads why these were funded, and counts it again', async () => {
    const page = await openPage(at(PAST_ROUND))
    await follow(page, words.round.seeResult)
    await headed(page, words.result.headline(6))
    await expect
      .poll(() => page.locator('.outcomes').innerText())
      .toMatch(new RegExp(`${words.result.yes}[^]*${words.result.no}`))
    await press(page, words.result.countHere)
    const { agrees, digest } = recountWords(language)
    await page
      .getByRole('status')
      .filter({ hasText: agrees(83, '83') })
      .waitFor()
    await page.getByText(digest).waitFor()
  })

  test('anyone finds a receipt, looks up a code, and checks the election', async () => {
    const page = await openPage(at(PAST_ROUND, 'find-receipt/'))
    const list = await fetch(`${site.url}/data/${PAST_ROUND}/1/receipts.csv`)
    const [, first = ''] = (await list.text()).split('\n')
    await page.getByLabel(words.findReceipt.label).fill(first.split(';')[0] ?? '')
    await press(page, words.findReceipt.find)
    await headed(page, words.findReceipt.listedHeading)
    await page.goto(site.url + at(PAST_ROUND, 'was-my-code-used/'))
    const foreign = printToken(makeToken(Uint8Array.from(randomBytes(10))))
    await page.getByLabel(words.vote.codeLabel).fill(foreign)
    await press(page, words.codeUsed.find)
    await headed(page, words.codeUsed.unknownHeading)
    await page.goto(site.url + at(PAST_ROUND, 'check-election/'))
    await press(page, words.checkElection.start)
    await headed(page, words.checkElection.holdsHeading)
    await expect
      .poll(() => page.locator('[data-check="result"]').innerText())
      .toContain(words.checkElection.checks.result.holds)
  })

  test.each(WAYS)('a ballot is filled in, changed and cast by keyboard: %s', async (_, script) => {
    const page = await openPage(at(OPEN_ROUND, 'vote/'), script)
    await type(page, '#token', 'abc')
    await page.keyboard.press('Enter')
    await page.locator('.error-summary').waitFor()
    await enter(page, words.ballot.codeLength(3))
    await expect.poll(() => page.locator('#token:focus').count()).toBe(1)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(codeOf(language, script, 'keyboard'))
    await tabTo(page, `input[value="${CHOSEN}"]`)
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await headed(page, words.check.heading)
    await enter(page, words.check.change)
    await headed(page, words.vote.heading)
    await tabTo(page, `input[value="${OTHER}"]`)
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await headed(page, words.check.heading)
    const shown = page.locator('[data-choice]').filter({ visible: true })
    await expect.poll(() => shown.count()).toBe(2)
    await enter(page, words.check.cast)
    await headed(page, words.receipt.heading)
  })

  test.each(WAYS)(
    'a proposal is sent, changed and taken back by keyboard: %s',
    async (_, script) => {
      const title = `Herbs ${language} ${script}`
      const page = await openPage(at(IDEAS_ROUND, 'propose/'), script)
      await headed(page, words.propose.title)
      await type(page, '#title', title)
      await type(page, '#summary', 'Herbs for everyone who cooks in the block.')
      await type(page, '#description', 'Twelve pots, watered by class 5.')
      await type(page, '#cost', '0')
      await tabTo(page, '#theme')
      await page.keyboard.press('ArrowDown')
      await tabTo(page, '#proposerKind')
      await page.keyboard.press('Space')
      await type(page, '#proposerName', 'Class 5')
      await type(page, '#contactName', 'Somebody')
      await type(page, '#contact', 'private@example.org')
      await page.keyboard.press('Enter')
      await page.locator('.error-summary').waitFor()
      await expect.poll(() => page.locator('#cost-error').innerText()).toContain(words.fields.cost)
      await tabTo(page, '.error-summary a')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('#cost:focus').count()).toBe(1)
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type('4500')
      await page.keyboard.press('Enter')
      await headed(page, words.submission.waiting)
      await headed(page, words.submission.keepLink)
      const own = page.locator('[data-fill-href=self]').first()
      const link = (await own.getAttribute('href')) ?? ''
      const round = parseRoundId(IDEAS_ROUND)!
      const [sent] = (await site.ports.inbox.list(round)).filter(
        ({ state, submission }) => state === 'waiting' && submission.title === title,
      )
      const question = { roundId: round, id: sent?.id ?? '', question: 'July?' }
      expect(await askChanges(site.ports, question)).toMatchObject({ ok: true })
      await page.goto(link)
      await headed(page, words.submission.changesAsked)
      await enter(page, words.submission.change)
      await expect.poll(() => page.locator('.notice').innerText()).toContain('July?')
      await tabTo(page, '#title')
      await page.keyboard.press('End')
      await page.keyboard.type(', in July')
      await enter(page, words.submission.sendAgain)
      await headed(page, `${title}, in July`)
      await headed(page, words.submission.waiting)
      await enter(page, words.submission.withdraw)
      await headed(page, words.submission.withdrawn)
      await page.goto(link)
      await headed(page, words.submission.withdrawn)
    },
  )
})
