import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLOSING_GRACE_SECONDS } from '../../src/domain/box-state.ts'
import { makeToken, printToken } from '../../src/domain/token.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { castBallot, type Receipt } from '../../src/service/cast-ballot.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { openBrowser } from '../support/browser.ts'
import { ids } from '../support/builders.ts'
import { HTML_RULES } from '../support/html-rules.ts'
import { axeViolations, overflow, watch } from '../support/page-checks.ts'
import { OPEN_ROUND, PAST_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const LETTERS = 8
const VOTES = 6

let site: RunningSite
let browser: Browser
let copies: string
const receipts: Receipt[] = []

/** The finished round as a result without lists would be published: an older one, or one of sums only. */
async function withoutLists(contentDir: string): Promise<void> {
  const folder = join(contentDir, 'rounds', PAST_ROUND, 'results/1')
  for (const name of ['board.jsonl', 'issued.csv', 'used.txt', 'mark-key.txt'])
    await rm(join(folder, name))
}

/** Six of eight letters vote, and the final result is published by the real code. */
beforeAll(async () => {
  ;[site, browser, copies] = await Promise.all([
    startSite({ letters: LETTERS, prepare: withoutLists }),
    openBrowser(),
    mkdtemp(join(tmpdir(), 'saved-')),
  ])
  const { digest = '' } = (await site.ports.content.round(OPEN_ROUND)) ?? {}
  for (const { token } of site.letters.slice(0, VOTES)) {
    const outcome = await castBallot(site.ports, {
      ...{ roundId: OPEN_ROUND, token, nonce: Uint8Array.from(randomBytes(16)) },
      ...{ choices: ids('lit-path'), ballotDigest: digest, channel: 'online' },
    })
    if (!outcome.ok) expect.fail(outcome.error.code)
    receipts.push(outcome.value)
  }
  await publish()
  await site.rebuild()
})

afterAll(async () => {
  await browser.close()
  await site.close()
  await rm(copies, { recursive: true })
})

/** Closes, seals and certifies the round, at a time after its end. */
async function publish(): Promise<void> {
  const round = (await site.ports.content.round(OPEN_ROUND))?.round
  if (round === undefined) expect.fail('no round')
  const meta = await site.ports.box.meta(round.id)
  const now = (meta?.closesAt ?? 0) + (CLOSING_GRACE_SECONDS + 1) * 1000
  const later = { ...site.ports, clock: { now: () => now } }
  await advanceRounds(later)
  expect(await publishResult(later, round.id, 'final')).toMatchObject({ ok: true })
}

const PAGES = ['find-receipt', 'was-my-code-used', 'check-election'] as const
const pathOf = (name: string, language = 'en', round = OPEN_ROUND) =>
  `/${language}/rounds/${round}/${name}/`

/** Opens a page of its own; the caller closes its context. */
async function open(path: string, given: BrowserContextOptions = {}) {
  const page = await (await browser.newContext(given)).newPage()
  const seen = watch(page, site.url)
  await page.goto(site.url + path)
  return { page, seen }
}

/** The heading that the reader was moved to. */
async function heading(page: Page): Promise<string> {
  const told = page.locator('.told:not([hidden]) h2')
  await told.waitFor()
  expect(await told.evaluate((element) => element === document.activeElement)).toBe(true)
  return told.innerText()
}

async function find(page: Page, text: string): Promise<string> {
  await page.getByLabel('Your receipt').fill(text)
  await page.getByRole('button', { name: 'Find it' }).click()
  return heading(page)
}

async function lookUp(page: Page, text: string): Promise<string> {
  await page.getByLabel('Your voting code').fill(text)
  await page.getByRole('button', { name: 'Look it up' }).click()
  return heading(page)
}

const whole = ({ receipt, signature, board }: Receipt) => `${receipt}\n${signature}\n${board}`
const code = (letter: number) => printToken(site.letters[letter]!.token)

describe.each(PAGES)('the page %s', (name) => {
  test('has nothing that axe objects to, light and dark, wide and narrow', async () => {
    const { page, seen } = await open(pathOf(name))
    await page.locator('form button').click()
    await page.locator('[aria-invalid], .told:not([hidden])').first().waitFor()
    await page.locator('form summary').click()
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 844 })
      expect(await axeViolations(page)).toEqual([])
    }
    expect(seen).toEqual({ elsewhere: [], errors: [] })
    await page.context().close()
  })

  test('fits 320 px and is valid HTML in every language', async () => {
    const { page } = await open(pathOf(name), { viewport: { width: 320, height: 844 } })
    const paths = ['en', 'da', 'nl', 'de'].map((language) => pathOf(name, language))
    for (const path of [...paths, pathOf(name, 'en', PAST_ROUND)]) {
      const html = await (await fetch(site.url + path)).text()
      const report = await new HtmlValidate(HTML_RULES).validateString(html, path)
      expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
      await page.goto(site.url + path)
      expect(await overflow(page), path).toBe(0)
    }
    await page.context().close()
  })

  test('says without script how to do it by hand, and has no field that could send anything', async () => {
    const { page } = await open(pathOf(name), { javaScriptEnabled: false })
    await expect.poll(() => page.locator('form').isVisible()).toBe(false)
    await expect.poll(() => page.locator('.command').innerText()).toContain('npm run -s verify')
    await expect.poll(() => page.locator('[name]:is(input, textarea)').count()).toBe(0)
    await page.context().close()
  })
})

