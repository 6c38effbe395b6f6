/**
 * The steps of a ballot with script: choosing, checking and sending in one place.
 *
 * Talks to the page and the server. Invariant: nothing is shown as recorded before the server said so; what is
 * not known stays as it was sent until an answer comes. Decided in docs/decisions/0003.
 */
import { readTyped } from '../domain/token.ts'
import { codeFault } from '../domain/typed-code.ts'
import { isBallotControl } from './ballot-controls.ts'
import { ballotFaults, choicesFault } from './ballot-faults.ts'
import { BallotPage } from './ballot-page.ts'
import { $cast, $choices, $fields, makeNonce, startAfresh } from './ballot-store.ts'
import { clearErrors, showErrors, type Fault } from './error-summary.ts'
import { reorder } from './rank-order.ts'
import { sendBallot, type Answer } from './send-ballot.ts'

export type Recorded = Extract<Answer, { outcome: 'recorded' }>
type Refused = Extract<Answer, { outcome: 'refused' }>

/** An element around the parts of a ballot (BallotForm.astro). */
export abstract class BallotSteps extends HTMLElement {
  protected page = new BallotPage(this)
  private ends: readonly (() => void)[] = []

  /** Shows what is chosen, and listens. */
  protected begin(): void {
    this.ends = [
      $choices.subscribe((choices) => this.page.showMeter(choices)),
      $cast.subscribe((cast) => this.page.showStep(cast, $choices.get())),
    ]
    this.addEventListener('input', ({ target }) => {
      if (isBallotControl(target)) this.note()
    })
    this.addEventListener('submit', (event) => this.submit(event))
    this.addEventListener('click', ({ target, detail }) => {
      if (target instanceof HTMLElement) this.press(target, detail)
    })
  }

  disconnectedCallback(): void {
    for (const end of this.ends) end()
  }

  /** What was chosen is fit to be checked. */
  protected abstract enterCheck(): void
  /** The voter wants to change something. */
  protected abstract leaveCheck(): void
  /** The ballot is in the box. */
  protected abstract finish(recorded: Recorded): void

  /** What the fields say becomes the voter's choices, unless it cannot be meant, or a ballot waits. */
  protected note(): void {
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

  private submit(event: SubmitEvent): void {
    event.preventDefault()
    const { step } = $cast.get()
    const wantsChange =
      event.submitter instanceof HTMLButtonElement && event.submitter.name === 'change'
    if (step === 'choosing') this.check()
    else if (step === 'checking' && wantsChange) this.leaveCheck()
    else if (step !== 'sending') void this.send()
  }

  /** From choosing to checking. */
  private check(): void {
    clearErrors(this)
    this.note()
    const faults = this.faults({ again: false })
    if (faults.length > 0) return this.showFaults(faults)
    this.enterCheck()
  }

  protected async send(): Promise<void> {
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
    if (answer.outcome === 'recorded') return this.finish(answer)
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

  /** Gives up a ballot that waits, on the wish of the person at the screen. */
  protected chooseAfresh(): void {
    this.forget()
    this.page.focusStep('choose')
  }

  protected forget(): void {
    clearErrors(this)
    this.page.empty()
    startAfresh(this.page.box)
  }

  /** A ballot that waits stays as it was sent; only its code is typed again. */
  private faults({ again }: { readonly again: boolean }): readonly Fault[] {
    const code = codeFault(this.page.code(), this.page.words)
    return ballotFaults(code, again ? undefined : choicesFault(this.page.chosen(), this.page))
  }

  protected showFaults(faults: readonly Fault[], title?: string): void {
    this.page.revealCode(faults.some(({ field }) => field === 'token'))
    showErrors(this, title || this.page.words.errorHeading(faults.length), faults)
  }
}
