/**
 * A person at the desk in a real browser, with a device that verifies them.
 *
 * Talks to a browser of playwright-core and to a running site. Invariant: whoever is inside came in by an invitation or the set-up.
 */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'

export type DeskPerson = {
  readonly page: Page
  readonly context: BrowserContext
  readonly device: CDPSession
  /** Opens a room in the person's language, and waits until it was filled. */
  go(path: string): Promise<void>
}

/** Somebody who took up the invitation of a secret. */
export async function aDeskPerson(
  browser: Browser,
  site: { readonly url: string },
  given: { readonly secret: string; readonly name?: string; readonly language?: string },
): Promise<DeskPerson> {
  const person = await aDeskVisitor(browser, site, given.language)
  await joinDesk(person, given.secret, given.name)
  return person
}

/** Somebody with a browser and a device, before the door. */
export async function aDeskVisitor(
  browser: Browser,
  site: { readonly url: string },
  language = 'en',
): Promise<DeskPerson> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } })
  const page = await context.newPage()
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  const go = async (path: string) => {
    await page.goto(`${site.url}/${language}/desk/${path}`)
    await deskReady(page)
  }
  return { page, context, device, go }
}

/** Takes up the invitation of a link, and comes to the first room. */
export async function joinDesk(
  { page, go }: DeskPerson,
  secret: string,
  name?: string,
): Promise<void> {
  await go(`join/#${secret}`)
  if (name !== undefined) await page.locator('#name').fill(name)
  await page.locator('button[type="submit"]').click()
  await page.locator('[data-signed-in]:visible').waitFor()
  await deskReady(page)
}

/** Waits until the room was filled, and nothing is under way. */
export async function deskReady(page: Page): Promise<void> {
  await page.locator('[data-desk][data-ready]').waitFor()
  await page.locator('[data-desk]:not([aria-busy])').waitFor()
}

/** Signs in anew with the passkey of the person's device. */
export async function signInAgain({ page, go }: DeskPerson): Promise<void> {
  await go('sign-in/')
  await page.locator('[data-act="sign-in"]').click()
  await page.locator('[data-signed-in]:visible').waitFor()
  await deskReady(page)
}
