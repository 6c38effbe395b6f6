/**
 * The vote page with script: choosing, checking and sending in one place.
 *
 * Talks to the page, its address and the server. Invariant: nothing is shown as recorded before the
 * server said so, and the code never stays in the address. Decided in docs/decisions/0003.
 */
import { readTyped } from '../domain/token.ts'
import { ballotFaults, choicesFault, codeFault } from './ballot-faults.ts'
import { BallotPage } from './ballot-page.ts'
import { $cast, $choices, forgetState, keepState, makeNonce, startAfresh } from './ballot-store.ts'
import { codeInFragment } from './code-in-address.ts'
import { clearErrors, showErrors, type Fault } from './error-summary.ts'
import { noteGiven } from './given-receipt.ts'
import { sendBallot, type Answer } from './send-ballot.ts'

/** Refusals that are given before the ballot box is asked. */
const UNRELATED = [
  'too-many-requests',
  'body-invalid',
  'body-too-large',
  'origin-not-allowed',
  'wrong-address',
]

class VoteForm extends HTMLElement {
  private page = new BallotPage(this)

  connectedCallback(): void {
    // A page that a function has filled is without these parts, and works without script.
    if (!this.querySelector('[data-if="certain"]')) return
    keepState(this.page.box)
    this.takeCode()
    this.page.tick($choices.get())
    this.addEventListener('change', () => $choices.set(this.page.ticked()))
    this.addEventListener('submit', (event) => this.submit(event))
    window.addEventListener('popstate', () => this.goBack())
    $choices.subscribe((choices) => this.page.showMeter(choices))
    $cast.subscribe((cast) => this.page.showStep(cast, $choices.get()))
  }

  /** Moves the code of a scanned letter from the address into its field. */
  private takeCode(): void {
    const fragment = location.hash.slice(1)
    if (fragment === '') return
    history.replaceState(history.state, '', location.pathname + location.search)
    const letters = codeInFragment(fragment)
    if (codeFault(letters, this.page.words) === undefined) this.page.showCode(letters)
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault()
    const { step } = $cast.get()
    const wantsChange =
      event.submitter instanceof HTMLButtonElement && event.submitter.name === 'change'
    if (step === 'choosing') this.check()
    else if (step === 'checking' && wantsChange) history.back()
    else if (step !== 'sending') void this.send()
  }

  /** From choosing to checking; a step of its own in the browser's history. */
  private check(): void {
    clearErrors(this)
    const faults = this.faults()
    if (faults.length > 0) return this.showFaults(faults)
    history.pushState({ step: 'checking' }, '')
    $cast.set({ step: 'checking' })
    this.page.focusCheck()
  }

  /** Back to choosing, unless a ballot may be on its way. */
  private goBack(): void {
    if ($cast.get().step !== 'checking') return
    clearErrors(this)
    $cast.set({ step: 'choosing' })
  }

  private async send(): Promise<void> {
    clearErrors(this)
    const faults = this.faults()
    if (faults.length > 0) return this.showFaults(faults)
    const cast = $cast.get()
    const again = cast.step === 'unconfirmed'
    const nonce = again ? cast.nonce : makeNonce()
    const answer = await this.cast(nonce, again)
    if (answer.outcome !== 'refused' || answer.code !== 'nonce-taken')
      return this.take(answer, nonce, again)
    if (again) return this.chooseAfresh()
    // Somebody else's random number was the same; with another one it is a new attempt.
    const fresh = makeNonce()
    this.take(await this.cast(fresh, again), fresh, again)
  }

  /** The waiting ballot arrived with another code: nothing of it may be sent with this one. */
  private chooseAfresh(): void {
    startAfresh(this.page.box)
    this.page.tick([])
    const { arrived, arrivedHeading } = this.page.words
    this.showFaults([{ sentence: arrived }], arrivedHeading)
  }

  private cast(nonce: string, again: boolean): Promise<Answer> {
    $cast.set({ step: 'sending', nonce, again })
    return sendBallot(this.page.castTo, {
      ...this.page.message(),
      token: readTyped(this.page.code()),
      nonce,
      choices: $choices.get(),
    })
  }

  private take(answer: Answer, nonce: string, again: boolean): void {
    switch (answer.outcome) {
      case 'recorded': {
        forgetState(this.page.box)
        const { receipt: R, signature: s, board: b } = answer
        const fragment = new URLSearchParams({ R, s, b }).toString()
        noteGiven(this.page.paper.round, fragment)
        location.replace(`${this.page.receiptPage}#${fragment}`)
        return
      }
      case 'refused':
        // Turned away at the door: that says nothing about what may have arrived before.
        if (again && UNRELATED.includes(answer.code)) $cast.set({ step: 'unconfirmed', nonce })
        else $cast.set({ step: 'checking' })
        this.page.revealCode(answer.code.startsWith('token-'))
        return this.showFaults([{ sentence: answer.detail }], answer.title)
      case 'unconfirmed':
        $cast.set({ step: 'unconfirmed', nonce })
        this.page.focusCheck()
    }
  }

  private faults(): readonly Fault[] {
    const code = codeFault(this.page.code(), this.page.words)
    return ballotFaults(code, choicesFault($choices.get(), this.page))
  }

  private showFaults(faults: readonly Fault[], title?: string): void {
    showErrors(this, title || this.page.words.errorHeading(faults.length), faults)
  }
}

customElements.define('vote-form', VoteForm)
