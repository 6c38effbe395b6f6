import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../src/commands/open-browser.ts'
import { deskPages, kioskPages, proposePages } from '../../src/commands/desk-page-types.ts'
import { pageTypes, type PageType } from '../../src/commands/page-types.ts'
import { LOOKS, takePictures, type Look } from '../../src/commands/take-pictures.ts'
import { LANGUAGES } from '../../src/domain/council.ts'

let browser: Browser
let folder: string
const asked: string[] = []

/** The height stands in the address; a red bar follows the reader to the foot, beside a picture far down. */
const server = createServer(({ url = '' }, response) => {
  asked.push(url)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  const tall = `<p style="height:${url.slice(1)}px;margin:0">Tall`
  const bar = '<div style="position:sticky;bottom:0;height:40px;background:red">Bar</div>'
  const far = '<img src="/far.png" width="10" height="10" alt="" loading="lazy">'
  response.end(`<!doctype html><title>Tall</title><body style="margin:0">${tall}${bar}${far}`)
})

beforeAll(async () => {
  server.listen(0)
  await once(server, 'listening')
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'pictures-'))
})

afterAll(async () => {
  await browser.close()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

/** Width and height of a PNG stand behind its first 16 bytes. */
async function sizeOf(file: string) {
  const bytes = await readFile(file)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

function take(look: Look, pages: readonly PageType[]): Promise<readonly string[]> {
  const siteUrl = `http://localhost:${Object(server.address()).port}`
  return takePictures(browser, { siteUrl, look, folder, takeCode: () => '', pages })
}

const DESKTOP = LOOKS.find(({ name }) => name === 'desktop')!

/** Whether the picture is red at a height. */
async function isRed(file: string, top: number): Promise<boolean> {
  const spot = sharp(file).extract({ left: 600, top, width: 1, height: 1 }).removeAlpha()
  const [red = 0, green = 0] = await spot.raw().toBuffer()
  return red > 200 && green < 50
}

describe('takePictures', () => {
  test.each(LOOKS)('takes the whole page: $name', async (look) => {
    let reached = ''
    const reach = async () => void (reached = look.name)
    const pages = [{ name: 'a tall page', path: '/3000', reach }]
    const files = await take(look, pages)
    expect(files).toEqual([join(folder, `a-tall-page-${look.name}.png`)])
    const { width, height } = await sizeOf(files[0] ?? '')
    expect(width).toBe(look.width)
    expect(height).toBeGreaterThan(3000)
    expect(reached).toBe(look.name)
  })

  test('shows what follows a reader where it belongs, and the pictures further down', async () => {
    asked.length = 0
    const [file = ''] = await take(DESKTOP, [{ name: 'a bar', path: '/3000' }])
    expect(await isRed(file, 880)).toBe(false)
    expect(await isRed(file, 3020)).toBe(true)
    expect(asked).toContain('/far.png')
  })

  test('waits until a page is painted, however large it is', async () => {
    const pages = Array.from({ length: 6 }, (_, at) => ({ name: `large ${at}`, path: '/14000' }))
    expect(await take(DESKTOP, pages)).toHaveLength(6)
  })
})

describe('pageTypes', () => {
  test.each(LANGUAGES)('names no page twice: %s', (language) => {
    const others = [proposePages, kioskPages, deskPages].flatMap((pages) => pages(language))
    const names = [...pageTypes(language), ...others].map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
