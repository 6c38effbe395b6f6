/**
 * The language switch keeps the place in a list: a search, a filter and an order stand in the address behind the
 * page's own, which a link of the built page cannot know.
 *
 * Talks to the page and its address. Invariant: nothing is sent that the address does not show already.
 * Decided in docs/decisions/0020.
 */
/** Also for a link that is opened in a tab of its own, and for a search that changed while the menu was open. */
for (const moment of ['toggle', 'pointerdown', 'focusin', 'click'])
  document.addEventListener(moment, keepPlace, { capture: true })

function keepPlace({ target }: Event): void {
  const menu = target instanceof Element ? target.closest('.langs') : null
  for (const link of menu?.querySelectorAll<HTMLAnchorElement>('a[hreflang]') ?? [])
    if (link.pathname !== location.pathname) link.search = location.search
}
