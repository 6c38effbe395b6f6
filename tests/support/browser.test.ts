/**
 * Proves that the tests' browser draws text, keeps the same-origin rule and stays off the network.
 * Talks to: the browser itself and a server on loopback.
 * Invariant: were the package's own flags used after all, one of these tests would fail.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Browser, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

let browser: Browser
let port: number
const server = createServer((request, response) => response.end(`Hello ${request.headers.host}`))

beforeAll(async () => {
  server.listen(0)
  await once(server, 'listening')
  port = Number(Object(server.address()).port)
  // Two at once, as two workers would on a machine where nothing is unpacked yet.
  const [first, second] = await Promise.all([openBrowser(), openBrowser()])
  await second.close()
  browser = first
}, 120_000)

afterAll(async () => {
  await browser.close()
  server.close()
})

test('text is drawn, in bold wider than in regular, and a picture is taken', async () => {
  const page = await browser.newPage()
  await page.goto('data:text/html;charset=utf-8,<span>Træer på ĳ €</span><br><b>Træer på ĳ €</b>')
  const widthOf = (tag: string) =>
    page.locator(tag).evaluate((node) => node.getBoundingClientRect().width)
  expect(await widthOf('span')).toBeGreaterThan(50)
  expect(await widthOf('b')).toBeGreaterThan(await widthOf('span'))
  const picture = await page.screenshot()
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  await page.close()
})

test('another origin cannot be read, and localhost is a secure context', async () => {
  const page = await browser.newPage()
  await page.goto(`http://localhost:${port}/`)
  const read = (url: string) =>
    fetch(url)
      .then((answer) => answer.text())
      .catch(() => 'refused')
  expect(await page.evaluate(read, `http://localhost:${port}/`)).toContain('Hello')
  expect(await page.evaluate(read, `http://127.0.0.1:${port}/`)).toBe('refused')
  expect(await page.evaluate(() => window.isSecureContext)).toBe(true)
  await page.close()
})

test('no name outside this machine is resolved', async () => {
  const page = await browser.newPage()
  await expect(page.goto('https://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
  await page.close()
})

test('a press waits for the script of the page that a link led to', async () => {
  const page = await browser.newPage()
  await page.route('**/start', (route) => answer(route, '<a href="/late">On</a>'))
  await page.route('**/late', (route) => answer(route, LATE))
  await page.goto(`http://localhost:${port}/start`)
  await page.getByRole('link').click()
  await page.getByRole('button').click()
  expect(await page.title()).toBe('pressed')
  await page.close()
})

/** A page whose script runs half a second after it came. */
const LATE = `<button>Press</button><script nomodule src="/never.js"></script><script>
  setTimeout(() => {
    document.querySelector('button').onclick = () => (document.title = 'pressed')
    document.querySelector('[nomodule]').remove()
  }, 500)
</script>`

const answer = (route: Route, body: string) => route.fulfill({ contentType: 'text/html', body })
