import { createPublicKey, randomBytes, verify } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CLOSING_GRACE_SECONDS } from '../../src/domain/box-state.ts'
import { fromBase64url, toBase64url } from '../../src/domain/encoding.ts'
import { RoundIdSchema } from '../../src/domain/id.ts'
import { OpeningRecordSchema } from '../../src/domain/opening-record.ts'
import { receiptMessage } from '../../src/domain/receipt.ts'
import { makeToken, printToken } from '../../src/domain/token.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { openBrowser } from '../support/browser.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
const contexts: BrowserContext[] = []
const round = v.parse(RoundIdSchema, OPEN_ROUND)

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite({ letters: 12 }), openBrowser()])
})

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

async function openPage(path: string, script = true): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width: 390, height: 844 },
  })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}

const vote = `/en/rounds/${OPEN_ROUND}/vote/`
const code = (index: number) => printToken(site.letters[index]!.token)
const box = (page: Page, id: string) => page.locator(`input[name=choices][value="${id}"]`)

async function receiptOn(page: Page) {
  await page.getByRole('heading', { name: 'Your ballot is in the box' }).waitFor()
  await page.getByText('Proof for the case that my').click()
  const text = async (name: string) =>
    ((await page.locator(`[data-fill=${name}]`).textContent()) ?? '').trim()
  return {
    receipt: (await text('receipt')).replaceAll(/\s/g, ''),
    signature: await text('signature'),
    board: await text('board'),
  }
}

/** Checks a receipt as a stranger would: by the key in the opening record on the board. */
async function isSigned({
  receipt,
  signature,
}: {
  receipt: string
  signature: string
}): Promise<boolean> {
  const head = await site.ports.publisher.head('board')
  const text = await site.ports.publisher.read(head ?? '', `rounds/${OPEN_ROUND}/0.json`)
  const { signKey } = v.parse(v.pipe(v.string(), v.parseJson(), OpeningRecordSchema), text)
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: signKey }, format: 'jwk' })
  return verify(null, receiptMessage(OPEN_ROUND, receipt), key, fromBase64url(signature))
}

const recorded = async () => (await site.ports.box.counts(round)).recorded.get('online:all') ?? 0

