/**
 * A lost letter: whether it has voted, and another one in its place.
 *
 * Talks to the page and the desk. Invariant: one letter at a time, by the number that is printed on it; where
 * no answer came, nothing is called done. Decided in docs/decisions/0024.
 */
import { parseLetterState } from '../domain/letter-state.ts'
import { parseSerial, type Serial } from '../domain/serial.ts'
import { codeWords, type CodeWords } from '../i18n/code-words.ts'
import { ask } from './desk/ask.ts'
import { clearErrors, showErrors, type Fault } from './error-summary.ts'
import type { Trouble } from './register-codes.ts'
import { troubleText } from './trouble-text.ts'

class LostLetter extends HTMLElement {
  private words: CodeWords = codeWords('')

  connectedCallback(): void {
    this.words = codeWords(this.dataset['language'] ?? '')
    this.onSubmit('look-up', () => this.lookUp())
    this.onSubmit('reissue', () => this.reissue())
  }

  private onSubmit(name: string, work: () => Promise<void>): void {
    const form = this.querySelector(`form[data-${name}]`)
    form?.addEventListener('submit', (event) => {
      event.preventDefault()
      if (this.hasAttribute('aria-busy')) return
      this.setAttribute('aria-busy', 'true')
      clearErrors(this)
      this.tell('')
      void work().finally(() => this.removeAttribute('aria-busy'))
    })
  }

  private async lookUp(): Promise<void> {
    const serial = this.serialIn('lost')
    if (serial === undefined) return this.refuse(['lost'])
    const answer = await ask('look-up-letter', { round: this.round, serial })
    if (answer.outcome !== 'done') return this.showTrouble(answer)
    const state = parseLetterState(answer.value)
    this.tell(state === undefined ? this.words.lostAsking : this.words.letterStates[state](serial))
  }

  private async reissue(): Promise<void> {
    const [lost, reserve] = [this.serialIn('lost'), this.serialIn('replacement')]
    if (lost === undefined || reserve === undefined)
      return this.refuse([
        ...(lost === undefined ? ['lost'] : []),
        ...(reserve === undefined ? ['replacement'] : []),
      ])
    if (!window.confirm(this.words.replaceAsk(lost, reserve))) return
    const answer = await ask('reissue-code', { round: this.round, lost, reserve })
    if (answer.outcome !== 'done') return this.showTrouble(answer)
    for (const field of this.querySelectorAll('input')) field.value = ''
    this.tell(this.words.replaced(lost, reserve))
  }

  private get round(): string {
    return this.dataset['round'] ?? ''
  }

  private serialIn(field: string): Serial | undefined {
    return parseSerial(this.querySelector<HTMLInputElement>(`#${field}`)?.value ?? '')
  }

  private refuse(fields: readonly string[]): void {
    this.showFaults(fields.map((field) => ({ sentence: this.words.serialWrong, field })))
  }

  private showTrouble(trouble: Trouble): void {
    const sentence = troubleText(trouble, { words: this.words, silent: this.words.lostAsking })
    this.showFaults([{ sentence }])
  }

  private showFaults(faults: readonly Fault[]): void {
    showErrors(this, this.words.check(faults.length), faults)
  }

  private tell(text: string): void {
    const place = this.querySelector('[data-told]')
    if (place) place.textContent = text
  }
}

customElements.define('lost-letter', LostLetter)
