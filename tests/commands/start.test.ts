/**
 * `npm start` as a newcomer runs it: in a fresh clone, with what it prints as the only thing that is known.
 *
 * Talks to a copy of this folder, a process of its own and Chromium. Invariant: nothing of the running example is
 * asked for or set past its output; it ends by the key that ends it for a person.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROJECT_DIR } from '../../src/commands/host/project.ts'
import { openBrowser } from '../support/browser.ts'
import { aDeskVisitor, deskReady } from '../support/desk-browser.ts'

let clone: string
let browser: Browser
let started: ChildProcess
let output = ''

beforeAll(async () => {
  clone = await mkdtemp(join(tmpdir(), 'fresh-clone-'))
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const files = execFileSync('git', listed, { cwd: PROJECT_DIR, encoding: 'utf8' })
  const folders = new Set(
    files
      .split('\0')
      .filter(Boolean)
      .map((file) => file.split('/')[0] ?? ''),
  )
  for (const folder of folders)
    await cp(join(PROJECT_DIR, folder), join(clone, folder), { recursive: true })
  await symlink(join(PROJECT_DIR, 'node_modules'), join(clone, 'node_modules'))
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  started.kill('SIGINT')
  if (started.exitCode === null) await once(started, 'exit')
  await browser.close()
  await rm(clone, { recursive: true, force: true })
})

/** A port that nobody has now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Starts it, and waits until it says the last thing that it has to say. */
async function start(): Promise<void> {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, HOME, NODE_COMPILE_CACHE, PORT: String(await freePort()) }
  const command = ['--disable-warning=ExperimentalWarning', 'src/commands/start.ts']
  started = spawn(process.execPath, command, { cwd: clone, env })
  for (const stream of [started.stdout, started.stderr])
    stream?.on('data', (text) => (output += String(text)))
  await expect
    .poll(() => started.exitCode !== null || output.includes('/desk/join/#'), { timeout: 170_000 })
    .toBe(true)
}

test('prints a link that makes the first clerk, once', { timeout: 240_000 }, async () => {
  await start()
  const [invitation = output] =
    /http:\/\/localhost:\d+\/en\/desk\/join\/#[\w-]{32}/.exec(output) ?? []
  const url = new URL(invitation).origin
  const clerk = await aDeskVisitor(browser, { url })
  await clerk.page.goto(invitation)
  await deskReady(clerk.page)
  await clerk.page.locator('#name').fill('Ida Holm')
  await clerk.page.locator('button[type="submit"]').click()
  await clerk.page.locator('[data-signed-in]:visible').waitFor()
  await deskReady(clerk.page)
  await expect.poll(() => clerk.page.locator('[data-fill="my-name"]').innerText()).toBe('Ida Holm')
  await clerk.go('people/')
  await expect
    .poll(() => clerk.page.locator('[data-list="people"]').innerText())
    .toContain('Ida Holm')
  const second = await aDeskVisitor(browser, { url })
  await second.page.goto(invitation)
  await deskReady(second.page)
  await expect
    .poll(() => second.page.locator('[data-told]').innerText())
    .toContain('This link works once, and it was used.')
})

test('prints a voting code that the vote takes', async () => {
  const [, vote = '', code = ''] = /Vote +(\S+)[\s\S]+?works once:\s+(\S.*)/.exec(output) ?? []
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${vote}#${code.replaceAll(/[^0-9A-Z]/g, '')}`)
  await page.locator('input[name=choices]').first().check()
  await page.getByRole('button', { name: 'Check my ballot' }).click()
  await page.getByRole('button', { name: 'Put my ballot in the box' }).click()
  await page.getByRole('heading', { name: 'Your ballot is in the box' }).waitFor()
})