describe('voting with script', () => {
  test('from the letter’s QR code to a signed receipt', async () => {
    const page = await openPage(`/rounds/${OPEN_ROUND}/vote/#${site.letters[0]?.token}`)
    await expect.poll(() => page.url()).toBe(site.url + vote)
    await expect.poll(() => page.locator('#token').inputValue()).toBe(code(0))
    await box(page, 'lit-path').check()
    await box(page, 'repair-cafe').check()
    await page.getByRole('button', { name: 'Check my ballot' }).click()
    expect(await recorded()).toBe(0)
    await page.getByRole('button', { name: 'Put my ballot in the box' }).click()
    const receipt = await receiptOn(page)
    await page.getByText('The signature is the council’s.').waitFor()
    expect(receipt.receipt).toMatch(/^[0-9A-Z]{16}$/)
    expect(receipt.board).toMatch(/^0:[0-9a-f]{8}$/)
    expect(await isSigned(receipt)).toBe(true)
    expect(
      await isSigned({
        ...receipt,
        receipt: receipt.receipt.replace(/.$/, (last) => (last === 'Z' ? 'Y' : 'Z')),
      }),
    ).toBe(false)
    expect(await recorded()).toBe(1)
  })

  test('tells a used code apart, and keeps the choices', async () => {
    const page = await openPage(vote)
    await page.locator('#token').fill(code(0).toLowerCase())
    await box(page, 'cargo-bike').check()
    await page.getByRole('button', { name: 'Check my ballot' }).click()
    await page.getByRole('button', { name: 'Put my ballot in the box' }).click()
    await page.getByRole('heading', { name: 'This code has already voted' }).waitFor()
    await expect.poll(() => box(page, 'cargo-bike').isChecked()).toBe(true)
    expect(await recorded()).toBe(1)
  })

  test('finds a typing slip and too much money before anything is sent', async () => {
    const page = await openPage(vote)
    const sent: string[] = []
    page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())))
    await page
      .locator('#token')
      .fill(code(1).replace(/^./, (letter) => (letter === '7' ? '8' : '7')))
    for (const id of [
      'movement-park',
      'lit-path',
      'hill-benches',
      'cargo-bike',
      'growing',
      'garden-beds',
      'old-buildings-signs',
    ])
      if (await box(page, id).count()) await box(page, id).check()
    await page.getByRole('button', { name: 'Check my ballot' }).click()
    const summary = page.locator('.error-summary')
    await summary.waitFor()
    expect(await summary.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await expect.poll(() => summary.locator('li').count()).toBe(2)
    expect(sent).toEqual([])
  })

  test('leads back to the choices by one press, whatever links of the page were followed', async () => {
    const page = await openPage(vote)
    const press = (name: string) => page.getByRole('button', { name }).click()
    await box(page, 'lit-path').check()
    await page.locator('#token').fill('abc')
    await press('Check my ballot')
    await page.locator('.error-summary a').click()
    await page.locator('#token').fill(printToken(makeToken(Uint8Array.from(randomBytes(10)))))
    await press('Check my ballot')
    await press('Put my ballot in the box')
    await page.locator('.error-summary').waitFor()
    await page.locator('#token').fill('abc')
    await press('Put my ballot in the box')
    await page.locator('.error-summary a').click()
    await expect.poll(() => new URL(page.url()).hash).toBe('#token')
    await press('Change my choices')
    await page.getByRole('heading', { name: 'What should be done?' }).waitFor()
    await expect.poll(() => page.locator('#ballot :focus').count()).toBe(1)
    await expect.poll(() => box(page, 'lit-path').isChecked()).toBe(true)
  })

  test('says that nothing is confirmed where the connection breaks, locks the choices, and tells the truth on the retry', async () => {
    const page = await openPage(vote)
    const before = await recorded()
    await page.locator('#token').fill(code(2))
    await box(page, 'play-patrol').check()
    await page.getByRole('button', { name: 'Check my ballot' }).click()
    // The ballot arrives; its answer gets lost.
    await page.route('**/api/**', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Put my ballot in the box' }).click()
    await page.getByRole('button', { name: 'Send it again' }).waitFor()
    await expect
      .poll(() => page.getByRole('button', { name: 'Change my choices' }).isVisible())
      .toBe(false)
    expect(await recorded()).toBe(before + 1)
    await page.reload()
    await page.getByRole('button', { name: 'Send it again' }).waitFor()
    await page.unroute('**/api/**')
    if (await page.locator('#token').isVisible()) await page.locator('#token').fill(code(2))
    await page.getByRole('button', { name: 'Send it again' }).click()
    expect(await isSigned(await receiptOn(page))).toBe(true)
    expect(await recorded()).toBe(before + 1)
  })
})

/** Chooses, checks and sends with a code, by the buttons. */
async function send(page: Page, typed: string, choice: string): Promise<void> {
  await page.locator('#token').fill(typed)
  await box(page, choice).check()
  await page.getByRole('button', { name: 'Check my ballot' }).click()
  await page.getByRole('button', { name: 'Put my ballot in the box' }).click()
}

const ticked = (page: Page) => page.locator('input[name=choices]:checked').count()

