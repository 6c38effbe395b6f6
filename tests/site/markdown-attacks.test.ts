import { Marked } from 'marked'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderMarkdown, sanitize } from '../../src/site/markdown.ts'
import { openBrowser } from '../support/browser.ts'
import { openTrial, type Renderer, type Trial } from './attacks/trial.ts'
import { ATTACKS } from './markdown-attacks.ts'

let browser: Browser
let trial: Trial

beforeAll(async () => {
  browser = await openBrowser()
  trial = await openTrial(browser)
})

afterAll(async () => {
  await trial.close()
  await browser.close()
})

const ours: Renderer = {
  render: (text) => renderMarkdown(text, { author: 'resident' }),
  again: (html) => sanitize(html, { author: 'resident' }),
}

/** What a site would have that takes Markdown as its library makes it. */
const weak: Renderer = {
  render: (text) => new Marked({ gfm: true, async: false }).parse(text, { async: false }),
  again: (html) => html,
}

/** What the first of the texts does that does any harm; empty where none does. */
async function firstHarm(renderer: Renderer, texts: readonly string[]): Promise<readonly string[]> {
  for (const text of texts) {
    const findings = await trial.findings(renderer, [text], 'served')
    if (findings.length > 0) return findings
  }
  return []
}

describe.each(ATTACKS)('$name', ({ texts }) => {
  test.each(['served', 'inserted'] as const)('comes out harmless, %s', async (way) => {
    expect(await trial.findings(ours, texts, way)).toEqual([])
  })

  test('does harm where Markdown is taken as its library makes it', async () => {
    expect(await firstHarm(weak, texts)).not.toEqual([])
  })
})

describe('the list of attacks', () => {
  test('has at least 300 cases, none of them twice', () => {
    const texts = ATTACKS.flatMap((each) => each.texts)
    expect(texts.length).toBeGreaterThanOrEqual(300)
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('is tried by what sees a script, a request elsewhere, and a part that was left', async () => {
    const [script = '', picture = '', heading = ''] = [
      '<img src=x onerror=hit()>',
      '<img src=https://elsewhere.example/a>',
      '</div></main><h1>Over</h1>',
    ]
    expect(await trial.findings(weak, [script], 'served')).toContain('script ran')
    expect(await trial.findings(weak, [script], 'inserted')).toContain('script ran')
    expect(await trial.findings(weak, [picture], 'served')).toContain(
      'asked for https://elsewhere.example/a',
    )
    expect(await trial.findings(weak, [heading], 'served')).toContain(
      'a text left all parts of the page',
    )
  })
})
