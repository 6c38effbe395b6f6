/**
 * The script of the room of voting codes.
 *
 * Talks to the page. Invariant: every part starts by itself where its element stands.
 * Decided in docs/decisions/0024.
 */
import './code-maker.ts'
import './lost-letter.ts'
