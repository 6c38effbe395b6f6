/**
 * The page types of the desk and of its kiosks: every room with something in it, and the steps of a voter there;
 * and the form for proposals while it is open.
 *
 * Talks to a page of playwright-core, to bring it into its state. Invariant: what is seen was put there by
 * desk-example.ts. Decided in docs/decisions/0022.
 */
import type { Page } from 'playwright-core'
import type { Language } from '../domain/council.ts'
import { AREA_ROUND, BATCHES, COUNTED_ROUND, IDEAS_ROUND, PAPER_ROUND } from './desk-example.ts'
import { deskReady } from './desk-visitor.ts'
import { OPEN_ROUND, PAST_ROUND } from './example-site.ts'
import type { PageType } from './page-types.ts'

type Reach = NonNullable<PageType['reach']>

/** Every room of the desk, and the door before it. */
export function deskPages(language: Language): readonly PageType[] {
  const at = (path: string) => `/${language}/desk/${path}`
  const room = (name: string, path: string, reach: Reach = deskReady): PageType => ({
    ...{ name: `desk ${name}`, path: at(path), reach, as: 'clerk' },
  })
  return [
    { name: 'desk sign in', path: at('sign-in/'), reach: deskReady },
    { name: 'desk join', path: at('join/'), reach: deskReady },
    room('today', ''),
    room('rounds', 'rounds/'),
    room('round form', 'rounds/', beginRound),
    room('submissions', `submissions/#${OPEN_ROUND}`, showing(OPEN_ROUND)),
    room('submission to enter', `submissions/${OPEN_ROUND}/`),
    room('submission with errors', `submissions/${OPEN_ROUND}/`, sendNothing),
    room('codes', 'codes/'),
    room('codes of a round', `codes/${OPEN_ROUND}/`),
    room('codes to make', `codes/${COUNTED_ROUND}/`),
    room('voting', 'voting/', showing(OPEN_ROUND)),
    room('voting by area', 'voting/', showing(AREA_ROUND)),
    room('paper', 'paper/', showing(PAPER_ROUND)),
    room('paper held', `paper/#${AREA_ROUND}/${BATCHES.held}`),
    room('paper typed', `paper/#${PAPER_ROUND}/${BATCHES.typed}`),
    room('paper looked at', `paper/#${PAPER_ROUND}/${BATCHES.looked}`),
    { ...room('paper ballots', `paper/${AREA_ROUND}/`), paper: true },
    { ...room('count', 'count/', showing(COUNTED_ROUND)), paper: true },
    room('delivery', 'delivery/', showing(PAST_ROUND)),
    room('texts', 'texts/'),
    room('texts of a round', `texts/${OPEN_ROUND}/`),
    room('people', 'people/'),
    room('log', 'log/'),
    room('me', 'me/'),
    { name: 'desk handbook', path: at('handbook/') },
  ]
}

/** The form for proposals while it is open, which it is not in the round that votes. */
export function proposePages(language: Language): readonly PageType[] {
  const path = `/${language}/rounds/${IDEAS_ROUND}/propose/`
  return [
    { name: 'propose open', path },
    { name: 'propose with errors', path, reach: sendForm },
  ]
}

/** The steps of a voter at a kiosk. */
export function kioskPages(language: Language): readonly PageType[] {
  const [one, areas] = [OPEN_ROUND, AREA_ROUND].map((id) => `/${language}/rounds/${id}/kiosk/`)
  const step = (name: string, reach: Reach): PageType => ({
    ...{ name: `kiosk ${name}`, path: `${one}`, reach, as: 'kiosk' },
  })
  return [
    step('start', started),
    step('vote', begin),
    step('with errors', refuse),
    step('check', check),
    step('countdown', countDown),
    step('receipt', vote),
    { name: 'kiosk areas', path: `${areas}`, reach: started, as: 'area kiosk' },
    { name: 'kiosk area vote', path: `${areas}`, reach: chooseArea, as: 'area kiosk' },
  ]
}

/** Chooses a round where a room asks for one. */
function showing(round: string): Reach {
  return async (page) => {
    await deskReady(page)
    const choice = page.locator('[data-desk] select[id$="-round"]')
    await choice.selectOption(round)
    await choice.locator('xpath=ancestor::form').locator('button[type="submit"]').click()
    await deskReady(page)
  }
}

async function beginRound(page: Page): Promise<void> {
  await deskReady(page)
  await page.locator('#round-begin').selectOption('one-budget')
  await page.locator('#new-title').fill('Tranebro 2027')
  await page.locator('#new-start').fill('2027-03-01')
  await page.locator('form:has(#new-title) button[type="submit"]').click()
  await page.locator('#round-form:visible').waitFor()
}

async function sendNothing(page: Page): Promise<void> {
  await deskReady(page)
  await sendForm(page)
}

async function sendForm(page: Page): Promise<void> {
  await page.locator('main form button:not([type=button])').last().click()
  await page.locator('.error-summary').waitFor()
}

const onScreen = (page: Page, name: string) =>
  page.locator(`[data-screen="${name}"]:visible`).waitFor()

const started = (page: Page) => onScreen(page, 'start')

async function begin(page: Page): Promise<void> {
  await started(page)
  await page.locator('[data-act="begin"]').click()
  await onScreen(page, 'vote')
}

async function refuse(page: Page): Promise<void> {
  await begin(page)
  await page.locator('#token').fill('abc')
  await page.locator('#token').press('Enter')
  await page.locator('.error-summary').waitFor()
}

async function check(page: Page, takeCode: () => string): Promise<void> {
  await begin(page)
  await page.locator('#token').fill(takeCode())
  for (const id of ['lit-path', 'repair-cafe']) await page.locator(`[value="${id}"]`).check()
  await page.locator('.meter button').click()
  await page.locator('[data-part="check"]').waitFor()
}

async function countDown(page: Page): Promise<void> {
  await page.clock.install()
  await page.reload()
  await begin(page)
  await page.clock.runFor(45_000)
  await page.locator('dialog[open]').waitFor()
}

async function vote(page: Page, takeCode: () => string): Promise<void> {
  await check(page, takeCode)
  await page.locator('[data-cast] button:visible').first().click()
  await onScreen(page, 'receipt')
}

async function chooseArea(page: Page): Promise<void> {
  await started(page)
  await page.locator('.areas a').first().click()
  await onScreen(page, 'vote')
}
