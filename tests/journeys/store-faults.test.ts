import type { Browser, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRedis, type RedisServer } from '../../src/commands/redis/redis-server.ts'
import { startBridge, type Bridge } from '../../src/commands/redis/upstash-bridge.ts'
import { RoundIdSchema } from '../../src/domain/id.ts'
import { printToken } from '../../src/domain/token.ts'
import { openBrowser } from '../support/browser.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let redis: RedisServer
let bridge: Bridge
let site: RunningSite
let browser: Browser
const round = v.parse(RoundIdSchema, OPEN_ROUND)

beforeAll(async () => {
  redis = await startRedis()
  bridge = await startBridge({ redisPort: redis.port, token: 'a-token' })
  const settings = {
    STORE: 'redis',
    UPSTASH_REDIS_REST_URL: bridge.url,
    UPSTASH_REDIS_REST_TOKEN: 'a-token',
  }
  ;[site, browser] = await Promise.all([startSite({ letters: 4, settings }), openBrowser()])
})

afterAll(async () => {
  await browser.close()
  await site.close()
  await bridge.stop()
  await redis.stop()
})

const isCast = ([name]: readonly string[]) => name === 'EVAL'
const recorded = async () => (await site.ports.box.counts(round)).recorded.get('online:all') ?? 0

/** Fills the form without script, up to the page that asks to check the answers. */
async function toCheck(letter: number): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}/en/rounds/${OPEN_ROUND}/vote/`)
  await page.locator('#token').fill(printToken(site.letters[letter]!.token))
  await page.locator('input[value="lit-path"]').check()
  await page.locator('form#ballot button').click()
  return page
}

async function send(page: Page, button: string): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.url().includes('/ballots')),
    page.getByRole('button', { name: button }).click(),
  ])
  return response.status()
}

describe('a voter without script, while the store fails', () => {
  test('is told the truth where the answer of the store gets lost, and is counted once', async () => {
    const page = await toCheck(0)
    bridge.faults.next({ match: isCast, kind: 'drop-after-apply' })
    expect(await send(page, 'Put my ballot in the box')).toBe(503)
    expect(bridge.faults.fired).toHaveLength(1)
    await expect.poll(() => page.locator('main').innerText()).toContain('We do not know yet')
    await expect.poll(() => page.getByRole('button', { name: 'Change my choices' }).count()).toBe(0)
    expect(await recorded()).toBe(1)
    expect(await send(page, 'Send it again')).toBe(201)
    await expect.poll(() => page.locator('h1').innerText()).toBe('Your ballot is in the box')
    expect(await recorded()).toBe(1)
  })

  test('is told the truth where the store never got it', async () => {
    const page = await toCheck(1)
    bridge.faults.next({ match: isCast, kind: 'drop-before-apply' })
    expect(await send(page, 'Put my ballot in the box')).toBe(503)
    expect(await recorded()).toBe(1)
    expect(await send(page, 'Send it again')).toBe(201)
    expect(await recorded()).toBe(2)
  })

  test('is never shown a success where the store answers with nonsense', async () => {
    const page = await toCheck(2)
    bridge.faults.next({ match: isCast, kind: 'null' })
    expect(await send(page, 'Put my ballot in the box')).toBe(503)
    expect(await send(page, 'Send it again')).toBe(201)
    expect(await recorded()).toBe(3)
  })

  test('gets an honest page where the store is down', async () => {
    const page = await toCheck(3)
    await redis.stop()
    expect(await send(page, 'Put my ballot in the box')).toBe(503)
    const said = await page.locator('main').innerText()
    expect(said).toContain('We do not know yet')
    expect(said).not.toContain('in the box')
    await expect.poll(() => page.locator('[data-choice="lit-path"]').count()).toBe(1)
  })
})
