/**
 * Markdown: the one place where text becomes HTML, and where it is made safe.
 *
 * Pure. Invariant: only what domain/prose.ts allows comes out, whatever went in, and what came out stays
 * the same when it is made safe again. Decided in docs/decisions/0004.
 */
import { Marked } from 'marked'
import sanitizeHtml from 'sanitize-html'
import {
  ALIGNMENTS,
  PROSE_ATTRIBUTES,
  PROSE_ELEMENTS,
  PROSE_SCHEMES,
  RESIDENT_REL,
  type Author,
} from '../domain/prose.ts'

const marked = new Marked({ gfm: true, async: false })

export type Rendering = {
  /** The level that a `##` heading gets. */
  readonly top?: 2 | 3
  readonly author: Author
}

/**
 * The end of an address that can hold a voting code, as that of a scanned letter does. Longer names of places
 * in a page go too; letters beyond ASCII may stand for several.
 */
const CARRIED_CODE = /#(?:[^]*[^ -~]|(?:[^0-9A-Za-z]*[0-9A-Za-z]){16})[^]*$/

/** A proposal's text stands on its own page and on the ballot, in every language. */
const rendered = new Map<string, string>()

/** Turns Markdown into safe HTML; the same text once in a build. */
export function renderMarkdown(text: string, { top = 2, author }: Rendering): string {
  const html = renderAt(2, text, author)
  return top === 2 || !/<h\d/.test(html) ? html : renderAt(top, text, author)
}

function renderAt(top: 2 | 3, text: string, author: Author): string {
  const key = `${author} ${top} ${text}`
  const html = rendered.get(key) ?? sanitize(htmlOf(text), { top, author })
  rendered.set(key, html)
  return html
}

/** Parts within parts; deeper ones keep their words only. The gate and browsers follow so far with ease. */
const DEEPEST = 50

/** Text that is nested deeper than the parser can follow stands as it was typed. */
function htmlOf(text: string): string {
  try {
    return marked.parse(text, { async: false })
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
  }
}

/** Keeps of HTML what text from content may become. */
export function sanitize(html: string, { top = 2, author }: Rendering): string {
  return sanitizeHtml(html, {
    allowedTags: [...PROSE_ELEMENTS],
    allowedAttributes: Object.fromEntries(
      Object.entries(PROSE_ATTRIBUTES).map(([name, attributes]) => [name, [...attributes]]),
    ),
    allowedSchemes: [...PROSE_SCHEMES],
    allowProtocolRelative: false,
    nestingLimit: DEEPEST,
    transformTags: {
      ...headingsFrom(top),
      a: author === 'resident' ? mistrust : keepLink,
      th: keepAlignment,
      td: keepAlignment,
    },
  })
}

/** The words of a Markdown text, for places that know no HTML. */
export function plainText(text: string): string {
  const html = htmlOf(text)
  const words = sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} })
  return words
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => LETTERS[name] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const LETTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function headingsFrom(top: number) {
  const levels = [1, 2, 3, 4, 5, 6]
  return Object.fromEntries(
    levels.map((level) => [`h${level}`, `h${Math.min(6, Math.max(2, level) + top - 2)}`]),
  )
}

function mistrust(tagName: string, { href }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const { href: kept } = leading(href)
  const attribs = kept === undefined ? {} : { href: kept.replace(CARRIED_CODE, '') }
  return { tagName, attribs: { ...attribs, rel: RESIDENT_REL } }
}

function keepLink(tagName: string, { href }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return { tagName, attribs: leading(href) }
}

/** Markdown says it by an attribute that HTML gave up. */
function keepAlignment(
  tagName: string,
  { align, 'data-align': kept = align }: sanitizeHtml.Attributes,
): sanitizeHtml.Tag {
  const attribs: sanitizeHtml.Attributes =
    kept !== undefined && ALIGNMENTS.includes(kept) ? { 'data-align': kept } : {}
  return { tagName, attribs }
}

/**
 * An address as browsers read it, without what they leave out. One that no browser can read leads nowhere, so the
 * words stay and the link goes.
 */
function leading(written: string | undefined): { href?: string } {
  const href = written?.replaceAll(/[\t\n\r]/g, '').replaceAll(LEFT_OUT, '')
  return href !== undefined && URL.canParse(href, 'https://this.invalid') ? { href } : {}
}

/** At either end of an address: a space and all that is before it. */
const LEFT_OUT = /^[^!-\uffff]+|[^!-\uffff]+$/g