describe('a ballot that waits, and another code', () => {
  const again = (page: Page) => page.getByRole('button', { name: 'Send it again' })

  test('is never cast twice: a second person on the same page starts afresh', async () => {
    const page = await openPage(vote)
    const before = await recorded()
    await page.route('**/api/**', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await send(page, code(5), 'lit-path')
    await again(page).waitFor()
    await page.unroute('**/api/**')
    await page.reload()
    await page.locator('#token').fill(code(6))
    await again(page).click()
    const summary = page.locator('.error-summary')
    await summary.getByText('arrived with another code').waitFor()
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await expect.poll(() => again(page).isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Start afresh' }).click()
    expect(await ticked(page)).toBe(0)
    await expect.poll(() => page.locator('#token').inputValue()).toBe('')
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    expect(await recorded()).toBe(before + 1)
    await send(page, code(6), 'repair-cafe')
    expect(await isSigned(await receiptOn(page))).toBe(true)
    expect(await recorded()).toBe(before + 2)
  })

  test('stays locked after a refusal, and is taken in with its own code', async () => {
    const page = await openPage(vote)
    const before = await recorded()
    await page.route('**/api/**', (route) => route.abort('connectionreset'))
    await send(page, code(8), 'lit-path')
    await again(page).waitFor()
    await page.unroute('**/api/**')
    // The code is not kept.
    await page.reload()
    for (const other of [printToken(makeToken(new Uint8Array(10).fill(9))), code(0)]) {
      await page.locator('#token').fill(other)
      await again(page).click()
      await page.getByText('Whether the first ballot arrived is not known yet').waitFor()
      await expect
        .poll(() => page.getByRole('button', { name: 'Put my ballot in the box' }).isVisible())
        .toBe(false)
      await expect
        .poll(() => page.getByRole('button', { name: 'Change my choices' }).isVisible())
        .toBe(false)
    }
    await page.locator('#token').fill(code(8))
    await again(page).click()
    expect(await isSigned(await receiptOn(page))).toBe(true)
    expect(await recorded()).toBe(before + 1)
  })
})

describe('the next person at the same screen', () => {
  test('finds nothing of the ballot that was cast', async () => {
    const page = await openPage(vote)
    await send(page, code(9), 'lit-path')
    await receiptOn(page)
    await page.goBack()
    await page.getByRole('heading', { name: 'What should be done?' }).waitFor()
    expect(await ticked(page)).toBe(0)
    await expect.poll(() => page.locator('#token').inputValue()).toBe('')
    await expect.poll(() => page.getByText('Nothing chosen yet').isVisible()).toBe(true)
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    await page.locator('#token').fill(code(7))
    await page.getByRole('button', { name: 'Check my ballot' }).click()
    await page.getByRole('button', { name: 'Hand in a blank ballot' }).waitFor()
    await expect.poll(() => page.locator('[data-choice]:visible').count()).toBe(0)
  })
})

describe('a page that the browser shows again', () => {
  test('has the choices that were kept, and neither code nor ticks that the browser put back', async () => {
    const page = await openPage(vote)
    await box(page, 'lit-path').check()
    await page.evaluate(() => {
      const fields = document.querySelectorAll<HTMLInputElement>('#token, #choices input')
      for (const field of fields) field.checked = true
      for (const field of fields) if (field.id === 'token') field.value = 'A CODE'
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    })
    expect(await ticked(page)).toBe(1)
    await expect.poll(() => box(page, 'lit-path').isChecked()).toBe(true)
    await expect.poll(() => page.locator('#token').inputValue()).toBe('')
  })
})

describe('a letter that is scanned', () => {
  const scan = (page: Page, fragment: string) =>
    page.evaluate((hash) => void (location.hash = hash), fragment)

  test('while the page is open replaces the code, and what the first person chose', async () => {
    const page = await openPage(`${vote}#${site.letters[6]?.token}`)
    await box(page, 'lit-path').check()
    await page.getByRole('button', { name: 'Check my ballot' }).click()
    await scan(page, site.letters[7]?.token ?? '')
    await expect.poll(() => page.locator('#token').inputValue()).toBe(code(7))
    await expect.poll(() => page.url()).toBe(site.url + vote)
    expect(await ticked(page)).toBe(0)
    await expect
      .poll(() => page.getByRole('heading', { name: 'What should be done?' }).isVisible())
      .toBe(true)
  })

  test('keeps the choices of a person who scans after choosing', async () => {
    const page = await openPage(vote)
    await box(page, 'lit-path').check()
    await scan(page, site.letters[7]?.token ?? '')
    await expect.poll(() => page.locator('#token').inputValue()).toBe(code(7))
    expect(await ticked(page)).toBe(1)
  })

  test('is never passed over in silence where its code does not fit', async () => {
    const page = await openPage(vote)
    await scan(page, 'ABCD')
    await page.locator('#token-error').getByText('this one has 4').waitFor()
    await expect.poll(() => page.url()).toBe(site.url + vote)
  })

  test('a code with a broken % leaves the address, and is read', async () => {
    const page = await openPage(`${vote}#${site.letters[7]?.token}%E0%A4`)
    await expect.poll(() => page.url()).toBe(site.url + vote)
    await expect.poll(() => page.locator('#token').inputValue()).toBe(code(7))
  })
})

describe('outside the time of voting', () => {
  const check = (page: Page) => page.getByRole('button', { name: 'Check my ballot' })

  test.each([
    ['before', -40, 'Voting opens'],
    ['after', 40, 'Voting ended'],
  ])('%s it, the page says when, and a wrong clock keeps nobody away', async (_, days, said) => {
    const page = await openPage('/en/')
    await page.clock.setFixedTime(Date.now() + days * 86_400_000)
    await page.goto(site.url + vote)
    await page.locator('.notice:visible', { hasText: said }).waitFor()
    await expect.poll(() => page.locator('#token').isVisible()).toBe(false)
    await expect.poll(() => check(page).isVisible()).toBe(false)
    await page.getByRole('link', { name: 'Vote all the same' }).click()
    expect(await page.locator('#token').evaluate((field) => field === document.activeElement)).toBe(
      true,
    )
    await expect.poll(() => check(page).isVisible()).toBe(true)
  })

  test('everything stays where there is no script, with the dates', async () => {
    const page = await openPage(vote, false)
    await expect.poll(() => check(page).isVisible()).toBe(true)
    await expect.poll(() => page.locator('.badge:visible').textContent()).toContain('Voting')
    await expect.poll(() => page.getByRole('link', { name: 'Vote all the same' }).count()).toBe(0)
  })
})

describe('a receipt in an address', () => {
  const success = (page: Page) => page.getByRole('heading', { name: 'Your ballot is in the box' })
  const address = async (receipt: string, signed = receipt) => {
    const signature = await site.ports.keys.sign(round, receiptMessage(round, signed))
    const parts = { R: receipt, s: toBase64url(signature), b: '0:0a1b2c3d' }
    return `/en/rounds/${OPEN_ROUND}/receipt/#${new URLSearchParams(parts).toString()}`
  }

  test('is shown as checked where the council signed it', async () => {
    const page = await openPage(await address('0123456789ABCDEF'))
    await page.getByText('The signature is the council’s.').waitFor()
    await expect.poll(() => success(page).isVisible()).toBe(true)
    await expect.poll(() => page.locator('.receipt-code').textContent()).toBe('0123 4567 89AB CDEF')
  })

  test.each([
    ['with another signature', () => address('0123456789ABCDEF', 'FEDCBA9876543210')],
    ['made up', async () => `/en/rounds/${OPEN_ROUND}/receipt/#R=AAAABBBBCCCCDDDD&s=x&b=Hello`],
    ['of the wrong length', () => address('ABC')],
  ])('is no success %s', async (_, forged) => {
    const page = await openPage(await forged())
    await page.getByRole('heading', { name: 'The council did not sign this receipt' }).waitFor()
    await expect.poll(() => success(page).isVisible()).toBe(false)
    await expect.poll(() => page.locator('.receipt-code').isVisible()).toBe(false)
  })

  test('is called not checked where the key cannot be had', async () => {
    const page = await openPage('/en/')
    await page.route('**/opening', (route) => route.abort())
    await page.goto(site.url + (await address('0123456789ABCDEF')))
    await page.getByText('We could not check the signature here').waitFor()
    await expect.poll(() => success(page).isVisible()).toBe(false)
    await expect.poll(() => page.locator('.receipt-code').isVisible()).toBe(true)
    await expect
      .poll(() => page.getByText('It shows that your ballot was taken in').isVisible())
      .toBe(false)
  })
})

describe('voting without script', () => {
  test('checks the answers first, then casts; sending the same page again gives the same receipt', async () => {
    const before = await recorded()
    const page = await openPage(`/da/rounds/${OPEN_ROUND}/vote/`, false)
    await page.locator('#token').fill(code(3))
    await box(page, 'stairwell-choir').check()
    await box(page, 'lit-path').check()
    await page.locator('form#ballot button').click()
    expect(await recorded()).toBe(before)
    await expect.poll(() => page.locator('[data-choice]').count()).toBe(2)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('da')
    await page.locator('form[data-cast] button').first().click()
    const first = await page.locator('[data-fill=receipt]').textContent()
    expect(first).toMatch(/[0-9A-Z]{4}/)
    await page.reload()
    await expect.poll(() => page.locator('[data-fill=receipt]').textContent()).toBe(first)
    expect(await recorded()).toBe(before + 1)
  })

  test('gives back everything typed where something is wrong', async () => {
    const page = await openPage(vote, false)
    await page.locator('#token').fill('not a code')
    await box(page, 'lit-path').check()
    await page.locator('form#ballot button').click()
    await page.locator('.error-summary').waitFor()
    await expect.poll(() => page.locator('#token').inputValue()).toBe('not a code')
    await expect.poll(() => box(page, 'lit-path').isChecked()).toBe(true)
    await expect.poll(() => page.locator('#token').getAttribute('aria-invalid')).toBe('true')
    await expect.poll(() => page.locator('#token-error').innerText()).toContain('this one has 8')
    const heading = await page.locator('.error-summary h2').innerText()
    expect(await page.title()).toMatch(new RegExp(`^${heading} – `))
  })

  test('names a blank ballot on its button, and has the full text of each proposal', async () => {
    const page = await openPage(vote, false)
    await page.locator('.ballot summary').first().click()
    await expect
      .poll(() => page.locator('.ballot details[open] .prose p').first().isVisible())
      .toBe(true)
    await page.locator('#token').fill(code(4))
    await page.locator('form#ballot button').click()
    await page.getByRole('button', { name: 'Hand in a blank ballot' }).waitFor()
    await expect
      .poll(() => page.getByRole('button', { name: 'Put my ballot in the box' }).count())
      .toBe(0)
    await expect.poll(() => page.getByRole('button', { name: 'Start afresh' }).count()).toBe(0)
  })

  test('leads back to the choices from the check', async () => {
    const page = await openPage(vote, false)
    await page.locator('#token').fill(code(4))
    await box(page, 'lit-path').check()
    await page.locator('form#ballot button').click()
    await page.getByRole('button', { name: 'Change my choices' }).click()
    await expect.poll(() => box(page, 'lit-path').isChecked()).toBe(true)
    await expect.poll(() => page.locator('#token').inputValue()).toBe(code(4))
  })
})

describe('after the end of voting', () => {
  test('the round closes by its dates, and names the winners without a restart once it is certified', async () => {
    const meta = await site.ports.box.meta(round)
    const clock = { now: () => (meta?.closesAt ?? 0) + (CLOSING_GRACE_SECONDS + 1) * 1000 }
    const steps = await advanceRounds({ ...site.ports, clock })
    expect(steps.map(({ step, result }) => [step, result.ok])).toEqual([
      ['close', true],
      ['seal', true],
    ])
    const head = () => site.ports.publisher.head('content')
    const before = await head()
    await site.host.runSchedule('publish-results')
    expect(await head()).toBe(before)
    expect(await publishResult(site.ports, round, 'final')).toMatchObject({ ok: true })
    await site.rebuild()
    const page = await openPage(`/en/rounds/${OPEN_ROUND}/result/`)
    await expect
      .poll(() => page.locator('h1').textContent())
      .toContain('Four proposals get the money')
    const lines = await page.getByRole('row').filter({ hasText: 'Funded' }).allTextContents()
    expect(lines.join()).toContain('Light on the path to the hall')
    expect(lines.filter((line) => line.includes('Not funded')).join()).toContain('A cargo bike')
  })
})
