/**
 * Markdown: the one place where text becomes HTML, and where it is made safe.
 *
 * Pure. Invariant: only the elements and links of the list below come out, whatever went in.
 * Decided in docs/decisions/0004.
 */
import { Marked } from 'marked'
import sanitizeHtml from 'sanitize-html'

const TEXT = ['p', 'br', 'strong', 'em', 'del', 'blockquote', 'ul', 'ol', 'li', 'hr', 'a', 'code']
const TABLE = ['table', 'thead', 'tbody', 'tr', 'th', 'td']
const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6']

const marked = new Marked({ gfm: true, async: false })

/**
 * Turns Markdown into safe HTML. `top` is the level that a `##` heading gets. Residents' links carry
 * nofollow, so that a proposal is of no use to those who sell links.
 */
export function renderMarkdown(
  text: string,
  { top = 2, author }: { readonly top?: 2 | 3; readonly author: 'council' | 'resident' },
): string {
  const html = marked.parse(text, { async: false })
  return sanitizeHtml(html, {
    allowedTags: [...TEXT, ...TABLE, ...HEADINGS],
    allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
    allowedSchemes: ['https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: { ...headingsFrom(top), a: author === 'resident' ? mistrust : keepLink },
  })
}

function headingsFrom(top: number) {
  const levels = [1, 2, 3, 4, 5, 6]
  return Object.fromEntries(
    levels.map((level) => [`h${level}`, `h${Math.min(6, Math.max(2, level) + top - 2)}`]),
  )
}

function mistrust(tagName: string, { href = '' }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return { tagName, attribs: { href, rel: 'nofollow noopener' } }
}

function keepLink(tagName: string, { href = '' }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return { tagName, attribs: { href } }
}