describe('a result without the lists', () => {
  test('is named as one, with no field to type a code in', async () => {
    const { page } = await open(pathOf('was-my-code-used', 'en', PAST_ROUND))
    await expect
      .poll(() => page.locator('.notice h2').innerText())
      .toBe('This cannot be checked for this round')
    await expect.poll(() => page.locator('form, script[defer]').count()).toBe(0)
    await page.context().close()
  })
})

describe('find my receipt', () => {
  test('finds it by keyboard alone, however it is typed', async () => {
    const { page } = await open(pathOf('find-receipt'))
    const { receipt } = receipts[0]!
    await page.getByLabel('Your receipt').focus()
    const typed = receipt.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
    await page.keyboard.type(typed.replace(/(.{4})/g, '$1 '))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await heading(page)).toBe('Your ballot is counted')
    await expect.poll(() => page.locator('[data-fill="entry"]').innerText()).toMatch(/^\d+$/)
    await page.context().close()
  })

  test('checks signature and head of a receipt that was pasted whole', async () => {
    const { page } = await open(pathOf('find-receipt'))
    expect(await find(page, whole(receipts[1]!))).toBe('Your ballot is counted')
    await expect
      .poll(() => page.getByText('The signature is the council’s.').isVisible())
      .toBe(true)
    await expect.poll(() => page.getByText('names is on the public board').isVisible()).toBe(true)
    await find(page, `${receipts[1]!.receipt}\n0:00000000`)
    await expect.poll(() => page.getByText('is not on the published board').isVisible()).toBe(true)
    await page.context().close()
  })

  test('says what a missing receipt means: with the council’s signature it is a proof', async () => {
    const { receipt, signature } = receipts[2]!
    const { page } = await open(pathOf('find-receipt'))
    await page.context().route('**/receipts.csv', async (route) => {
      const text = await (await route.fetch()).text()
      await route.fulfill({ body: text.replace(new RegExp(`${receipt};.*\n`), '') })
    })
    expect(await find(page, receipt)).toBe('This receipt is not in the list')
    expect(await find(page, `${receipt}\n${signature}`)).toBe(
      'This is proof that a ballot was lost',
    )
    expect(await axeViolations(page)).toEqual([])
    expect(await find(page, `${receipt}\n${receipts[3]!.signature}`)).toBe(
      'Not in the list, and not signed by the council',
    )
    await page.evaluate(() => {
      Reflect.set(crypto.subtle, 'importKey', () => Promise.reject(new Error('no Ed25519')))
    })
    expect(await find(page, `${receipt}\n${signature}`)).toBe(
      'Not in the list, and the signature is not checked',
    )
    await page.context().close()
  })

  test('takes over the receipt from the receipt page, which offers to save it', async () => {
    const { receipt, signature, board } = receipts[4]!
    const fragment = new URLSearchParams({ R: receipt, s: signature, b: board }).toString()
    const { page } = await open(`${pathOf('receipt')}#${fragment}`)
    await page.getByText('The signature is the council’s.').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ])
    const saved = await readFile((await download.path()) ?? '', 'utf8')
    await page.getByRole('link', { name: 'Find my receipt' }).click()
    await expect.poll(() => page.getByLabel('Your receipt').inputValue()).toContain(signature)
    await page.getByRole('button', { name: 'Find it' }).click()
    expect(await heading(page)).toBe('Your ballot is counted')
    await page.getByLabel('Your receipt').fill('')
    expect(await find(page, saved)).toBe('Your ballot is counted')
    await expect
      .poll(() => page.getByText('The signature is the council’s.').isVisible())
      .toBe(true)
    await page.context().close()
  })
})

