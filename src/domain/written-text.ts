/**
 * Written text: lines and longer texts as authors and residents write them, with limits.
 *
 * Pure. Invariant: what comes out has no character that is not seen, and a message says the number that
 * matters. Decided in docs/decisions/0005.
 */
import * as v from 'valibot'

/** What no text needs: control characters, and marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** One line of text with limits whose messages say the number that matters. */
export const lineOf = (least: number, most: number) =>
  v.pipe(
    v.string('write some text'),
    v.transform((text) => text.replace(/\s+/g, ' ').replace(UNSEEN, '')),
    v.trim(),
    v.minLength(least, `write at least ${least} characters`),
    v.maxLength(most, `write at most ${most} characters`),
  )

/** A text of several lines, with the same limits. */
export const textOf = (least: number, most: number) =>
  v.pipe(
    v.string('write some text'),
    v.transform((text) =>
      text.replace(/\r\n?/g, '\n').replace(UNSEEN, (mark) => (/[\n\t]/.test(mark) ? mark : '')),
    ),
    v.trim(),
    v.minLength(least, `write at least ${least} characters`),
    v.maxLength(most, `write at most ${most} characters`),
  )
