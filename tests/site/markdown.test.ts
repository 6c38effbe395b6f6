import { describe, expect, test } from 'vitest'
import { pageFaults } from '../../src/commands/check-pages.ts'
import { PROSE_END } from '../../src/domain/prose.ts'
import { plainText, renderMarkdown, sanitize } from '../../src/site/markdown.ts'

/** Sixteen letters as on a letter. */
const CODE = 'S1TEC0DE5B4CKW4R'

const pageOf = (html: string) =>
  `<!doctype html><div data-prose="resident">${html}<!--${PROSE_END}--></div>`

const render = (text: string) => renderMarkdown(text, { author: 'resident' })

describe('renderMarkdown', () => {
  test.each([
    ['a script', '<script>alert(1)</script>text', 'script'],
    ['an event handler', '<img src=x onerror=alert(1)>', 'onerror'],
    ['a frame', '<iframe src="https://example.org"></iframe>', 'iframe'],
    ['a script address', '[x](javascript:alert(1))', 'javascript'],
    ['a data address', '[x](data:text/html,x)', 'data:'],
    ['an insecure address', '[x](http://example.org)', 'http:'],
    ['an address without a scheme', '[x](//example.org)', '//example'],
    ['a style', '<p style="color:red" class="x" id="y">text</p>', 'style'],
    ['a picture', '![x](https://example.org/x.png)', 'img'],
    ['a form', '<form action="https://example.org"><input></form>', 'form'],
  ])('lets no %s through', (_, text, forbidden) => {
    expect(render(text)).not.toContain(forbidden)
  })

  test('keeps the words of a link whose address no browser can read, and not the address', () => {
    const html = render('<a href="https://exa mple.org">words</a>')
    expect(html).toBe('<p><a rel="nofollow noopener">words</a></p>\n')
  })

  test.each([
    ['written as a letter', '[the plan](&#32;https://example.org/plan)'],
    ['with a tab', '[the plan](&#9;https://example.org/plan)'],
    ['over two lines', '<a href="ht\ntps://example.org/plan">the plan</a>'],
    ['at both ends', '<a href=" https://example.org/plan ">the plan</a>'],
  ])('leaves out of an address what browsers leave out: %s', (_, text) => {
    expect(render(text)).toContain('<a href="https://example.org/plan" rel=')
    expect(pageFaults(pageOf(render(text)))).toEqual([])
  })

  test.each(['>', '1. ', '- 1. ', '*_', '<ul><li>', '['])(
    'follows parts within parts, but not for ever: %s',
    (part) => {
      const text = part.repeat(8_000 / part.length)
      const html = render(text)
      expect(pageFaults(pageOf(html))).toEqual([])
      expect(sanitize(html, { author: 'resident' })).toBe(html)
      expect(plainText(text)).not.toContain('<')
    },
  )

  test('keeps paragraphs, lists, emphasis and tables', () => {
    expect(render('*Yes*\n\n- one\n\n| a |\n| - |\n| b |')).toMatch(
      /<p><em>Yes<\/em><\/p>\s*<ul>\s*<li>one<\/li>[\s\S]*<table>[\s\S]*<td>b<\/td>/,
    )
  })

  test('keeps where the columns of a table stand', () => {
    const html = render('| a | b | c | d |\n| - | :- | :-: | -: |\n| 1 | 2 | 3 | 4 |')
    expect(html).toContain('<th>a</th>\n<th data-align="left">b</th>')
    expect(html).toContain('<td data-align="center">3</td>\n<td data-align="right">4</td>')
    expect(sanitize(html, { author: 'resident' })).toBe(html)
  })

  test.each(['justify', 'right" onclick="a()', 'RIGHT', ''])('knows no column at %j', (align) => {
    for (const name of ['align', 'data-align'])
      expect(render(`<table><tr><td ${name}='${align}'>a</td></tr></table>`)).toContain(
        '<td>a</td>',
      )
  })

  test('puts headings below the heading of the page', () => {
    expect(render('# One')).toContain('<h2>One</h2>')
    expect(render('## Two')).toContain('<h2>Two</h2>')
    expect(renderMarkdown('## Two', { author: 'council', top: 3 })).toContain('<h3>Two</h3>')
  })

  test.each([
    ['as it is printed', `#${CODE}`],
    ['in groups', `#${CODE.replace(/(.{4})/g, '$1-')}`],
    ['as bytes', `#${[...CODE].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')}`],
    ['with a letter that becomes another', `#${CODE.replace('S', '\u017f')}`],
    ['behind another mark', `#a#${CODE}`],
    ['written as an entity', `&#35;${CODE}`],
  ])('takes no voting code to the ballot, %s', (_, fragment) => {
    for (const vote of ['/en/rounds/one/vote/', 'https://council.example/vote/']) {
      const html = render(`<a href="${vote}${fragment}">Vote</a>`)
      expect(html).toBe(`<p><a href="${vote}" rel="nofollow noopener">Vote</a></p>\n`)
    }
    expect(render(`<a href="${fragment}">Vote</a>`)).toBe(
      '<p><a rel="nofollow noopener">Vote</a></p>\n',
    )
  })

  test('keeps the place in a page that a link leads to', () => {
    expect(render('[a](https://example.org/#history)')).toContain(
      'href="https://example.org/#history"',
    )
    const council = renderMarkdown(`[a](/vote/#${CODE})`, { author: 'council' })
    expect(council).toContain(`#${CODE}`)
  })

  test('marks links of residents, and not those of the council', () => {
    const link = '[site](https://example.org)'
    expect(render(link)).toContain('<a href="https://example.org" rel="nofollow noopener">')
    expect(renderMarkdown(link, { author: 'council' })).toContain('<a href="https://example.org">')
  })
})