describe('was my code used?', () => {
  test('tells a used code from one that stayed at home, and from one of no letter', async () => {
    const { page } = await open(pathOf('was-my-code-used'))
    expect(await lookUp(page, code(0).toLowerCase())).toBe('A ballot was cast with this code')
    expect(await lookUp(page, code(VOTES))).toBe('Nobody voted with this code')
    const other = printToken(makeToken(Uint8Array.from(randomBytes(10))))
    expect(await lookUp(page, other)).toBe('This code was not issued for this round')
    await page.context().close()
  })

  test('says that a letter of the code is wrong, at the field, before anything is fetched', async () => {
    const { page } = await open(pathOf('was-my-code-used'))
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const wrong = code(0).replace(/.$/, (last) => (last === 'Z' ? 'Y' : 'Z'))
    await page.getByLabel('Your voting code').fill(wrong)
    await page.getByRole('button', { name: 'Look it up' }).click()
    await page.locator('#token-error').waitFor()
    const field = page.getByLabel('Your voting code')
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(asked).toEqual([])
    expect(await lookUp(page, code(0))).toBe('A ballot was cast with this code')
    await expect.poll(() => field.getAttribute('aria-invalid')).toBeNull()
    await page.context().close()
  })
})

describe('check this election', () => {
  const verdicts = (page: Page) =>
    page
      .locator('[data-check]:not([hidden])')
      .evaluateAll((lines) =>
        lines.map(
          (line) => `${line.getAttribute('data-check')} ${line.getAttribute('data-verdict')}`,
        ),
      )
  const press = async (page: Page) => {
    await page.getByRole('button', { name: 'Check everything' }).click()
    return heading(page)
  }

  test('checks a real result in a worker, with a head from a receipt', async () => {
    const { page, seen } = await open(pathOf('check-election'))
    const workers: string[] = []
    page.on('worker', (worker) => workers.push(worker.url()))
    await page.getByLabel('A board entry').fill(receipts[0]!.board)
    // So few ballots stay unpublished; all else holds.
    expect(await press(page)).toBe('What could be checked fits together')
    expect(await verdicts(page)).toEqual([
      ...['board holds', 'head holds', 'paper holds', 'receipts holds', 'issued holds'],
      ...['used holds', 'numbers holds', 'ballots unpublished', 'result holds'],
    ])
    expect(workers).toHaveLength(1)
    expect(await axeViolations(page)).toEqual([])
    expect(seen).toEqual({ elsewhere: [], errors: [] })
    await page.context().close()
  })

  test('names the line that does not hold', async () => {
    const { page } = await open(pathOf('check-election'))
    await page.context().route('**/used.txt', async (route) => {
      const text = await (await route.fetch()).text()
      await route.fulfill({ body: text.replace(/^.*\n/, '') })
    })
    expect(await press(page)).toBe('Something does not fit')
    expect((await verdicts(page)).filter((line) => line.endsWith('differs'))).toEqual([
      'numbers differs',
    ])
    await expect
      .poll(() => page.getByText('No. The numbers are not the same.').isVisible())
      .toBe(true)
    await page.context().close()
  })

  test('is there for an older result too, and says what is not published', async () => {
    const { page } = await open(pathOf('check-election', 'en', PAST_ROUND))
    expect(await press(page)).toBe('What could be checked fits together')
    expect(await verdicts(page)).toContain('board unpublished')
    expect(await verdicts(page)).toContain('result holds')
    await page.context().close()
  })
})

