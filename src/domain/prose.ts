/**
 * Prose: what text from content may become on a page, element by element.
 *
 * Pure. Invariant: the renderer lets nothing else out, and the build stops where anything else came in.
 * Decided in docs/decisions/0004.
 */

const TEXT = ['p', 'br', 'strong', 'em', 'del', 'blockquote', 'ul', 'ol', 'li', 'hr', 'a', 'code']
const TABLE = ['table', 'thead', 'tbody', 'tr', 'th', 'td']
const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6']

export const PROSE_ELEMENTS: readonly string[] = [...TEXT, ...TABLE, ...HEADINGS]

/** Where the text of a column stands; of the attribute there is no other value. */
export const ALIGNMENTS: readonly string[] = ['left', 'center', 'right']

export const PROSE_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel'],
  ol: ['start'],
  th: ['data-align'],
  td: ['data-align'],
}

/** Beside addresses of the site itself. */
export const PROSE_SCHEMES: readonly string[] = ['https', 'mailto']

/** Of links in a resident's text, so that a proposal is of no use to those who sell links. */
export const RESIDENT_REL = 'nofollow noopener'

/** Whose text it is. */
export type Author = 'council' | 'resident'

/** Stands behind the text, inside its part of the page: found elsewhere, the text has left that part. */
export const PROSE_END = '/prose'
