/**
 * The room of texts: shows those of one language and moment, copies and prints them as they were changed.
 *
 * Talks to the page, this tab's storage, the clipboard and the print window. Invariant: nothing is sent, and a text
 * that was changed stays changed, over a reload too, until the clerk takes it back or the round says something else.
 * Decided in docs/decisions/0030.
 */
import { makeKept } from './kept.ts'
import { marked, put, show, startRoom, type Room } from './room.ts'

startRoom(async (room) => {
  const { root } = room
  for (const field of root.querySelectorAll('textarea'))
    field.defaultValue = field.defaultValue.replaceAll('{site}', location.origin)
  const selects = [...root.querySelectorAll<HTMLSelectElement>('.texts-choice select')]
  const [, moment] = selects
  if (moment) moment.value = dueMoment(moment) ?? moment.value
  for (const select of selects)
    select.addEventListener('change', () => {
      showChosen(root, selects)
    })
  showChosen(root, selects)
  for (const part of root.querySelectorAll<HTMLElement>('[data-kind]')) startText(room, part)
})

/** The last moment whose texts are needed by now. */
function dueMoment(select: HTMLSelectElement): string | undefined {
  return [...select.options].findLast(({ dataset }) => Number(dataset['from']) <= Date.now())?.value
}

function showChosen(root: HTMLElement, selects: readonly HTMLSelectElement[]): void {
  const chosen = selects.map(({ value }) => value).join('.')
  for (const part of root.querySelectorAll<HTMLElement>('[data-texts]'))
    part.hidden = part.dataset['texts'] !== chosen
}

function startText(room: Room, part: HTMLElement): void {
  const field = part.querySelector('textarea')
  if (field === null) return
  const isEdited = () => field.value !== field.defaultValue
  const kept = makeKept<Edited>(nameOf(field))
  const { from, to } = kept.read() ?? {}
  // Where the round says something else by now, a change of what it said before is of no use.
  field.value = from === field.defaultValue && to !== undefined ? to : field.defaultValue
  show(part, { edited: isEdited() })
  field.addEventListener('input', () => {
    put(part, { copied: '' })
    show(part, { edited: isEdited() })
    if (isEdited()) kept.keep({ from: field.defaultValue, to: field.value })
    else kept.forget()
  })
  for (const button of marked(part, 'act', 'restore'))
    button.addEventListener('click', () => {
      field.value = field.defaultValue
      field.dispatchEvent(new Event('input'))
      field.focus()
    })
  for (const button of marked(part, 'act', 'copy'))
    room.on(button, 'click', async () => {
      put(part, { copied: room.say((await copy(field)) ? 'copied' : 'notCopied') })
    })
  for (const button of marked(part, 'act', 'print'))
    button.addEventListener('click', () => {
      print(room.root, field, part.dataset['kind'] ?? '')
    })
}

/** A text as the round had it, and as it was changed. */
type Edited = { readonly from: string; readonly to: string }

/** Texts of two rounds have the same ids. */
function nameOf({ id }: HTMLTextAreaElement): string {
  return `text-${location.pathname}#${id}`
}

/** Where the browser does not copy, the text is marked, to be copied by hand. */
async function copy(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    field.select()
    return false
  }
}

/** The sheet has the text alone, its first line as a heading. */
function print(root: HTMLElement, field: HTMLTextAreaElement, kind: string): void {
  const sheet = root.querySelector<HTMLElement>('[data-printed]')
  if (sheet === null) return
  const [first = '', ...others] = field.value.trim().split('\n')
  const heading = document.createElement('p')
  heading.className = 'printed-heading'
  heading.textContent = first
  const rest = document.createElement('p')
  rest.textContent = others.join('\n').trim()
  sheet.replaceChildren(heading, rest)
  sheet.lang = field.lang
  sheet.dataset['printed'] = kind
  window.addEventListener('afterprint', () => sheet.replaceChildren(), { once: true })
  window.print()
}
