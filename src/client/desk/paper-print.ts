/**
 * Ballots on paper: which one, in which languages, and the print window.
 *
 * Talks to the page and the browser's print window. Invariant: no code is here; each voter brings their own.
 * Decided in docs/decisions/0026.
 */
import { formOf } from './paper-desk.ts'
import { startRoom, type Room } from './room.ts'

startRoom(async (room) => {
  const form = formOf(room, 'print')
  form.addEventListener('change', () => showBallot(room, form))
  room.on(form, 'submit', async () => window.print())
  showBallot(room, form)
})

function showBallot({ root }: Room, form: HTMLFormElement): void {
  const chosen = new FormData(form)
  const languages = [chosen.get('first'), chosen.get('second')]
  for (const ballot of root.querySelectorAll<HTMLElement>('[data-pool]'))
    ballot.hidden = ballot.dataset['pool'] !== chosen.get('pool')
  for (const words of root.querySelectorAll<HTMLElement>('[data-in]')) {
    words.hidden = !languages.includes(words.dataset['in'] ?? '')
    words.toggleAttribute('data-second', words.dataset['in'] !== languages[0])
  }
  for (const words of root.querySelectorAll<HTMLElement>('[data-second]:not([hidden])'))
    words.hidden = isSaid(words, languages[0])
}

/** Whether the first language says the same. */
function isSaid(words: HTMLElement, first: FormDataEntryValue | null | undefined): boolean {
  const others = [...(words.parentElement?.querySelectorAll<HTMLElement>('[data-in]') ?? [])]
  const main = others.find((each) => each.dataset['in'] === first)
  return main?.textContent?.trim() === words.textContent?.trim()
}
