/**
 * Asks for the scripts of a task once the page is drawn, so that nobody waits for them to read it.
 *
 * Talks to the page. Invariant: the place of a script goes when the script has run; until then the page
 * is what it is without script. The place is a script for browsers that are too old (`nomodule`), so that
 * every tool that copies a page takes the script with it, and no browser asks for it by itself. Decided in docs/decisions/0019.
 */

function ask(place: HTMLScriptElement): void {
  const script = document.createElement('script')
  script.src = place.src
  script.addEventListener('load', () => place.remove())
  place.before(script)
}

function askForAll(): void {
  document.querySelectorAll<HTMLScriptElement>('script[nomodule]').forEach(ask)
}

/** The browser itself says when it has drawn; one that cannot say so is not waited for. */
function whenDrawn(then: () => void): void {
  if (!PerformanceObserver.supportedEntryTypes.includes('paint')) return then()
  const observer = new PerformanceObserver(() => {
    observer.disconnect()
    then()
  })
  observer.observe({ type: 'paint', buffered: true })
}

addEventListener('load', () => whenDrawn(askForAll))
