/**
 * The form for a proposal in a real browser: the round that takes in proposals, and the form filled in.
 *
 * Talks to a page and to the council's folder. Invariant: what is typed is what a resident would type.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { OPEN_ROUND } from './running-site.ts'

/** The newest round takes in proposals, and its lot is not drawn yet. */
export async function takeInProposals(contentDir: string): Promise<void> {
  const file = join(contentDir, 'rounds', OPEN_ROUND, 'round.md')
  const text = await readFile(file, 'utf8')
  const open = text.replace(/(phase: submission\n\s+from: .*\n\s+to: ).*/, '$12099-01-01')
  await writeFile(file, open.replace(/^lot:\n(?: {2}.*\n)+/m, ''))
}

/** Fills in everything that must be there. */
export async function fillProposal(page: Page, title: string): Promise<void> {
  await page.locator('main [name=title]').fill(title)
  await page.locator('main [name=summary]').fill('Herbs for everyone who cooks in the block.')
  await page
    .locator('main [name=description]')
    .fill('Twelve pots.\n\nWatered by **class 5**. <script>alert(1)</script>')
  await page.locator('main [name=cost]').fill('4,500')
  await page.locator('main select[name=theme]').selectOption('green')
  await page.locator('main [name=proposerKind][value=group]').check()
  await page.locator('main [name=proposerName]').fill('Class 5')
  await page.locator('main [name=contactName]').fill('Somebody Private')
  await page.locator('main [name=contact]').fill('private@example.org')
}
