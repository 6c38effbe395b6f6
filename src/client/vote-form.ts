/**
 * The vote page with script: choosing, checking and sending in one place.
 *
 * Talks to the page, its address and the server. Invariant: nothing is shown as recorded before the
 * server said so; the code never stays in the address; and nobody meets what another person chose or
 * typed, except a ballot that still waits to be sent again. Decided in docs/decisions/0003.
 */
import { readTyped } from '../domain/token.ts'
import { codeFault } from '../domain/typed-code.ts'
import { BallotSteps, type Recorded } from './ballot-steps.ts'
import {
  $cast,
  $choices,
  $fields,
  forgetState,
  keepState,
  startAfresh,
  takeUp,
} from './ballot-store.ts'
import { codeInFragment } from './code-in-address.ts'
import { clearErrors } from './error-summary.ts'
import { noteGiven } from './given-receipt.ts'

class VoteForm extends BallotSteps {
  /** The code that this load of the page read from a letter. */
  private scanned = ''
  /** Whether the voter asked to change something, and the browser is on its way back there. */
  private isLeaving = false

  connectedCallback(): void {
    // A page that a function has filled is without these parts, and works without script.
    if (!this.querySelector('[data-if="certain"]')) return
    keepState(this.page.box)
    this.begin()
    this.takeCode({ fresh: true })
    this.page.fill($fields.get())
    this.note()
    window.addEventListener('popstate', () => this.goBack())
    window.addEventListener('hashchange', () => this.takeCode({ fresh: false }))
    window.addEventListener('pageshow', ({ persisted }) => this.showAgain(persisted))
  }

  /**
   * Moves the code of a scanned letter from the address into its field. In a page that was loaded with it,
   * what was chosen before is another person's: the code that went with it is not here any more.
   */
  private takeCode({ fresh }: { readonly fresh: boolean }): void {
    const fragment = location.hash.slice(1)
    // Links within the page lead to its fields.
    if (fragment === '' || document.getElementById(fragment)) return
    history.replaceState(history.state, '', location.pathname + location.search)
    const { step } = $cast.get()
    if (step === 'sending') return
    const letters = codeInFragment(fragment)
    if (step === 'unconfirmed' && this.isAnother(letters))
      return this.showFaults([{ sentence: this.page.words.stillWaiting }])
    const fault = codeFault(letters, this.page.words)
    const others = this.isAnother(letters) || (fresh && step === 'choosing')
    if (fault === undefined && others) this.forget()
    clearErrors(this)
    this.scanned = fault === undefined ? letters : ''
    this.page.showCode(this.scanned)
    if (fault !== undefined) this.showFaults([{ sentence: fault, field: 'token' }])
  }

  /** Whether the field holds a good code already, and it is not this one. */
  private isAnother(letters: string): boolean {
    const typed = readTyped(this.page.code())
    return typed !== letters && codeFault(typed, this.page.words) === undefined
  }

  /** Browsers put back what stood in a form, also for the next person at the same screen. */
  private showAgain(persisted: boolean): void {
    if (persisted) this.scanned = ''
    // Another page of the site may have added to the ballot, or taken from it.
    if (persisted && $cast.get().step !== 'unconfirmed') takeUp(this.page.box)
    this.page.fill($fields.get())
    this.page.showCode(this.scanned)
    this.page.showStep($cast.get(), $choices.get())
  }

  /** A step of its own in the browser's history; links within the page make others, which are no steps. */
  protected enterCheck(): void {
    history.replaceState({ step: 'choosing' }, '')
    history.pushState({ step: 'checking' }, '')
    $cast.set({ step: 'checking' })
    this.page.focusStep('check')
  }

  protected leaveCheck(): void {
    this.isLeaving = true
    history.back()
  }

  /** Back to choosing, unless a ballot may be on its way. */
  private goBack(): void {
    if ($cast.get().step !== 'checking') return
    if (!isChoosing(history.state)) return this.isLeaving ? history.back() : undefined
    this.isLeaving = false
    clearErrors(this)
    $cast.set({ step: 'choosing' })
    this.page.focusStep('choose')
  }

  /** On to the receipt; whoever comes back to this page finds it empty. */
  protected finish({ receipt: R, signature: s, board: b }: Recorded): void {
    const { box, paper, receiptPage } = this.page
    this.page.empty()
    forgetState(box)
    window.addEventListener('pagehide', () => startAfresh(box), { once: true })
    const fragment = new URLSearchParams({ R, s, b }).toString()
    noteGiven(paper.round, fragment)
    location.replace(`${receiptPage}#${fragment}`)
  }
}

function isChoosing(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'step' in state && state.step === 'choosing'
}

customElements.define('vote-form', VoteForm)
