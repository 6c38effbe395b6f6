import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../src/commands/open-browser.ts'
import { deskPages, kioskPages, proposePages } from '../../src/commands/desk-page-types.ts'
import { pageTypes } from '../../src/commands/page-types.ts'
import { LOOKS, takePictures } from '../../src/commands/take-pictures.ts'
import { LANGUAGES } from '../../src/domain/council.ts'

let browser: Browser
let folder: string
const server = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end('<!doctype html><title>Tall</title><p style="height:3000px">Tall')
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

describe('takePictures', () => {
  test.each(LOOKS)('takes the whole page: $name', async (look) => {
    const siteUrl = `http://localhost:${Object(server.address()).port}`
    let reached = ''
    const reach = async () => void (reached = look.name)
    const pages = [{ name: 'a tall page', path: '/', reach }]
    const takeCode = () => ''
    const request = { siteUrl, look, folder, takeCode, pages } as const
    const files = await takePictures(browser, request)
    expect(files).toEqual([join(folder, `a-tall-page-${look.name}.png`)])
    const { width, height } = await sizeOf(files[0] ?? '')
    expect(width).toBe(look.width)
    expect(height).toBeGreaterThan(3000)
    expect(reached).toBe(look.name)
  })
})

describe('pageTypes', () => {
  test.each(LANGUAGES)('names no page twice: %s', (language) => {
    const others = [proposePages, kioskPages, deskPages].flatMap((pages) => pages(language))
    const names = [...pageTypes(language), ...others].map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
