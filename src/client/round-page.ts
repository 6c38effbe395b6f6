/**
 * The one script of a page on which proposals can be chosen: the clock, and the reader's own ballot.
 *
 * Talks to the page. Invariant: it is one file, for each more would be asked for by itself.
 * Decided in docs/decisions/0019.
 */
import './passing-page.ts'
import './my-ballot.ts'
