/**
 * What runs inside the page of a trial: looking at the part that the text became, and touching all of it.
 *
 * Talks to the page's own document; each function is sent to the browser alone, so it holds all that it needs.
 * Invariant: the lists are written here by hand, so that a mistake in the renderer's list is found.
 */

/** What every attack tries to call, in the page and in its frames. */
export function offerHit(): void {
  const hit = () => Object.assign(window.top ?? window, { __hit: 1 })
  Object.assign(window, { hit })
}

export type Inspection = { readonly faults: readonly string[]; readonly parts: readonly string[] }

/** Elements, attributes and addresses that must not be there, and whether each text stayed in its part. */
export function inspectParts(count: number): Inspection {
  const allowed =
    'p br strong em del blockquote ul ol li hr a code table thead tbody tr th td h2 h3 h4 h5 h6'
  const attributes: Record<string, string> = {
    ...{ a: 'href rel', ol: 'start', th: 'data-align', td: 'data-align' },
  }
  const faults: string[] = []
  const parts = [...document.querySelectorAll('main > [data-part]')]
  const frame = parts[0]?.parentElement
  if (parts.length !== count || frame?.childNodes.length !== count)
    faults.push('a text left its part of the page')
  if (document.body?.childNodes.length !== 1) faults.push('a text left all parts of the page')
  for (const element of document.querySelectorAll('main > [data-part] *')) {
    const { localName: name, namespaceURI } = element
    if (namespaceURI !== 'http://www.w3.org/1999/xhtml' || !allowed.split(' ').includes(name))
      faults.push(`element ${name}`)
    for (const attribute of element.getAttributeNames())
      if (!(attributes[name] ?? '').split(' ').includes(attribute))
        faults.push(`attribute ${attribute} of ${name}`)
    const align = element.getAttribute('data-align') ?? 'left'
    if (!['left', 'center', 'right'].includes(align)) faults.push(`column at ${align}`)
    if (!(element instanceof HTMLAnchorElement) || !element.hasAttribute('href')) continue
    const { protocol, host } = element
    if (!['https:', 'mailto:'].includes(protocol) && host !== location.host)
      faults.push(`address ${element.href}`)
    if (
      protocol === 'http:' &&
      host === location.host &&
      /^[a-z]+:/i.test(element.getAttribute('href') ?? '')
    )
      faults.push(`address ${element.href}`)
    if (element.rel !== 'nofollow noopener') faults.push('a link that vouches for its address')
  }
  return { faults, parts: parts.map(({ innerHTML }) => innerHTML) }
}

/** Does to every element what a visitor could do; links and forms lead nowhere, unless to a script. */
export function pokeParts(): void {
  const stay = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('a, area') : null
    const leads = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? ''
    const isScript =
      URL.canParse(leads, location.href) && /script:$/.test(new URL(leads, location.href).protocol)
    if (event.type === 'submit' || !isScript) event.preventDefault()
  }
  for (const type of ['click', 'auxclick', 'submit']) document.addEventListener(type, stay, true)
  for (const element of document.querySelectorAll('body *')) {
    const touches =
      'mouseover mouseenter mousedown mouseup click focus focusin input keydown toggle'
    for (const type of touches.split(' '))
      element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))
    if (element instanceof HTMLElement) element.focus()
    if (element instanceof HTMLElement) element.click()
  }
}

/** How the browser writes down what it reads from each piece of HTML. */
export function readAgain(pieces: readonly string[]): readonly string[] {
  const part = document.implementation.createHTMLDocument('').createElement('div')
  return pieces.map((html) => {
    part.innerHTML = html
    return part.innerHTML
  })
}

/** Waits until each picture is there or is known not to be; one that the browser puts off is not waited for. */
export async function waitForPictures(): Promise<void> {
  const open = [...document.images].filter(({ complete }) => !complete)
  const ended = open.map(
    (picture) =>
      new Promise((done) => {
        for (const end of ['load', 'error']) picture.addEventListener(end, done)
      }),
  )
  const patience = new Promise((done) => setTimeout(done, 1000))
  await Promise.race([Promise.all(ended), patience])
}
