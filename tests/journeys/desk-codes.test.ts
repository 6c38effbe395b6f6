import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Download, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parseLines } from '../../src/domain/csv.ts'
import { RoundIdSchema } from '../../src/domain/id.ts'
import { readTyped, TokenSchema } from '../../src/domain/token.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { openRound } from '../../src/service/open-round.ts'
import { reissueToken } from '../../src/service/reissue-token.ts'
import { parseSerial } from '../../src/domain/serial.ts'
import { openBrowser } from '../support/browser.ts'
import { aVisitor, DESK_SETTINGS } from '../support/desk-visit.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { codesOnSheets } from '../support/pdf-sheets.ts'
import { readQr } from '../support/read-qr.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const SITE = 'https://tranebro.example'
const ROOM = `/en/desk/codes/${OPEN_ROUND}/`
const round = v.parse(RoundIdSchema, OPEN_ROUND)

let site: RunningSite
let browser: Browser
let signIn: ReturnType<typeof aVisitor>
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, siteUrl: SITE, settings: DESK_SETTINGS }),
    openBrowser(),
  ])
  signIn = aVisitor(site.url)
})

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

/** The room, as a clerk sees it who signed in; printing is noted, because nobody is there to press the button. */
async function openRoom(path = ROOM): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1024, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  contexts.push(context)
  const page = await context.newPage()
  await signIn(page)
  await page.addInitScript(() => {
    window.print = () => void (document.documentElement.dataset['printed'] = 'yes')
  })
  await page.goto(site.url + path)
  await page.locator('[data-made]').waitFor()
  return page
}

const issued = async () => Object.fromEntries((await site.ports.box.counts(round)).issued)
const live = async () => (await issued())['live:all'] ?? 0
const make = (page: Page) => page.getByRole('button', { name: 'Make the codes' }).click()
const ready = (page: Page, text: string) => page.getByRole('heading', { name: text }).waitFor()
const trouble = (page: Page) => page.locator('[data-trouble]')

async function order(page: Page, letters: number, reserve?: number): Promise<void> {
  await page.locator('#live-all').fill(String(letters))
  if (reserve !== undefined) await page.locator('#reserve-all').fill(String(reserve))
  await make(page)
}

async function print(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.locator('html[data-printed]').waitFor()
}

/** Presses the end, and answers what was asked before the codes are forgotten. */
async function finish(page: Page, isSure = true): Promise<string> {
  const asked = new Promise<string>((done) => {
    page.once('dialog', (dialog) => {
      done(dialog.message())
      void (isSure ? dialog.accept() : dialog.dismiss())
    })
  })
  await page.getByRole('button', { name: 'I have printed or saved them' }).click()
  return asked
}

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download]: [Download, void] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  return { name: download.suggestedFilename(), text }
}

/** Cells of a table with commas, as an English spreadsheet reads it. */
function cellsOf(text: string): readonly (readonly string[])[] {
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text).not.toContain(';')
  return parseLines(text.replaceAll(',', ';')).map(({ cells }) => cells)
}

/** Whatever of the page could keep a code when its paper is printed. */
async function keptOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const caches = 'caches' in window ? await window.caches.keys() : []
    return [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((field) =>
        Reflect.get(field, 'value'),
      ),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(databases),
      JSON.stringify(caches),
      JSON.stringify(history.state),
      document.cookie,
      location.href,
    ].join('\n')
  })
}

/** Every text that the page's memory holds. */
async function memoryOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot')
  await session.detach()
  return chunks.join('')
}

/** What a camera reads on a sheet. */
async function qrOnSheet(page: Page, at: number): Promise<string | undefined> {
  return readQr(await page.locator('.letter-sheets .letter-qr svg').nth(at).screenshot())
}

const castWith = async (token: string) =>
  castBallot(site.ports, {
    roundId: OPEN_ROUND,
    token: v.parse(TokenSchema, token),
    nonce: Uint8Array.from(randomBytes(16)),
    choices: v.parse(v.any(), ['lit-path']),
    ballotDigest: (await site.ports.content.round(OPEN_ROUND))?.digest ?? '',
    channel: 'online',
  })

