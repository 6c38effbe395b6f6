/**
 * Pages from functions: the page that Astro built, filled with what this reader needs to see.
 *
 * Pure over HTML of our own build. Invariant: whatever a person typed enters a page only as escaped
 * text or attribute value; there is no second layout. Decided in docs/decisions/0004.
 */
import { parse, type HTMLElement } from 'node-html-parser'

export type FieldError = { readonly field: string; readonly sentence: string }

/** A proposal that was chosen, and what it got: a place, points, a stance; empty for a cross. */
export type ShownChoice = { readonly id: string; readonly note: string }

export type PageFill = {
  /** Text of `data-fill`, address of `data-fill-href`, and form action of `data-fill-action`. */
  readonly texts?: Readonly<Record<string, string>>
  readonly hrefs?: Readonly<Record<string, string>>
  readonly actions?: Readonly<Record<string, string>>
  /** `data-if` elements that stay; all others go. */
  readonly flags?: readonly string[]
  /** Values of inputs by name; several for checkboxes. */
  readonly inputs?: ReadonlyMap<string, readonly string[]>
  /** What was chosen: `data-choice` elements stay, in this order and with their note. */
  readonly choices?: readonly ShownChoice[]
  /** Hidden fields that stand where `data-hidden-fields` is. */
  readonly hidden?: readonly (readonly [name: string, value: string])[]
  readonly summary?: { readonly heading: string; readonly errors: readonly FieldError[] }
}

/** Fills a built page. */
export function fillPage(html: string, fill: PageFill): string {
  const page = parse(html)
  keepFlags(page, fill.flags ?? [])
  setTexts(page, fill)
  if (fill.inputs) setInputs(page, fill.inputs)
  if (fill.choices) keepChoices(page, fill.choices)
  if (fill.hidden) setHidden(page, fill.hidden)
  if (fill.summary) showErrors(page, fill.summary)
  return page.toString()
}

/** A form none of whose buttons stays is no form: a step of the page that only script shows goes whole. */
function keepFlags(page: HTMLElement, flags: readonly string[]): void {
  for (const element of page.querySelectorAll('[data-if]'))
    if (flags.includes(element.getAttribute('data-if') ?? '')) element.removeAttribute('hidden')
    else element.remove()
  for (const part of page.querySelectorAll('[data-part][hidden]'))
    if (part.querySelector('form') && !part.querySelector('button')) part.remove()
}

function setTexts(page: HTMLElement, { texts = {}, hrefs = {}, actions = {} }: PageFill): void {
  for (const [name, text] of Object.entries(texts))
    for (const element of page.querySelectorAll(`[data-fill="${name}"]`))
      element.set_content(escapeHtml(text))
  for (const [name, href] of Object.entries(hrefs))
    for (const element of page.querySelectorAll(`[data-fill-href="${name}"]`)) {
      element.setAttribute(element.tagName === 'INPUT' ? 'value' : 'href', href)
    }
  for (const [name, action] of Object.entries(actions))
    for (const element of page.querySelectorAll(`[data-fill-action="${name}"]`))
      element.setAttribute('action', action)
}

function keepChoices(page: HTMLElement, choices: readonly ShownChoice[]): void {
  for (const list of page.querySelectorAll('[data-choices]')) {
    const lines = new Map(
      list
        .querySelectorAll('[data-choice]')
        .map((line) => [line.getAttribute('data-choice'), line]),
    )
    const kept = choices.flatMap(({ id, note }) => {
      const line = lines.get(id)
      line?.querySelector('[data-note]')?.set_content(escapeHtml(note))
      return line ? [line.toString()] : []
    })
    list.set_content(kept.join(''))
  }
}

function setHidden(page: HTMLElement, fields: NonNullable<PageFill['hidden']>): void {
  const inputs = fields.map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  for (const template of page.querySelectorAll('template[data-hidden-fields]'))
    template.replaceWith(inputs.join(''))
}

function setInputs(page: HTMLElement, inputs: ReadonlyMap<string, readonly string[]>): void {
  for (const element of page.querySelectorAll('input, textarea, select')) {
    const values = inputs.get(element.getAttribute('name') ?? '')
    if (values !== undefined) setInput(element, values)
  }
}

function setInput(element: HTMLElement, values: readonly string[]): void {
  const type = element.getAttribute('type')
  if (type === 'checkbox' || type === 'radio') {
    const chosen = values.includes(element.getAttribute('value') ?? 'on')
    if (chosen) element.setAttribute('checked', '')
    else element.removeAttribute('checked')
  } else if (element.tagName === 'TEXTAREA') element.set_content(escapeHtml(values[0] ?? ''))
  else if (element.tagName === 'SELECT') selectOption(element, values[0] ?? '')
  // The library escapes quotes only.
  else element.setAttribute('value', escapeHtml(values[0] ?? ''))
}

function selectOption(select: HTMLElement, value: string): void {
  for (const option of select.querySelectorAll('option'))
    if (option.getAttribute('value') === value) option.setAttribute('selected', '')
    else option.removeAttribute('selected')
}

/** The summary's words and marks are Astro's; here they are only repeated for each error. */
function showErrors(page: HTMLElement, summary: NonNullable<PageFill['summary']>): void {
  const template = page.querySelector('template[data-error-summary]')
  const place = page.querySelector('[data-errors]')
  const filled = parse(template?.innerHTML ?? '')
  filled.querySelector('[data-fill="heading"]')?.set_content(escapeHtml(summary.heading))
  const line = filled.querySelector('[data-error]')
  const lines = summary.errors.map((error) => errorLine(line?.outerHTML ?? '', error))
  line?.replaceWith(lines.join(''))
  place?.set_content(filled.toString())
  nameFault(page, summary.heading)
  for (const error of summary.errors) markField(page, error)
}

/** Who hears a page is told its title first. */
function nameFault(page: HTMLElement, heading: string): void {
  const title = page.querySelector('title')
  title?.set_content(`${escapeHtml(heading)} – ${title.innerHTML}`)
}

function errorLine(html: string, { field, sentence }: FieldError): string {
  const line = parse(html)
  const link = line.querySelector('[data-fill="sentence"]')
  link?.set_content(escapeHtml(sentence))
  link?.setAttribute('href', `#${field}`)
  return line.toString()
}

function markField(page: HTMLElement, { field, sentence }: FieldError): void {
  const message = page.querySelector(`[id="${field}-error"]`)
  if (!message) return
  message.set_content(escapeHtml(sentence))
  message.removeAttribute('hidden')
  const input = page
    .querySelectorAll('input, textarea, select')
    .find((element) => element.getAttribute('name') === field)
  input?.setAttribute('aria-invalid', 'true')
}

/** Text that is safe between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
