/**
 * The door of the desk in a real browser, with passkeys of a virtual authenticator.
 *
 * Talks to the built site, the bundled function and Chromium. Invariant: every person has a browser of their
 * own, and nothing of the desk is reached but by its pages.
 */
import type { Browser, Dialog, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SESSION, sessionEndsAt } from '../../src/domain/desk-person.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import {
  aDeskVisitor,
  deskReady,
  inviteToDesk,
  joinDesk,
  secretOf,
  type DeskPerson,
} from '../support/desk-browser.ts'
import { axeViolations, overflow, watch } from '../support/page-checks.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 3, settings: { SETUP_SECRET } }),
    openBrowser(),
  ])
}, 180_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

const aPerson = (language?: string) => aDeskVisitor(browser, site, language)
const told = (page: Page) => page.locator('[data-told]').innerText()

/** As if every passkey had been asked for an hour ago. */
async function forgetPasskeys({ ports }: RunningSite): Promise<void> {
  const now = Date.now()
  for (const { id, version, text } of await ports.desk.list(SESSION.kind, now)) {
    const value = { ...SESSION.read(text), freshAt: now - 3_600_000 }
    const endsAt = sessionEndsAt(value)
    await ports.desk.write(
      [{ kind: SESSION.kind, id, expected: version, text: SESSION.print(value), endsAt }],
      now,
    )
  }
}

