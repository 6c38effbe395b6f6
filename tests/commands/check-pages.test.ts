import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../src/site/markdown.ts'
import { ATTACKS } from '../site/markdown-attacks.ts'
import { checkPages, openGate, pageFaults } from '../../src/commands/check-pages.ts'

const SITE = 'https://budget.example.org'

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body>${body}</body></html>`

const prose = (html: string, author = 'resident') =>
  page(`<main><div class="prose" data-prose="${author}">${html}<!--/prose--></div></main>`)

/** Passes where the page has exactly one kind of fault, and its sentence has the words. */
function check(html: string, words: string): void {
  const faults = pageFaults(html, SITE)
  expect(faults.join('\n')).toContain(words)
}

describe('pageFaults', () => {
  test('finds none in a page as our templates make it', () => {
    const head =
      '<meta http-equiv="Content-Security-Policy" content="worker-src \'none\'">' +
      `<link rel="alternate" hreflang="da" href="${SITE}/da/"><link rel="stylesheet" href="/a.css">` +
      '<link rel="alternate" hreflang="de" href="https://elsewhere.example/de/">'
    const icon = '<link rel="icon" href="data:image/svg+xml,<svg/>">'
    const body =
      '<a href="#main">On</a><a href="tel:123">Call</a><a href="http://elsewhere.example/">Out</a>' +
      `<img src="/a.png" srcset="/b.png 2x, ${SITE}/c.png 3x" alt=""><form action="/api/a"></form>` +
      '<svg><use href="#shape"></use></svg><script type="module" src="/a.js"></script>'
    expect(pageFaults(page(body, head + icon), SITE)).toEqual([])
  })

  test('finds none in text from content that is as it should be', () => {
    const text =
      '<h2>One</h2><p>a<br><em>b</em> <a href="https://elsewhere.example" rel="nofollow noopener">c</a>' +
      '<a href="/en/" rel="nofollow noopener">d</a></p><ol start="3"><li>e</ol>' +
      '<table><thead><tr><th>f<tbody><tr><td data-align="right">g</table>'
    expect(pageFaults(prose(text), SITE)).toEqual([])
    const links = '<a href="https://elsewhere.example">a</a><a href="mailto:a@example.org">b</a>'
    expect(pageFaults(prose(links, 'council'), SITE)).toEqual([])
  })

  test.each([
    ['<script>a()</script>', '<script> holds script of its own'],
    ['<script src="/a.js">a()</script>', '<script> holds script of its own'],
    ['<noscript><img src="https://elsewhere.example/a"></noscript>', 'asks another host'],
    ['<template><script>a()</script></template>', '<script> holds script of its own'],
    ['<style>a{}</style>', '<style> is not for any page'],
    ['<p style="color:red">a</p>', '<p style="color:red"> is script or style inside the page'],
    ['<p onclick="a()">a</p>', '<p onclick="a()"> is script or style inside the page'],
    ['<svg><a ONCLICK=a()></a></svg>', '<a onclick="a()"> is script or style inside the page'],
    ['<iframe src="/a"></iframe>', '<iframe> is not for any page'],
    ['<object data="/a"></object>', '<object> is not for any page'],
    ['<svg><animate attributeName=href></svg>', '<animate> is not for any page'],
    ['<a href="javascript:a()">a</a>', '<a href="javascript:a()"> leads to an address'],
    ['<a href="java&#9;script:a()">a</a>', 'leads to an address that is none'],
    ['<a href="data:text/html,a">a</a>', 'leads to an address that is none'],
    [
      '<img src="https://elsewhere.example/a" alt="">',
      '<img src="https://elsewhere.example/a"> asks',
    ],
    ['<img src="//elsewhere.example/a" alt="">', 'asks another host'],
    ['<img src="/&#9;/elsewhere.example/a" alt="">', 'asks another host'],
    ['<img src="/\\elsewhere.example/a" alt="">', 'asks another host'],
    ['<img src="/a" srcset="/b 1x, https://elsewhere.example/c 2x" alt="">', '<img srcset='],
    ['<img src="data:image/svg+xml,a" alt="">', 'asks another host'],
    ['<video poster="http://elsewhere.example/a"></video>', '<video poster='],
    ['<form action="https://elsewhere.example/a"></form>', '<form action='],
    ['<button formaction="//elsewhere.example/a">a</button>', '<button formaction='],
    ['<a href="/" ping="/a https://elsewhere.example/b">a</a>', '<a ping='],
    ['<svg><use href="https://elsewhere.example/a#b"/></svg>', '<use href='],
    ['<svg><image xlink:href="//elsewhere.example/a"/></svg>', '<image xlink:href='],
    ['<script src="https://elsewhere.example/a.js"></script>', '<script src='],
    ['<table background="//elsewhere.example/a"></table>', '<table background='],
  ])('stops at %s anywhere', (body, words) => check(page(body), words))

  test.each([
    ['<base href="/a/">', '<base> is not for any page'],
    ['<meta http-equiv="refresh" content="0;url=/">', '<meta> would give orders'],
    ['<link rel="stylesheet" href="https://elsewhere.example/a.css">', '<link href='],
    ['<link rel="canonical preload" href="https://elsewhere.example/a">', '<link href='],
    ['<link rel="icon" href="//elsewhere.example/a">', '<link href='],
    ['<link rel="icon" href="data:text/html,a">', '<link href='],
    ['<link rel="icon stylesheet" href="data:image/svg+xml,a">', '<link href='],
  ])('stops at %s in the head', (head, words) => check(page('', head), words))

  test.each([
    ['<img src="/a.png" alt="">', '<img> in text from content, where it is not allowed'],
    ['<h1>a</h1>', '<h1> in text from content'],
    ['<div>a</div>', '<div> in text from content'],
    ['<svg></svg>', '<svg> in text from content'],
    ['<vote-form>a</vote-form>', '<vote-form> in text from content'],
    ['<p id="token">a</p>', '<p id="token"> in text from content'],
    ['<p class="notice">a</p>', '<p class="notice"> in text from content'],
    ['<li data-proposal="a">b</li>', '<li data-proposal="a"> in text from content'],
    ['<p data-align="right">a</p>', '<p data-align="right"> in text from content'],
    ['<table><tr><td data-align="top">a</table>', 'a column stands left, center, right'],
    ['<a href="http://elsewhere.example" rel="nofollow noopener">a</a>', 'only https and mailto'],
    ['<a href="//elsewhere.example" rel="nofollow noopener">a</a>', 'without https'],
    ['<a href="https://elsewhere.example">a</a>', 'without rel="nofollow noopener"'],
    ['<a href="/en/" target="_blank" rel="nofollow noopener">a</a>', '<a target="_blank">'],
    ['<!--a-->', 'text from content holds a comment'],
    ['</div><h2>Voting is over</h2>', 'text from content leaves its part of the page'],
    ['<!--/prose--></div><h2>Voting is over</h2>', 'text from content leaves its part of the page'],
    ['<p><form><template>', 'text from content leaves its part of the page'],
  ])('stops at %s in a resident’s text', (html, words) => check(prose(html), words))
})

describe('what the renderer makes of attacks', () => {
  test.each(ATTACKS)('never stops the build: $name', ({ texts }) => {
    for (const text of texts)
      for (const author of ['resident', 'council'] as const)
        expect(pageFaults(prose(renderMarkdown(text, { author }), author), SITE), text).toEqual([])
  })
})

describe('checkPages', () => {
  test('names the page of each fault, and not more than ten', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'check-pages-'))
    await mkdir(join(folder, 'en/guide'), { recursive: true })
    await writeFile(join(folder, '404.html'), page('<p style="a">a</p>'))
    await writeFile(join(folder, 'en/guide/index.html'), page('<p onclick="b">b</p>'))
    const [first, second, ...others] = await checkPages(folder)
    expect(first).toMatch(/^\/404\.html: <p style="a"> is script or style/)
    expect(second).toMatch(/^\/en\/guide\/: <p onclick="b"> is script or style/)
    expect(others).toEqual([])
    const many = Array.from({ length: 20 }, (_, at) => `<p style="${at}">c</p>`).join('')
    await writeFile(join(folder, 'en/index.html'), page(many))
    expect(await checkPages(folder)).toHaveLength(10)
    await rm(folder, { recursive: true })
  })

  test('reads every page of a large site, in whatever thread', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'check-pages-'))
    const wrong = [1, 450, 900]
    for (let at = 1; at <= 900; at++) {
      const body = wrong.includes(at) ? '<p onclick="b">b</p>' : '<p>b</p>'
      await writeFile(join(folder, `${String(at).padStart(3, '0')}.html`), page(body))
    }
    const fault = '<p onclick="b"> is script or style inside the page; both belong in files'
    const told = ['001', '450', '900'].map((name) => `/${name}.html: ${fault}`)
    expect(await checkPages(folder)).toEqual(told)
    await rm(folder, { recursive: true })
  })
})

describe('openGate', () => {
  test('judges each page as it lies there at the close, whatever was read before', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'check-pages-'))
    const write = (name: string, body: string) => writeFile(join(folder, name), page(body))
    const gate = openGate(folder)
    await write('mended.html', '<p onclick="b">b</p>')
    await write('spoilt.html', '<p>b</p>')
    // Longer than a thread waits between two readings.
    await new Promise((done) => setTimeout(done, 2500))
    await write('mended.html', '<p>b</p>')
    await write('spoilt.html', '<p onclick="c">c</p>')
    expect(await gate.close()).toEqual([expect.stringMatching(/^\/spoilt\.html: <p onclick="c">/)])
    await rm(folder, { recursive: true })
  })
})
