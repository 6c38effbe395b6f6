/**
 * The browser of the tests: the one that `npm run screenshots` opens too.
 *
 * Talks to nothing itself. Invariant: no test opens a browser another way.
 */
export { openBrowser } from '../../src/commands/open-browser.ts'