describe('the desk', () => {
  let clerk: DeskPerson
  let teller: DeskPerson

  test('sends whoever is not signed in to the door, and says what a link lacks', async () => {
    const { page, go } = await aPerson()
    await page.goto(`${site.url}/en/desk/people/`)
    await page.waitForURL('**/en/desk/sign-in/#people')
    await go(`submissions/${OPEN_ROUND}/`)
    await page.waitForURL(`**/en/desk/sign-in/#submissions/${OPEN_ROUND}`)
    await page.getByText('Sign in, and you come back to the room.').waitFor()
    await go('join/')
    expect(await told(page)).toContain('The link is not complete')
    // Pasted into the same page.
    await page.goto(`${site.url}/en/desk/join/#Zq4tT9bA0mXc7RkW2dLhYw`)
    await page.getByText('This invitation does not work').waitFor()
    await expect.poll(() => page.locator('form').isVisible()).toBe(false)
  })

  test('makes whoever holds the set-up secret the first clerk, and the secret leaves the address', async () => {
    clerk = await aPerson()
    const seen = watch(clerk.page, site.url)
    const sent: string[] = []
    clerk.page.on('request', (request) => sent.push(request.url()))
    await clerk.go(`join/#${SETUP_SECRET}`)
    await expect.poll(() => clerk.page.url()).toBe(`${site.url}/en/desk/join/`)
    await expect.poll(() => clerk.page.locator('[data-if="set-up"]').isVisible()).toBe(true)
    await clerk.page.locator('#name').fill('Ida Holm')
    await clerk.page.locator('button[type="submit"]').click()
    await clerk.page.waitForURL(`${site.url}/en/desk/`)
    await deskReady(clerk.page)
    await expect
      .poll(() => clerk.page.locator('[data-signed-in]').innerText())
      .toContain('Ida Holm')
    await expect.poll(() => clerk.page.locator('.rounds > li').count()).toBe(2)
    await expect
      .poll(() => clerk.page.locator('.rounds').innerText())
      .toContain('Voting is open until')
    expect(sent.join(' ')).not.toContain(SETUP_SECRET)
    expect(seen).toEqual({ elsewhere: [], errors: [] })
    const [cookie] = await clerk.context.cookies()
    expect(cookie).toMatchObject({
      ...{ name: '__Host-desk', path: '/', httpOnly: true, secure: true, sameSite: 'Strict' },
    })
    expect(await clerk.page.evaluate('document.cookie')).toBe('')
    const row = clerk.page.locator('.rounds > li').filter({ hasText: 'Voting is open until' })
    await row.getByRole('link', { name: 'Go to: Voting day' }).click()
    await clerk.page.waitForURL(`**/en/desk/voting/#${OPEN_ROUND}`)
    await expect.poll(() => clerk.page.locator('#voting-round').inputValue()).toBe(OPEN_ROUND)
  })

  test('takes the set-up secret once', async () => {
    const other = await aPerson()
    await other.go(`join/#${SETUP_SECRET}`)
    expect(await told(other.page)).toContain('The set-up was done already')
    await other.context.close()
  })

  test('lets a clerk invite a teller, who joins once', async () => {
    const link = await inviteToDesk(clerk, 'Bo Lind')
    expect(link).toMatch(new RegExp(`^${site.url}/en/desk/join/#[A-Za-z0-9_-]{32}$`))
    await expect
      .poll(() => clerk.page.locator('[data-list="invitations"]').innerText())
      .toContain('Bo Lind')
    const secret = secretOf(link)
    teller = await aPerson('da')
    await joinDesk(teller, secret)
    await expect.poll(() => teller.page.url()).toBe(`${site.url}/da/desk/voting/`)
    await expect
      .poll(() => teller.page.locator('[data-signed-in]').innerText())
      .toContain('Bo Lind')
    const other = await aPerson()
    await other.go(`join/#${secret}`)
    expect(await told(other.page)).toContain('This invitation does not work')
    await other.context.close()
  })

  test('refuses a teller what is a clerk’s, also past the pages', async () => {
    const rooms = teller.page.locator('.site-header nav a:visible')
    await expect
      .poll(() => rooms.allInnerTexts())
      .toEqual(['Valgdag', 'Papir', 'Mine adgangsnøgler'])
    await teller.go('people/')
    expect(await told(teller.page)).toContain('Kun en sagsbehandler kan gøre dette')
    const status = await teller.page.evaluate(
      `fetch('/api/desk/show-people', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ input: {} }) }).then(({ status }) => status)`,
    )
    expect(status).toBe(403)
  })

  test('lets a person add a second passkey, sign out, and come back to the room that was asked for', async () => {
    await teller.go('me/')
    await teller.device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'usb', hasResidentKey: true },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      },
    })
    await teller.page.locator('[data-act="add"]').click()
    await teller.page.locator('[data-done]:not(:empty)').waitFor()
    await expect.poll(() => teller.page.locator('[data-list="passkeys"] li').count()).toBe(2)
    await teller.page.locator('[data-sign-out]').click()
    await teller.page.waitForURL('**/da/desk/sign-in/')
    await teller.page.goto(`${site.url}/da/desk/me/`)
    await teller.page.waitForURL('**/da/desk/sign-in/#me')
    await deskReady(teller.page)
    await teller.page.locator('[data-act="sign-in"]').click()
    await teller.page.waitForURL(`${site.url}/da/desk/me/`)
    await deskReady(teller.page)
  })

  test('lets a person take one passkey away, and keeps the last', async () => {
    const passkeys = teller.page.locator('[data-list="passkeys"] li')
    const accept = (dialog: Dialog) => {
      expect(dialog.message()).toContain('Ingen kan logge ind med den mere')
      void dialog.accept()
    }
    teller.page.on('dialog', accept)
    await passkeys.first().getByRole('button').click()
    await expect.poll(() => passkeys.count()).toBe(1)
    await expect
      .poll(() => teller.page.locator('[data-done]').innerText())
      .toBe('Adgangsnøglen er taget væk.')
    await passkeys.first().getByRole('button').click()
    await expect.poll(() => told(teller.page)).toContain('Der skal være én adgangsnøgle')
    teller.page.off('dialog', accept)
    await clerk.go('people/')
    await expect.poll(() => clerk.page.locator('[data-list="passkeys"] li').count()).toBe(2)
  })

  test('says so when an answer never comes, and takes nothing for done', async () => {
    await teller.page.route('**/api/desk/show-me', (route) => route.abort())
    await teller.go('me/')
    expect(await told(teller.page)).toContain('Vi ved ikke, om det blev gjort')
    await expect.poll(() => teller.page.locator('[data-inside]').isVisible()).toBe(false)
    await teller.page.unroute('**/api/desk/show-me')
  })

  test('has no fault for those who do not see it, and fits 320 px', async () => {
    for (const room of ['', 'people/', 'log/', 'me/']) {
      await clerk.page.setViewportSize({ width: 1024, height: 768 })
      await clerk.go(room)
      expect(await axeViolations(clerk.page), room).toEqual([])
      await clerk.page.setViewportSize({ width: 320, height: 640 })
      expect(await overflow(clerk.page), room).toBe(0)
    }
    const { page, go, context } = await aPerson('de')
    for (const door of ['sign-in/', 'join/']) {
      await go(door)
      expect(await axeViolations(page), door).toEqual([])
    }
    await context.close()
    await clerk.page.setViewportSize({ width: 1024, height: 768 })
  })

  test('renames a person and changes a role, after its consequence was said', async () => {
    await clerk.go('people/')
    await forgetPasskeys(site)
    const { page } = clerk
    await page.getByRole('button', { name: 'Change Bo Lind' }).click()
    expect(await axeViolations(page)).toEqual([])
    await page.locator('#change-name').fill('')
    await page.getByRole('button', { name: 'Keep the change' }).click()
    await expect
      .poll(() => page.locator('#change-name').getAttribute('aria-invalid'))
      .not.toBe(null)
    await page.locator('#change-name').fill('Bodil Lind')
    await page.getByRole('button', { name: 'Keep the change' }).click()
    await expect.poll(() => page.locator('[data-done]').innerText()).toBe('Bodil Lind was changed.')
    await page.getByRole('button', { name: 'Change Bodil Lind' }).click()
    await page.locator('[name="new-role"][value="clerk"]').check()
    const asked = new Promise<string>((done) => {
      page.once('dialog', (dialog) => {
        done(dialog.message())
        void dialog.dismiss()
      })
    })
    await page.getByRole('button', { name: 'Keep the change' }).click()
    expect(await asked).toContain('Bodil Lind will be: Clerk.')
    await page.locator('#change-name').fill('Bo Lind')
    await page.locator('[name="new-role"][value="teller"]').check()
    await page.getByRole('button', { name: 'Keep the change' }).click()
    await expect.poll(() => page.locator('[data-done]').innerText()).toBe('Bo Lind was changed.')
    await expect.poll(() => page.locator('[data-if="changing"]').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Change Ida' }).click()
    await page.locator('[name="new-role"][value="teller"]').check()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Keep the change' }).click()
    await expect
      .poll(() => page.locator('[data-told]').innerText())
      .toContain('This is the only clerk.')
  })

  test('ends what a removed person was doing at once, after the passkey was asked for again', async () => {
    await teller.go('me/')
    await clerk.go('people/')
    await forgetPasskeys(site)
    const asked = clerk.page.waitForRequest('**/api/desk/finish-confirm')
    clerk.page.once('dialog', (dialog) => void dialog.accept())
    await clerk.page.getByRole('button', { name: 'Remove Bo Lind' }).click()
    await clerk.page.locator('[data-done]:not(:empty)').waitFor()
    await expect
      .poll(() => clerk.page.locator('[data-done]').innerText())
      .toBe('Bo Lind was removed.')
    await asked
    await teller.page.reload()
    await teller.page.waitForURL('**/da/desk/sign-in/#me')
    await deskReady(teller.page)
    await teller.page.locator('[data-act="sign-in"]').click()
    await teller.page.locator('[data-told] h2').waitFor()
    expect(await told(teller.page)).toContain('Denne adgangsnøgle er ukendt her')
  })

  test('keeps all of it in the log, and nothing of a name', async () => {
    await clerk.go('log/')
    const done = async () => {
      const rows = await clerk.page.locator('[data-list="entries"] tr').allInnerTexts()
      return rows.map((row) => row.split('\t')[2]?.trim())
    }
    await expect
      .poll(done)
      .toEqual([
        ...[
          'Removed a person',
          'Changed a person',
          'Changed a person',
          'Took a passkey away',
          'Signed in',
          'Added a passkey',
          'Took a place at the desk',
        ],
        ...['Made an invitation', 'Took a place at the desk'],
      ])
    await expect
      .poll(() => clerk.page.locator('[data-fill="whole"]').innerText())
      .toMatch(/^9 entries/)
    const kept = await site.ports.desk.list('log:-', Date.now())
    expect(kept).toHaveLength(9)
    expect(JSON.stringify(kept)).not.toMatch(/Ida|Bo/)
    await clerk.page.locator('#log-round').selectOption(OPEN_ROUND)
    await clerk.page.locator('button[type="submit"]').click()
    await clerk.page.locator('[data-if="empty"]:visible').waitFor()
  })

  test('tells in the log what was refused, and why', async () => {
    const { page } = clerk
    const sent = { language: 'en', input: { round: OPEN_ROUND } }
    const status = await page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json' }
      const said = await fetch('/api/desk/resume-voting', {
        ...{ method: 'POST', headers, body: JSON.stringify(body) },
      })
      return said.status
    }, sent)
    expect(status).toBe(409)
    await page.locator('button[type="submit"]').click()
    const about = async () => {
      const rows = await page.locator('[data-list="entries"] tr').allInnerTexts()
      return rows.map((row) => row.split('\t').slice(2).join(' | ').trim())
    }
    await expect
      .poll(about)
      .toEqual([
        'Not done: “Resumed voting” | This cannot be done now',
        'Tried: “Resumed voting” |',
      ])
  })
})

test('without script the desk says one clear sentence', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}/nl/desk/`)
  await expect
    .poll(() => page.locator('main').innerText())
    .toContain('De balie heeft JavaScript nodig')
  const headers = (await page.request.get(`${site.url}/nl/desk/people/`)).headers()
  expect(headers['cache-control']).toBe('no-store')
  await expect
    .poll(() => page.locator('meta[name="robots"]').getAttribute('content'))
    .toBe('noindex')
  await context.close()
})

test.each(['en', 'de'])(
  'the handbook in %s needs no sign-in, and fits a phone',
  async (language) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
    await page.goto(`${site.url}/${language}/desk/handbook/`)
    await expect.poll(() => page.locator('.handbook img').count()).toBeGreaterThan(5)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.close()
  },
)