describe('nothing is sent', () => {
  /** Every request from the first letter typed to the end, and what the browser keeps. */
  async function recorded(
    { name, field, button }: { name: string; field: string; button: string },
    text: string,
    plant?: (page: Page) => Promise<void>,
  ) {
    const { page } = await open(pathOf(name))
    await plant?.(page)
    const asked: string[] = []
    page.context().on('request', (request) => {
      asked.push(
        JSON.stringify([
          ...[request.method(), request.url(), request.postData()],
          request.headers(),
        ]),
      )
    })
    await page.getByLabel(field).fill(text)
    await page.getByRole('button', { name: button }).click()
    await heading(page)
    await page.waitForLoadState('networkidle')
    const kept = await page.evaluate(async () => [
      ...[localStorage.length, sessionStorage.length, document.cookie, location.href],
      (await indexedDB.databases()).length,
    ])
    await page.context().close()
    return { asked: asked.toSorted(), kept }
  }

  test.each([
    ['find-receipt', 'Your receipt', 'Find it', () => receipts.slice(0, 2).map(whole)],
    ['was-my-code-used', 'Your voting code', 'Look it up', () => [code(0), code(VOTES)]],
    [
      'check-election',
      'A board entry',
      'Check everything',
      () => [receipts[0]!.board, '7:00000000'],
    ],
  ])(
    'by %s: the same public files for everyone, and nothing is stored',
    async (name, field, button, texts) => {
      const [one, other] = await Promise.all(
        texts().map((text) => recorded({ name, field, button }, text)),
      )
      expect(one?.asked).toEqual(other?.asked)
      expect(one?.asked.length).toBeGreaterThan(0)
      for (const request of one?.asked ?? [])
        expect(request).toMatch(/^\["GET","http:\/\/[^/]+\/(?:data|_astro)\/[^?#"]+",null,/)
      const headers = one?.asked.join('') ?? ''
      expect(headers).not.toMatch(/cookie/i)
      for (const text of texts().join(' ').split(/\s+/)) expect(headers).not.toContain(text)
      expect(one?.kept).toEqual([0, 0, '', site.url + pathOf(name), 0])
    },
  )

  test('a page that did send or keep something would be found', async () => {
    const tool = { name: 'was-my-code-used', field: 'Your voting code', button: 'Look it up' }
    const plant = (page: Page) =>
      page.evaluate(() => {
        document.addEventListener('submit', () => {
          const typed = document.querySelector<HTMLInputElement>('#token')?.value ?? ''
          sessionStorage.setItem('typed', typed)
          void fetch('/favicon.svg', { headers: { 'X-Letters': typed } })
        })
      })
    const [one, other] = await Promise.all(
      [code(0), code(VOTES)].map((text) => recorded(tool, text, plant)),
    )
    expect(one?.asked).not.toEqual(other?.asked)
    expect(one?.kept).not.toEqual([0, 0, '', site.url + pathOf(tool.name), 0])
  })
})

describe('a saved copy', () => {
  /** The page and what a browser saves beside it, with the addresses that it then writes. */
  async function save(name: string): Promise<{ path: string; files: string[] }> {
    const html = await (await fetch(site.url + pathOf(name))).text()
    const scripts = [...html.matchAll(/<script [^>]*src="\/_astro\/([^"]+)"/g)].map(([, at]) => at!)
    expect(scripts).toHaveLength(2)
    for (const script of scripts)
      await writeFile(
        join(copies, script),
        await (await fetch(`${site.url}/_astro/${script}`)).text(),
      )
    const path = join(copies, `${name}.html`)
    await writeFile(path, html.replaceAll(/(<script [^>]*src=")\/_astro\//g, '$1./'))
    const [, base = ''] = /data-base="([^"]+)"/.exec(html) ?? []
    const [, names = ''] = /data-files="([^"]+)"/.exec(html) ?? []
    for (const file of names.split(' '))
      await writeFile(
        join(copies, file),
        new Uint8Array(await (await fetch(site.url + base + file)).arrayBuffer()),
      )
    return { path, files: names.split(' ').map((file) => join(copies, file)) }
  }

  async function openSaved(name: string) {
    const saved = await save(name)
    const page = await (await browser.newContext({ offline: true })).newPage()
    await page.goto(`file://${saved.path}`)
    return { page, files: saved.files }
  }

  const choose = (page: Page, files: string[]) =>
    page.getByLabel('The files that you saved').setInputFiles(files)

  test('finds a receipt in files from the disk, without a network', async () => {
    const { page, files } = await openSaved('find-receipt')
    await page.getByLabel('Your receipt').fill(whole(receipts[0]!))
    await page.getByRole('button', { name: 'Find it' }).click()
    await page.locator('[data-if="lacking"]').waitFor()
    await expect
      .poll(() => page.locator('[data-fill="lacking"]').innerText())
      .toBe('receipts.csv, board.jsonl')
    await choose(page, files)
    expect(await find(page, whole(receipts[0]!))).toBe('Your ballot is counted')
    await expect
      .poll(() => page.getByText('The signature is the council’s.').isVisible())
      .toBe(true)
    await page.context().close()
  })

  test('looks up a code, and checks the election where no worker may be started', async () => {
    const { page, files } = await openSaved('was-my-code-used')
    await choose(page, files)
    expect(await lookUp(page, code(0))).toBe('A ballot was cast with this code')
    await page.context().close()
    const election = await openSaved('check-election')
    await choose(election.page, election.files)
    await election.page.getByRole('button', { name: 'Check everything' }).click()
    expect(await heading(election.page)).toBe('What could be checked fits together')
    await expect
      .poll(() => election.page.locator('[data-check="receipts"]').innerText())
      .toContain('Yes.')
    await election.page.context().close()
  })
})

describe('the scripts', () => {
  test('are a few kilobytes, and load on their own pages only', async () => {
    const sizes = new Map<string, number>()
    const folder = join(process.env['SITE_DIR'] ?? '', '_astro')
    for (const file of await readdir(folder))
      sizes.set(file.replace(/-.{8}\.js$/, ''), gzipSync(await readFile(join(folder, file))).length)
    expect(sizes.get('find-receipt')).toBeLessThan(7_000)
    expect(sizes.get('code-used')).toBeLessThan(6_000)
    expect(sizes.get('check-election')).toBeLessThan(45_000)
    const html = await (await fetch(site.url + pathOf('result'))).text()
    expect(html).not.toMatch(/check-election-\w+\.js/)
    expect(html).toContain(pathOf('check-election'))
  })
})