describe('an order that does not come through', () => {
  test('leaves nothing where the browser is closed while marks are on their way', async () => {
    const page = await openRoom()
    let asked = 0
    await page.route('**/api/desk/draft-codes', async (route) => {
      if (++asked < 2) return route.fallback()
      await new Promise(() => {})
    })
    await order(page, 1100)
    await expect.poll(() => asked).toBe(2)
    await page.context().close()
    expect(await issued()).toEqual({})
    expect(await site.ports.box.marks(round)).toEqual([])
    const again = await openRoom()
    await expect
      .poll(() => again.locator('[data-pool-row] [data-fill="live"]').textContent())
      .toBe('0')
    await expect.poll(() => again.locator('#live-all').inputValue()).toBe('')
  })

  test('leaves nothing where all marks have arrived, and the clerk leaves without a letter', async () => {
    const page = await openRoom()
    await order(page, 3, 0)
    await ready(page, '3 codes are ready')
    const asked = page.waitForEvent('dialog')
    const left = page.goto(`${site.url}/en/`)
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.accept()
    await left
    expect(await issued()).toEqual({})
  })

  test('says that the connection is gone, and goes on where it stopped', async () => {
    const page = await openRoom()
    const sizes: number[] = []
    let isDown = false
    await page.route('**/api/desk/draft-codes', async (route) => {
      if (isDown) return route.abort('connectionreset')
      sizes.push(route.request().postData()?.split('"serial"').length ?? 0)
      isDown = true
      return route.fallback()
    })
    await order(page, 700, 0)
    await trouble(page).getByText('no code can vote yet').waitFor({ timeout: 30_000 })
    await expect
      .poll(() => page.locator('[data-doing]').textContent())
      .toBe('500 of 700 registered')
    const bar = page.getByRole('progressbar', { name: 'The codes are being made' })
    await expect
      .poll(() => bar.evaluate((each: HTMLProgressElement) => [each.value, each.max]))
      .toEqual([500, 700])
    expect(await issued()).toEqual({})
    await page.unroute('**/api/desk/draft-codes')
    await page.getByRole('button', { name: 'Go on' }).click()
    await ready(page, '700 codes are ready')
    expect(sizes).toEqual([501])
    expect(await issued()).toEqual({})
  })

  test('prints nothing where the connection goes as the letters are taken', async () => {
    const before = await live()
    const page = await openRoom()
    await order(page, 2, 0)
    await ready(page, '2 codes are ready')
    // It arrives; its answer gets lost.
    await page.route('**/api/desk/activate-codes', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Print sheets 1 to 2' }).click()
    await page.getByText('no letter was printed').waitFor({ timeout: 30_000 })
    await expect.poll(() => page.locator('html[data-printed]').count()).toBe(0)
    await expect.poll(() => page.locator('.letter-sheets > *').count()).toBe(0)
    await page.unroute('**/api/desk/activate-codes')
    await print(page, 'Print sheets 1 to 2')
    await expect.poll(() => page.locator('.letter-sheets > .letter').count()).toBe(2)
    expect(await live()).toBe(before + 2)
  })

  test('is printed to its end where the connection goes in the middle', async () => {
    const page = await openRoom()
    await order(page, 260, 0)
    await ready(page, '260 codes are ready')
    await print(page, 'Print sheets 1 to 250')
    await page.context().setOffline(true)
    await page.evaluate(() => delete document.documentElement.dataset['printed'])
    await print(page, 'Print sheets 251 to 260')
    const sheets = page.locator('.letter-sheets > .letter')
    await expect.poll(() => sheets.count()).toBe(10)
    const broken = await page
      .locator('.letter-sheets img')
      .evaluateAll((all) => all.filter((each) => Reflect.get(each, 'naturalWidth') === 0).length)
    expect(broken).toBe(0)
    const { text } = await saved(page, 'Save the table with codes')
    await page.emulateMedia({ media: 'print' })
    expect(await qrOnSheet(page, 9)).toBe(cellsOf(text)[260]?.[2])
    await page.emulateMedia({ media: null })
    await finish(page)
    await ready(page, 'The codes are forgotten here')
    await page.context().setOffline(false)
  })

  test('is never begun where a number is none', async () => {
    const page = await openRoom()
    await order(page, 0, 0)
    await page.locator('.error-summary').getByText('Write how many letters you want.').waitFor()
    await page.locator('#live-all').fill('a lot')
    await make(page)
    await page.locator('.error-summary').getByText('Write a whole number').waitFor()
    await page.locator('#live-all').fill('20001')
    await make(page)
    await page.locator('.error-summary').getByText('Make at most 20,000').waitFor()
  })
})

describe('a list of addresses', () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1')
  const choose = async (page: Page, buffer: Buffer, name = 'list.csv') => {
    await page.getByLabel('I have a list of addresses').check()
    await page.locator('#addresses').setInputFiles({ name, mimeType: 'text/csv', buffer })
  }

  test('becomes letters, and is in no request', async () => {
    const page = await openRoom()
    const sent: string[] = []
    page.on('request', (request) => {
      sent.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`)
    })
    const rows = [
      'Fornavn;Efternavn;Vejnavn;Husnr;Postnr;By',
      'Åse;Bølgemark;Søndergade;1, 2. tv;8000;Aarhus C',
      '=2+3;Formelsen;Nygade;4;8000;Aarhus C',
      'Ib;<b>Dahl</b>;Vestergade;5;8000;Aarhus C',
    ]
    await order(page, 0, 0)
    await expect.poll(() => page.locator('#live-all[aria-invalid]').count()).toBe(1)
    await choose(page, latin1(rows.join('\r\n')))
    await page.locator('[data-list-told]').getByText('3 addresses.').waitFor()
    await expect.poll(() => page.locator('[aria-invalid], .error-summary').count()).toBe(0)
    const first = await page.locator('[data-first-address]').textContent()
    expect(first).toBe('Åse Bølgemark\nSøndergade 1, 2. tv\n8000 Aarhus C')
    await expect.poll(() => page.locator('#live-all').inputValue()).toBe('3')
    await make(page)
    await ready(page, '8 codes are ready')
    await print(page, 'Print sheets 1 to 8')
    const letters = page.locator('.letter-sheets > .letter')
    await expect
      .poll(() => letters.nth(0).locator('.letter-address').textContent())
      .toContain('Åse Bølgemark')
    await expect
      .poll(() => letters.nth(2).locator('.letter-address').textContent())
      .toContain('<b>Dahl</b>')
    await expect.poll(() => letters.nth(3).locator('.letter-address').textContent()).toBe('')
    const codes = await saved(page, 'Save the table with codes')
    expect(codes.name).toBe(`voting-codes-${OPEN_ROUND}.csv`)
    expect(codes.text).toContain(`'=2+3 Formelsen`)
    const office = await saved(page, 'Save the list without codes')
    expect(office.text).toContain('Åse Bølgemark')
    const wire = decodeURIComponent(sent.join('\n').replaceAll('%', '%25'))
    expect(sent.some((text) => text.includes('activate-codes'))).toBe(true)
    for (const word of ['Bølgemark', 'Formelsen', 'Dahl', 'ndergade', 'Vestergade', 'Aarhus'])
      expect(wire).not.toContain(word)
    expect(await keptOf(page)).toContain('Bølgemark')
    await finish(page)
    await ready(page, 'The codes are forgotten here')
    for (const word of ['Bølgemark', 'Formelsen', 'Vestergade'])
      expect(await keptOf(page)).not.toContain(word)
  })

  test.each([
    ['another separator', 'Navn|Vej|By\nA|B|C', 'We found only one column'],
    ['no rows', 'Navn;Vej;By\n', 'There is no address in this file'],
    ['a workbook', 'PK\u0003\u0004rest', 'the file of a spreadsheet program'],
    ['an open quote', 'Navn;Vej;By\n"A;B;C\n', 'In row 2 a quotation mark'],
    ['a missing column', 'Navn;Vej\nA;B\n', 'Choose the column for: Town.'],
    ['empty cells', 'Navn;Vej;By\nA;B;C\nD;;F\n', '“Street” is empty in row 3.'],
  ])('with %s gets a sentence, and no code is made', async (_, text, said) => {
    const page = await openRoom()
    await choose(page, latin1(text))
    await page.getByText(said).first().waitFor()
    await make(page)
    await page.locator('.error-summary').getByText(said).waitFor()
    await expect.poll(() => page.locator('[data-step="making"]').isVisible()).toBe(false)
  })

  test('with columns of other names is read when the clerk says which is which', async () => {
    const page = await openRoom()
    await choose(page, latin1('Hvem\tHvor\tSted\nA Person\tB 1\tC\n'))
    await page.getByText('Choose the column for').first().waitFor()
    await page.locator('#column-name').selectOption({ label: 'Hvem' })
    await page.locator('#column-street').selectOption({ label: 'Hvor' })
    await page.locator('#column-town').selectOption({ label: 'Sted' })
    await page.getByText('One address.').waitFor()
    await expect
      .poll(() => page.locator('[data-first-address]').textContent())
      .toBe('A Person\nB 1\nC')
  })

  test('of 5,000 rows becomes 5,250 letters, in parts that a printer takes', async () => {
    const before = await live()
    const page = await openRoom()
    const rows = Array.from({ length: 5000 }, (_, at) => `Person ${at},Road ${at},1000,Town`)
    await choose(page, Buffer.from(['Name,Street,Postcode,Town', ...rows].join('\n')))
    await page.locator('[data-list-told]').getByText('5,000 addresses.').waitFor()
    await make(page)
    await page.getByRole('heading', { name: '5,250 codes are ready' }).waitFor({ timeout: 90_000 })
    await expect.poll(() => page.getByRole('button', { name: /^Print sheets/ }).count()).toBe(21)
    await print(page, 'Print sheets 251 to 500')
    const letters = page.locator('.letter-sheets > .letter')
    await expect.poll(() => letters.count()).toBe(250)
    await expect
      .poll(() => letters.first().locator('.letter-address').textContent())
      .toContain('Person 250')
    await expect
      .poll(() => letters.first().locator('.letter-foot').textContent())
      .toContain('Sheet 251 of 5250')
    // One part is not all of them.
    const finish = page.getByRole('button', { name: 'I have printed or saved them' })
    await expect.poll(() => finish.isDisabled()).toBe(true)
    await page.getByLabel('All sheets at once').check()
    await page.getByRole('button', { name: 'Print sheets 1 to 5,250' }).waitFor()
    await saved(page, 'Save the table with codes')
    await expect.poll(() => finish.isDisabled()).toBe(false)
    expect(await live()).toBe(before + 5000)
  })

  test('of 5,000 rows can be pasted from a spreadsheet, in the place of a file', async () => {
    const page = await openRoom()
    await choose(page, Buffer.from('Name,Street,Town\nFrom a file,Road 1,Town\n'))
    await page.getByText('One address.').waitFor()
    const rows = Array.from({ length: 5000 }, (_, at) => `Person ${at}\t"Road ${at}, left"\tTown`)
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      ['Name\tStreet\tTown', ...rows].join('\r\n'),
    )
    await page.getByLabel('Or paste the rows of your spreadsheet').focus()
    await page.keyboard.press('Control+V')
    await page.locator('[data-list-told]').getByText('5,000 addresses.').waitFor()
    await expect.poll(() => page.locator('#addresses').inputValue()).toBe('')
    await expect.poll(() => page.locator('#live-all').inputValue()).toBe('5000')
    await expect
      .poll(() => page.locator('[data-first-address]').textContent())
      .toBe('Person 0\nRoad 0, left\nTown')
    await page.getByLabel('Or paste the rows of your spreadsheet').fill('one word')
    await page.locator('#addresses-error').getByText('We found only one column').waitFor()
    await page.getByLabel('Or paste the rows of your spreadsheet').fill('')
    await make(page)
    await page.locator('.error-summary').getByText('Choose the file with your list').waitFor()
    await page.reload()
    await expect.poll(() => page.locator('#pasted').inputValue()).toBe('')
  })
})

describe('the room', () => {
  test.each([
    ['en', 1024],
    ['de', 320],
  ])('in %s at %d pixels is free of barriers in each of its steps', async (language, width) => {
    const page = await openRoom(`/${language}/desk/codes/${OPEN_ROUND}/`)
    await page.setViewportSize({ width, height: 900 })
    const look = async () => {
      expect(await axeViolations(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
    }
    await look()
    await page.locator('[name="who"][value="list"]').check()
    const buffer = Buffer.from('Navn;Vej;By\nA;B;C\n')
    await page.locator('#addresses').setInputFiles({ name: 'l.csv', mimeType: 'text/csv', buffer })
    await page.locator('#column-name').waitFor()
    await look()
    await page.locator('form[data-order] button[type="submit"]').click()
    await page.locator('[data-step="ready"]:visible').waitFor()
    await look()
    await page.locator('[data-parts] button').first().click()
    await page.locator('html[data-printed]').waitFor()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.locator('[data-action="finish"]:enabled').click()
    await page.locator('[data-step="done"]:visible').waitFor()
    await look()
  })
})

describe('forty codes', () => {
  let codes: { serial: string; code: string; link: string }[] = []

  test('are made, printed on A4, and read back by a camera', async () => {
    const before = await issued()
    const page = await openRoom()
    await page.locator('#second').selectOption('da')
    await order(page, 40)
    await ready(page, '45 codes are ready')
    const finish = page.getByRole('button', { name: 'I have printed or saved them' })
    await saved(page, 'Save the list without codes')
    await expect.poll(() => finish.isDisabled()).toBe(true)
    await print(page, 'Print sheets 1 to 45')
    await page.getByText('went to the print window').waitFor()
    await expect.poll(() => finish.isDisabled()).toBe(false)
    const foot = (at: number) => page.locator('.letter-sheets .letter-foot').nth(at).textContent()
    await expect.poll(() => foot(39)).not.toContain('Reserve')
    await expect.poll(() => foot(40)).toContain('Reserve')
    const after = await issued()
    expect(after['live:all']).toBe((before['live:all'] ?? 0) + 40)
    expect(after['reserve:all']).toBe((before['reserve:all'] ?? 0) + 5)
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
      'latin1',
    )
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(45)
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
    expect(boxes.length).toBeGreaterThan(0)
    for (const [, width, height] of boxes) {
      expect(Math.abs(Number(width) - 595.28)).toBeLessThan(1)
      expect(Math.abs(Number(height) - 841.89)).toBeLessThan(1)
    }
    const { text } = await saved(page, 'Save the table with codes')
    const [head, ...rows] = cellsOf(text)
    expect(head?.slice(0, 3)).toEqual(['Letter', 'Code', 'Link'])
    codes = rows.map(([serial = '', code = '', link = '']) => ({ serial, code, link }))
    expect(codes).toHaveLength(45)
    await page.emulateMedia({ media: 'print' })
    for (const at of [0, 7, 44]) {
      const sheet = page.locator('.letter-sheets > .letter').nth(at)
      expect(await qrOnSheet(page, at)).toBe(codes[at]?.link)
      await expect.poll(() => sheet.locator('.letter-token').textContent()).toBe(codes[at]?.code)
      await expect
        .poll(() => sheet.locator('.letter-foot').textContent())
        .toContain(codes[at]?.serial)
    }
    expect(codes[0]?.link).toBe(
      `${SITE}/rounds/${OPEN_ROUND}/vote/#${readTyped(codes[0]?.code ?? '')}`,
    )
  })

  test('of three hundred letters go to a print house as one PDF, one letter a sheet', async () => {
    const page = await openRoom()
    await order(page, 300, 0)
    await ready(page, '300 codes are ready')
    await page.getByLabel('All sheets at once, for one PDF').check()
    await print(page, 'Print sheets 1 to 300')
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const { text } = await saved(page, 'Save the table with codes')
    const links = cellsOf(text)
      .slice(1)
      .map(([, , link]) => link)
    expect(links).toHaveLength(300)
    expect(codesOnSheets(pdf)).toEqual(links)
  })

  test('stand on the sheets where the window of an envelope is, and nothing is cut off', async () => {
    const page = await openRoom()
    await page.locator('#second').selectOption('de')
    await order(page, 1, 0)
    await ready(page, 'One code is ready')
    await print(page, 'Print the sheet')
    await page.emulateMedia({ media: 'print' })
    const places = await page.locator('.letter-sheets > .letter').evaluate((sheet) => {
      const mm = sheet.getBoundingClientRect().width / 210
      const of = (selector: string) => {
        const box = sheet.querySelector(selector)!.getBoundingClientRect()
        const from = sheet.getBoundingClientRect()
        const [left, top] = [(box.left - from.left) / mm, (box.top - from.top) / mm]
        return { left, top, right: left + box.width / mm, bottom: top + box.height / mm }
      }
      return {
        window: of('.letter-window'),
        code: of('.letter-code'),
        token: of('.letter-token'),
        texts: of('.letter-texts'),
        foot: of('.letter-foot'),
      }
    })
    expect(places.window.left).toBeCloseTo(20, 0)
    expect(places.window.top).toBeCloseTo(45, 0)
    expect(places.window.bottom).toBeCloseTo(90, 0)
    // Behind the first fold: neither the window nor a sheet that slips in it shows the code.
    expect(places.code.top).toBeGreaterThan(105)
    expect(places.token.right).toBeLessThan(places.code.right)
    expect(places.texts.bottom).toBeLessThan(places.foot.top)
  })

  test('are forgotten when the clerk has them, and by every way out of the page', async () => {
    const page = await openRoom()
    const holds = async (code: string) => {
      const kept = await keptOf(page)
      return kept.includes(code) || kept.includes(readTyped(code))
    }
    const makeOne = async () => {
      await order(page, 1, 0)
      await ready(page, 'One code is ready')
      await print(page, 'Print the sheet')
      return (await page.locator('.letter-sheets .letter-token').textContent()) ?? ''
    }
    const first = await makeOne()
    expect(await holds(first)).toBe(true)
    await finish(page, false)
    expect(await holds(first)).toBe(true)
    expect(await finish(page)).toContain('Forget the one code? Nobody can print it')
    await ready(page, 'The codes are forgotten here')
    expect(await holds(first)).toBe(false)
    await page.goto(`${site.url}/en/`)
    await page.goBack()
    await page.locator('[data-made]').waitFor()
    expect(await holds(first)).toBe(false)

    const second = await makeOne()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.goto(`${site.url}/en/`)
    await page.goBack()
    await page.locator('[data-made]').waitFor()
    expect(await holds(second)).toBe(false)

    const third = await makeOne()
    // As a browser does that keeps the whole page for "back".
    await page.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    })
    expect(await holds(third)).toBe(false)
    await page.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    })
    await expect.poll(() => page.locator('#live-all').isVisible()).toBe(true)
    expect(await holds(third)).toBe(false)
  })

  test('are in no corner of the page’s memory when the clerk has them', async () => {
    const page = await openRoom()
    await order(page, 1, 0)
    await ready(page, 'One code is ready')
    const { text } = await saved(page, 'Save the table with codes')
    const [, , link = ''] = cellsOf(text)[1] ?? []
    const letters = link.split('#')[1] ?? ''
    expect(letters).toHaveLength(16)
    expect((await memoryOf(page)).includes(letters)).toBe(true)
    await finish(page)
    await ready(page, 'The codes are forgotten here')
    expect((await memoryOf(page)).includes(letters)).toBe(false)
  })

  test('on cards stand ten on a sheet', async () => {
    const page = await openRoom()
    await page.getByLabel(/^Cards/).check()
    await order(page, 13, 2)
    await ready(page, '15 codes are ready')
    await print(page, 'Print sheets 1 to 3')
    const sheets = page.locator('.letter-sheets .card-sheet')
    const cards = (at: number) => sheets.nth(at).locator('.code-card')
    await expect.poll(() => cards(0).count()).toBe(10)
    await expect.poll(() => cards(1).count()).toBe(3)
    await expect.poll(() => cards(2).count()).toBe(2)
    await expect.poll(() => sheets.nth(1).textContent()).not.toContain('Reserve')
    for (const at of [0, 1])
      await expect.poll(() => cards(2).nth(at).textContent()).toContain('Reserve')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(3)
    const { text } = await saved(page, 'Save the table with codes')
    await page.emulateMedia({ media: 'print' })
    expect(await qrOnSheet(page, 12)).toBe(cellsOf(text)[13]?.[2])
  })

  test('vote when voting opens, the reserve only in the place of another, and none is added', async () => {
    expect(await openRound(site.ports, OPEN_ROUND)).toMatchObject({ ok: true })
    const [used, lost, reserve] = [codes[0]!, codes[1]!, codes[44]!]
    expect(await castWith(used.code)).toMatchObject({ ok: true })
    expect(await castWith(reserve.code)).toMatchObject({ error: { code: 'token-unknown' } })
    const page = await openRoom()
    await page.getByText('no code can be added any more').waitFor()
    await expect.poll(() => page.locator('form[data-order]').isVisible()).toBe(false)
    const looked = [
      [used, 'has voted'],
      [reserve, 'lies in the reserve'],
      [lost, 'Nobody has voted with letter'],
    ] as const
    for (const [{ serial }, said] of looked) {
      await page.getByLabel('Number of the lost letter').fill(serial.toLowerCase())
      await page.getByRole('button', { name: 'Look whether it has voted' }).click()
      await page.locator('[data-told]', { hasText: said }).waitFor()
    }
    const log = await site.ports.desk.list(`log:${OPEN_ROUND}`, Date.now())
    const looks = log.filter(({ text }) => text.includes('"action":"look-up-letter"'))
    expect(looks.map(({ text }) => text).join()).toContain(lost.serial.toLowerCase())
    expect(looks).toHaveLength(3)
    await page.getByLabel('Number of the reserve letter').fill(reserve.serial)
    const question = new Promise<string>((done) => {
      page.once('dialog', (dialog) => {
        done(dialog.message())
        void dialog.accept()
      })
    })
    await page.getByRole('button', { name: 'Replace the letter' }).click()
    expect(await question).toContain(`The code of ${lost.serial} stops working at once.`)
    await page.getByText(`Letter ${reserve.serial} can vote now`).waitFor()
    expect(await castWith(lost.code)).toMatchObject({ error: { code: 'token-revoked' } })
    expect(await castWith(reserve.code)).toMatchObject({ ok: true })
    await page.getByLabel('Number of the lost letter').fill('nonsense')
    await page.getByRole('button', { name: 'Replace the letter' }).click()
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2)
    const again = {
      roundId: OPEN_ROUND,
      lost: parseSerial(lost.serial)!,
      reserve: parseSerial(reserve.serial)!,
    }
    expect(await reissueToken(site.ports, again)).toMatchObject({
      error: { code: 'serial-not-live' },
    })
    for (const [{ serial }, said] of [
      [used, `Letter ${used.serial} has voted. Nothing was changed.`],
      [lost, `Letter ${lost.serial} was replaced before. Nothing was changed.`],
    ] as const) {
      page.once('dialog', (dialog) => void dialog.accept())
      await page.getByLabel('Number of the lost letter').fill(serial)
      await page.getByLabel('Number of the reserve letter').fill(reserve.serial)
      await page.getByRole('button', { name: 'Replace the letter' }).click()
      await expect.poll(() => page.locator('.error-summary').innerText()).toContain(said)
    }
  })
})
