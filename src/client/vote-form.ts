/**
 * The vote page with script: choosing, checking and sending in one place.
 *
 * Talks to the page, its address and the server. Invariant: nothing is shown as recorded before the
 * server said so; the code never stays in the address; and nobody meets what another person chose or
 * typed, except a ballot that still waits to be sent again. Decided in docs/decisions/0003.
 */
import { readTyped } from '../domain/token.ts'
import { ballotFaults, choicesFault, codeFault } from './ballot-faults.ts'
import { BallotPage } from './ballot-page.ts'
import {
  $cast,
  $choices,
  $fields,
  forgetState,
  keepState,
  makeNonce,
  startAfresh,
  takeUp,
} from './ballot-store.ts'
import { codeInFragment } from './code-in-address.ts'
import { clearErrors, showErrors, type Fault } from './error-summary.ts'
import { noteGiven } from './given-receipt.ts'
import { reorder } from './rank-order.ts'
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
    this.takeCode({ fresh: true })
    this.page.fill($fields.get())
    this.note()
    for (const event of ['input', 'change']) this.addEventListener(event, () => this.note())
    this.addEventListener('submit', (event) => this.submit(event))
    this.addEventListener('click', ({ target, detail }) => {
      if (target instanceof HTMLElement) this.press(target, detail)
    })
    window.addEventListener('popstate', () => this.goBack())
    window.addEventListener('hashchange', () => this.takeCode({ fresh: false }))
    window.addEventListener('pageshow', ({ persisted }) => this.showAgain(persisted))
  }

  /** What the fields say becomes the voter's choices, unless it cannot be meant, or a ballot waits. */
  private note(): void {
    if ($cast.get().step !== 'choosing') return
    $fields.set(this.page.fields())
    const chosen = this.page.chosen()
    if (chosen.ok) $choices.set(chosen.value)
  }

  private press(target: HTMLElement, clicks: number): void {
    const { action, step, rank, rankAdd } = target.dataset
    if (action === 'afresh') this.chooseAfresh()
    else if (step !== undefined) this.page.step(target)
    // The button that adds becomes the one that removes: the second half of a double click is neither.
    else if (rank !== undefined && (rankAdd === undefined || clicks < 2)) this.rank(target)
  }

  private rank(button: HTMLElement): void {
    const asked = this.page.rankAsked(button)
    if (asked === undefined) return
    const before = $choices.get()
    const after = reorder(before, asked.id, asked.action)
    this.page.choose(after)
    this.note()
    this.page.settle({ before, after }, asked)
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
    const faults = this.faults({ again: false })
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
    const cast = $cast.get()
    const again = cast.step === 'unconfirmed'
    const faults = this.faults({ again })
    if (faults.length > 0) return this.showFaults(faults)
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

  /** A ballot that waits stays as it was sent; only its code is typed again. */
  private faults({ again }: { readonly again: boolean }): readonly Fault[] {
    const code = codeFault(this.page.code(), this.page.words)
    return ballotFaults(code, again ? undefined : choicesFault(this.page.chosen(), this.page))
  }

  private showFaults(faults: readonly Fault[], title?: string): void {
    this.page.revealCode(faults.some(({ field }) => field === 'token'))
    showErrors(this, title || this.page.words.errorHeading(faults.length), faults)
  }
}

customElements.define('vote-form', VoteForm)
