/**
 * The page types of the resident's site: one page of each, and the states that a page can be in.
 *
 * Talks to a page of playwright-core, to bring it into its state. Invariant: the tests of all pages and the
 * screenshots use this one list. Decided in docs/decisions/0007.
 */
import type { Page } from 'playwright-core'
import type { Language } from '../domain/council.ts'
import { printToken } from '../domain/token.ts'
import type { Letter } from '../domain/token-batch.ts'
import type { Visitor } from './desk-example.ts'
import { OPEN_ROUND, PAST_ROUND } from './example-site.ts'

export type PageType = {
  readonly name: string
  readonly path: string
  /** Brings the page that was opened into the state that its name says; where it votes, it takes a code. */
  readonly reach?: (page: Page, takeCode: () => string) => Promise<void>
  /** Made to be printed: looked at on paper too. */
  readonly paper?: boolean
  /** Whose browser it is; nobody's that the site knows, unless said. */
  readonly as?: Visitor
}

/** Every page type of the example council in one language. */
export function pageTypes(language: Language): readonly PageType[] {
  const [open, past] = [OPEN_ROUND, PAST_ROUND].map((id) => `/${language}/rounds/${id}/`)
  return [
    { name: 'home', path: `/${language}/` },
    { name: 'round', path: `${open}` },
    { name: 'finished round', path: `${past}` },
    { name: 'proposals', path: `${open}proposals/` },
    { name: 'proposal', path: `${open}proposals/lit-path/` },
    { name: 'poster', path: `${open}proposals/lit-path/poster/`, paper: true },
    { name: 'finished proposal', path: `${past}proposals/clay-oven/` },
    { name: 'vote', path: `${open}vote/` },
    { name: 'vote with choices', path: `${open}vote/`, reach: choose },
    { name: 'vote with errors', path: `${open}vote/`, reach: makeErrors },
    { name: 'vote to check', path: `${open}vote/`, reach: goToCheck },
    { name: 'voted', path: `${open}vote/`, reach: vote },
    { name: 'kiosk', path: `${open}kiosk/` },
    { name: 'propose', path: `${open}propose/` },
    { name: 'no receipt', path: `${open}receipt/` },
    { name: 'result', path: `${past}result/` },
    { name: 'receipts to come', path: `${open}find-receipt/` },
    { name: 'find my receipt', path: `${past}find-receipt/` },
    { name: 'was my code used', path: `${past}was-my-code-used/` },
    { name: 'codes to come', path: `${open}was-my-code-used/` },
    { name: 'check this election', path: `${past}check-election/` },
    { name: 'submission', path: `${open}submission/` },
    { name: 'revise', path: `${open}revise/` },
    { name: 'problem', path: `/${language}/problem/` },
    { name: 'guide', path: `/${language}/guide/how-it-works/` },
    { name: 'missing', path: `/${language}/nowhere/` },
  ]
}

/** Gives the codes of the letters one after the other. Throws where all of them are given away. */
export function codesOf(letters: readonly Letter[]): () => string {
  const left = letters.values()
  return () => {
    const { value: letter } = left.next()
    if (letter === undefined) throw new Error('more pages vote than there are letters')
    return printToken(letter.token)
  }
}

async function choose(page: Page): Promise<void> {
  for (const id of ['lit-path', 'repair-cafe']) await page.locator(`[value="${id}"]`).check()
}

/** A wrong code and no choice: the summary and the faults at both fields stand on the page. */
async function makeErrors(page: Page): Promise<void> {
  await page.locator('#token').fill('not a code')
  await page.locator('#token').press('Enter')
  await page.locator('.error-summary').waitFor()
}

async function goToCheck(page: Page, takeCode: () => string): Promise<void> {
  await choose(page)
  await page.locator('#token').fill(takeCode())
  await page.locator('#token').press('Enter')
  await page.locator('[data-part="check"]').waitFor()
}

async function vote(page: Page, takeCode: () => string): Promise<void> {
  await goToCheck(page, takeCode)
  await page.locator('[data-cast] button:visible').first().click()
  await page.locator('.receipt-code').waitFor()
}
