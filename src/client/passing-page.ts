/**
 * The one script of a page whose address is passed on: the clock, and copying.
 *
 * Talks to the page. Invariant: it is one file, for each more would be asked for by itself.
 * Decided in docs/decisions/0019.
 */
import './by-date.ts'
import './copy-link.ts'
