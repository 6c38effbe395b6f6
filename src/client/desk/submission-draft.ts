/**
 * What a clerk has typed about a submission and not sent yet, kept in this tab.
 *
 * Talks to the tab's own storage. Invariant: only what differs from the desk's own text is kept, and it is forgotten
 * once it is sent or put aside. Decided in docs/decisions/0022 and 0030.
 */
import { makeKept } from './kept.ts'
import type { Room } from './room.ts'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

type Draft = {
  /** Names the text that was shown when the typing began. */
  readonly seen: string
  /** What was typed, by `form.field`. */
  readonly typed: Readonly<Record<string, string>>
  /** The forms that are open. */
  readonly open: readonly string[]
}

/** Where whoever typed has just changed the text themselves. */
const OWN = ''

/** What is kept of one submission. Amounts are typed as the page's language writes them, so each has its own. */
export function keptDraft({ root }: Room, id: string) {
  return makeKept<Draft>(`submission-${root.dataset['language']}-${id}`)
}

/** The texts that were typed and never sent, longest last. */
export function unsent(room: Room, id: string): readonly string[] {
  const typed = Object.values(keptDraft(room, id).read()?.typed ?? {})
  return typed.filter((text) => text !== '').toSorted((a, b) => a.length - b.length)
}

/**
 * Puts back what was typed into a row that is filled already, and keeps what is typed from now on. Answers
 * whether the desk's text is another one by now, and how to forget a form that was sent.
 */
export function keepTyping(
  room: Room,
  row: HTMLElement,
  { id, seen }: { readonly id: string; readonly seen: string },
): { readonly isOvertaken: boolean; sent(form: string): void } {
  const kept = keptDraft(room, id)
  const draft = kept.read()
  const filled = typedIn(row)
  putBack(row, draft)
  const hasTyped = draft !== undefined && Object.keys(draft.typed).length > 0
  const began = hasTyped && draft.seen !== OWN ? draft.seen : seen
  const keep = () => {
    const typed = Object.fromEntries(
      Object.entries(typedIn(row)).filter(([name, value]) => value !== filled[name]),
    )
    const open = formsOf(row).flatMap((form) =>
      form.closest('details')?.open ? [nameOf(form)] : [],
    )
    if (open.length === 0 && Object.keys(typed).length === 0) kept.forget()
    else kept.keep({ seen: began, typed, open })
  }
  for (const event of ['input', 'change', 'toggle']) row.addEventListener(event, keep, true)
  return {
    isOvertaken: began !== seen,
    sent(form) {
      for (const file of row.querySelectorAll<HTMLInputElement>(
        `[data-form="${form}"] [type="file"]`,
      ))
        file.value = ''
      const { typed = {}, open = [] } = kept.read() ?? {}
      const others = Object.entries(typed).filter(([name]) => !name.startsWith(`${form}.`))
      kept.keep({
        ...{ seen: OWN, typed: Object.fromEntries(others) },
        open: open.filter((name) => name !== form),
      })
    },
  }
}

function putBack(row: HTMLElement, draft: Draft | undefined): void {
  for (const form of formsOf(row)) {
    const details = form.closest('details')
    if (details && draft?.open.includes(nameOf(form))) details.open = true
    for (const field of fieldsOf(form)) {
      const typed = draft?.typed[`${nameOf(form)}.${field.name}`]
      if (typed === undefined) continue
      if (isTick(field)) field.checked = typed !== ''
      else field.value = typed
    }
  }
}

function typedIn(row: HTMLElement): Readonly<Record<string, string>> {
  return Object.fromEntries(
    formsOf(row).flatMap((form) =>
      fieldsOf(form).map((field) => [`${nameOf(form)}.${field.name}`, valueOf(field)] as const),
    ),
  )
}

function valueOf(field: Field): string {
  return isTick(field) && !field.checked ? '' : field.value
}

function isTick(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === 'checkbox'
}

function formsOf(row: HTMLElement): readonly HTMLFormElement[] {
  return [...row.querySelectorAll<HTMLFormElement>('[data-form]')]
}

function nameOf(form: HTMLFormElement): string {
  return form.dataset['form'] ?? ''
}

/** No page can keep a file. */
function fieldsOf(form: HTMLFormElement): readonly Field[] {
  const fields = form.querySelectorAll<Field>('input, textarea, select')
  return [...fields].filter(({ type }) => type !== 'file')
}
