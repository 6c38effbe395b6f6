/**
 * The vote page with script: choosing, checking and sending in one place.
 *
 * Talks to the page, its address and the server. Invariant: nothing is shown as recorded before the
 * server said so; the code never stays in the address; and nobody meets what another person chose or
 * typed, except a ballot that still waits to be sent again. Decided in docs/decisions/0003.
 */
import { readTyped } from '../domain/token.ts'
import { ballotFaults, choicesFault, codeFault } from './ballot-faults.ts'
import { stepPoints } from './ballot-controls.ts'
import { BallotPage } from './ballot-page.ts'
import { $cast, $choices, forgetState, keepState, makeNonce, startAfresh } from './ballot-store.ts'
import { codeInFragment } from './code-in-address.ts'
import { clearErrors, showErrors, type Fault } from './error-summary.ts'
import { noteGiven } from './given-receipt.ts'
import { reorder, settle } from './rank-order.ts'
import { sendBallot, type Answer } from './send-ballot.ts'

type Recorded = Extract<Answer, { outcome: 'recorded' }>
type Refused = Extract<Answer, { outcome: 'refused' }>

class VoteForm extends HTMLElement {
  private page = new BallotPage(this)
  /** The code that this load of the page read from a letter. */
  private scanned = ''

  connectedCallback(): void {
    // A page that a function has filled is without these parts, and works without script.
    if (!this.querySelector('[data-if="certain"]')) return
    keepState(this.page.box)
    $choices.subscribe((choices) => this.page.showMeter(choices))
    $cast.subscribe((cast) => this.page.showStep(cast, $choices.get()))
    this.takeCode()
    this.page.choose($choices.get())
    for (const event of ['input', 'change']) this.addEventListener(event, () => this.note())
    this.addEventListener('submit', (event) => this.submit(event))
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLElement) this.press(target)
    })
    window.addEventListener('popstate', () => this.goBack())
    window.addEventListener('hashchange', () => this.takeCode())
    window.addEventListener('pageshow', ({ persisted }) => this.showAgain(persisted))
  }

  /** What the fields say becomes the voter's choices, unless it cannot be meant. */
  private note(): void {
    const chosen = this.page.chosen()
    if (chosen.ok) $choices.set(chosen.value)
  }

  private press(target: HTMLElement): void {
    if (target.dataset['action'] === 'afresh') this.chooseAfresh()
    else if (target.dataset['step'] !== undefined) stepPoints(target)
    else if (target.dataset['rank'] !== undefined) this.rank(target)
  }

  private rank(button: HTMLElement): void {
    const asked = this.page.rankAction(button)
    if (asked === undefined) return
    const order = reorder($choices.get(), asked.id, asked.action)
    $choices.set(order)
    this.page.choose(order)
    settle(this, order, { ...asked, facts: this.page.rankFacts })
  }

  /** Moves the code of a scanned letter from the address into its field. */
  private takeCode(): void {
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
    if (fault === undefined && this.isAnother(letters)) this.forget()
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
    this.page.choose($choices.get())
    this.page.showCode(this.scanned)
    this.page.showStep($cast.get(), $choices.get())
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
    this.note()
    const faults = this.faults()
    if (faults.length > 0) return this.showFaults(faults)
    history.pushState({ step: 'checking' }, '')
    $cast.set({ step: 'checking' })
    this.page.focusStep('check')
  }

  /** Back to choosing, unless a ballot may be on its way; a link within the page is no step back. */
  private goBack(): void {
    if ($cast.get().step !== 'checking' || location.hash !== '') return
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
    const chance = !again && answer.outcome === 'refused' && answer.code === 'nonce-taken'
    if (!chance) return this.take(answer, nonce, again)
    // Somebody else's random number was the same; with another one it is a new attempt.
    const fresh = makeNonce()
    this.take(await this.cast(fresh, again), fresh, again)
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
    if (answer.outcome === 'recorded') return this.leave(answer)
    // A refusal says nothing about what may have arrived before, perhaps with another code.
    const waits = again || answer.outcome === 'unconfirmed'
    $cast.set(waits ? { step: 'unconfirmed', nonce } : { step: 'checking' })
    if (answer.outcome === 'refused') this.refuse(answer, again)
    else this.page.focusStep('check')
  }

  private refuse({ code, title, detail }: Refused, again: boolean): void {
    this.page.revealCode(again || code.startsWith('token-'))
    const { arrived, arrivedHeading, stillWaiting } = this.page.words
    if (!again) this.showFaults([{ sentence: detail }], title)
    else if (code === 'nonce-taken') this.showFaults([{ sentence: arrived }], arrivedHeading)
    else this.showFaults([{ sentence: detail }, { sentence: stillWaiting }], title)
  }

  /** On to the receipt; whoever comes back to this page finds it empty. */
  private leave({ receipt: R, signature: s, board: b }: Recorded): void {
    const { box, paper, receiptPage } = this.page
    this.page.empty()
    $choices.set([])
    forgetState(box)
    window.addEventListener('pagehide', () => startAfresh(box), { once: true })
    const fragment = new URLSearchParams({ R, s, b }).toString()
    noteGiven(paper.round, fragment)
    location.replace(`${receiptPage}#${fragment}`)
  }

  /** Gives up a ballot that waits, on the wish of the person at the screen. */
  private chooseAfresh(): void {
    this.forget()
    this.page.focusStep('choose')
  }

  private forget(): void {
    clearErrors(this)
    this.page.empty()
    startAfresh(this.page.box)
  }

  private faults(): readonly Fault[] {
    const code = codeFault(this.page.code(), this.page.words)
    return ballotFaults(code, choicesFault(this.page.chosen(), this.page))
  }

  private showFaults(faults: readonly Fault[], title?: string): void {
    this.page.revealCode(faults.some(({ field }) => field === 'token'))
    showErrors(this, title || this.page.words.errorHeading(faults.length), faults)
  }
}

customElements.define('vote-form', VoteForm)
