/**
 * Written text: lines and longer texts as authors and residents write them, with limits.
 *
 * Pure. Invariant: what comes out has no character that is not seen, and a message says the number that
 * matters. Decided in docs/decisions/0005.
 */
import * as v from 'valibot'

/** Part of some letters and pictures; alone or at the edge of a word they are not seen. */
const JOINING = '\\u00ad\\u200c\\u200d\\ufe0e\\ufe0f'

/** What no text needs: controls, letters that nobody sees, and marks that turn what follows around. */
const UNSEEN = new RegExp(
  `(?![${JOINING}])[\\p{Cc}\\p{Default_Ignorable_Code_Point}\\p{Bidi_Control}\\ufff9-\\ufffb\\u2800]`,
  'gu',
)

/** After UNSEEN, for nothing unseen may hold these inside a word. */
const NOT_JOINING = new RegExp(`(^|\\s)[${JOINING}]+|[\\u00ad\\u200c\\u200d]+(?=\\s|$)`, 'gu')

/** One line of text with limits whose messages say the number that matters. */
export const lineOf = (least: number, most: number) =>
  v.pipe(
    v.string('write some text'),
    v.transform((text) => seen(text.replace(/\s+/g, ' '))),
    v.trim(),
    v.minLength(least, `write at least ${least} characters`),
    v.maxLength(most, `write at most ${most} characters`),
  )

/** A text of several lines, with the same limits. */
export const textOf = (least: number, most: number) =>
  v.pipe(
    v.string('write some text'),
    v.transform((text) => seen(text.replace(/\r\n?/g, '\n'))),
    v.trim(),
    v.minLength(least, `write at least ${least} characters`),
    v.maxLength(most, `write at most ${most} characters`),
  )

function seen(text: string): string {
  const kept = text.replace(UNSEEN, (mark) => (/[\n\t]/.test(mark) ? mark : ''))
  return kept.replace(NOT_JOINING, '$1')
}
