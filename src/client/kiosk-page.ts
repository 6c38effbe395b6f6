/**
 * A page of the kiosk as a whole, to be put in the place of another without a step in the browser's history.
 *
 * Talks to the page. Invariant: what is shown is a copy that nobody has touched; its links lead nowhere else.
 * Decided in docs/decisions/0027.
 */

export type KioskPage = { show(): void }

/** Takes a page as it is now; `show` puts a fresh copy of it on the screen. */
export function takeKioskPage(from: Document): KioskPage {
  const [lang, title] = [from.documentElement.lang, from.title]
  const body = document.importNode(from.body, true)
  return {
    show: () => {
      document.documentElement.lang = lang
      document.title = title
      document.body.replaceWith(body.cloneNode(true))
    },
  }
}

/** Takes away every way out of the kiosk: what residents wrote may hold links. */
export function leadNowhere(): void {
  for (const link of document.querySelectorAll('a[href]:not([data-swap], [href^="#"])'))
    link.removeAttribute('href')
}
