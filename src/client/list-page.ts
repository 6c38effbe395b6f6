/**
 * The one script of a list of proposals: what every page of a round has, and the list.
 *
 * Talks to the page. Invariant: it is one file, for each more would be asked for by itself.
 * Decided in docs/decisions/0019.
 */
import './round-page.ts'
import './keep-place.ts'
import './proposal-list.ts'
