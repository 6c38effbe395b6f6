/**
 * What the pages with the form for a proposal start: counters, the field for a picture, and the sending.
 *
 * Talks to the page. Invariant: one file, so that the page asks for one. Decided in docs/decisions/0019.
 */
import './character-count.ts'
import './picture-field.ts'
import './send-proposal.ts'
