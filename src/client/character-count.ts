/**
 * A counter under a long field: how many characters are used.
 *
 * Talks to the page. Invariant: it counts what the server counts, and stops nobody from typing.
 * Decided in docs/decisions/0004.
 */

/** Screen readers hear the number a moment after typing stops, not at every key. */
const PAUSE = 800

class CharacterCount extends HTMLElement {
  connectedCallback(): void {
    const field = document.getElementById(this.dataset['for'] ?? '')
    if (!(field instanceof HTMLTextAreaElement)) return
    const limit = Number(this.dataset['limit'])
    let pause = 0
    const show = () => {
      const count = field.value.trim().length
      this.textContent = `${count} / ${limit}`
      this.toggleAttribute('data-over', count > limit)
    }
    field.form?.addEventListener('reset', () => {
      window.clearTimeout(pause)
      this.hidden = true
    })
    field.addEventListener('input', () => {
      window.clearTimeout(pause)
      pause = window.setTimeout(show, this.hidden ? 0 : PAUSE)
      this.hidden = false
    })
  }
}

customElements.define('character-count', CharacterCount)
