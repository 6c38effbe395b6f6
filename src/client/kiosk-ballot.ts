/**
 * The ballot at a kiosk: the same steps as at home, with nothing kept but in this page's memory.
 *
 * Talks to the page and the server. Invariant: no storage, no address and no step of the browser's history knows
 * of a voter; nothing is sent while there is no connection. Decided in docs/decisions/0027.
 */
import { codeFault } from '../domain/typed-code.ts'
import { BallotSteps, type Recorded } from './ballot-steps.ts'
import { $cast, $fields } from './ballot-store.ts'
import { clearErrors } from './error-summary.ts'

/** What the page around it is told. */
export type KioskEvents = {
  readonly recorded: CustomEvent<Recorded>
  readonly afresh: CustomEvent
  readonly away: CustomEvent
}

export class KioskBallot extends BallotSteps {
  connectedCallback(): void {
    this.begin()
    this.page.fill($fields.get())
    this.note()
  }

  /** Takes a code that was scanned, and leads on to the choices. */
  takeCode(letters: string): void {
    clearErrors(this)
    this.page.showCode(letters)
    if ($cast.get().step === 'choosing') this.querySelector<HTMLElement>('#choices')?.focus()
  }

  /** The code's field as it stands, for the same page in another language. */
  get code(): string {
    return this.page.code()
  }

  /** Says what is wrong with what was typed or scanned as a code. */
  refuseCode(letters: string): void {
    this.page.showCode(letters)
    const fault = codeFault(this.page.code(), this.page.words)
    if (fault !== undefined) this.showFaults([{ sentence: fault, field: 'token' }])
  }

  protected enterCheck(): void {
    $cast.set({ step: 'checking' })
    this.page.focusStep('check')
  }

  protected leaveCheck(): void {
    clearErrors(this)
    $cast.set({ step: 'choosing' })
    this.page.focusStep('choose')
  }

  protected override async send(): Promise<void> {
    if (navigator.onLine) return super.send()
    this.tell('away')
  }

  protected finish(recorded: Recorded): void {
    this.tell('recorded', recorded)
  }

  protected override chooseAfresh(): void {
    this.tell('afresh')
  }

  private tell(what: keyof KioskEvents, detail?: Recorded): void {
    this.dispatchEvent(new CustomEvent(`kiosk-${what}`, { bubbles: true, detail }))
  }
}
