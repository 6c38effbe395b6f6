/**
 * People at the desk in a real browser, for tests: those of `npm run screenshots`, and how they invite others.
 *
 * Talks to Chromium and to a running site. Invariant: whoever is inside came in by an invitation or the set-up.
 */
import type { DeskPerson } from '../../src/commands/desk-visitor.ts'

export {
  aDeskPerson,
  aDeskVisitor,
  deskReady,
  joinDesk,
  signInAgain,
} from '../../src/commands/desk-visitor.ts'
export type { DeskPerson }

/** A clerk invites somebody, and answers the link that is handed over. */
export async function inviteToDesk(
  { page, go }: DeskPerson,
  name: string,
  role: 'clerk' | 'teller' = 'teller',
): Promise<string> {
  await go('people/')
  await page.locator('#invite-name').fill(name)
  await page.locator(`input[name="role"][value="${role}"]`).check()
  await page.locator('form:has(#invite-name) button[type="submit"]').click()
  return page.locator('.link-shown:not(:empty)').innerText()
}

/** The secret of such a link. */
export function secretOf(link: string): string {
  return link.split('#')[1] ?? ''
}
