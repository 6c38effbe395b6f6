/**
 * The choice of a round in a room (components/DeskRoundChoice.astro): which one is meant, and that it stays so.
 *
 * Talks to the page. Invariant: what a room shows and asks about is the round that stands in the list, or the
 * room shows none. Decided in docs/decisions/0022.
 */
type Place = { readonly root: HTMLElement }

function choiceIn({ root }: Place): HTMLSelectElement | null {
  return root.querySelector<HTMLSelectElement>('form[data-step="show"] select')
}

/**
 * Chooses the round that a link names behind #. Where another one is chosen, what is shown goes until it is asked for,
 * also what was still on its way.
 */
export function watchChoice(room: Place): void {
  const choice = choiceIn(room)
  if (choice === null) return
  const asked = location.hash.slice(1)
  if ([...choice.options].some(({ value }) => value === asked)) choice.value = asked
  choice.addEventListener('change', () => room.root.toggleAttribute('data-other', true))
  choice.form?.addEventListener('submit', () => {
    const isBusy = room.root.getAttribute('aria-busy') === 'true'
    if (!isBusy) room.root.removeAttribute('data-other')
  })
}

/** The name of the chosen round. */
export function chosenTitle(room: Place): string {
  return choiceIn(room)?.selectedOptions[0]?.text.trim() ?? ''
}

/** Asks about the chosen round by its name, before what cannot be taken back. */
export function confirmFor(room: Place, question: string): boolean {
  return window.confirm(`${chosenTitle(room)}\n\n${question}`)
}
