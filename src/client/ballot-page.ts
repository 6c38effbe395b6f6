/**
 * The parts of the vote page: reads its fields, and shows the meter and the steps.
 *
 * Talks to the page. Invariant: what is shown follows from the choices and the cast alone.
 * Decided in docs/decisions/0004.
 */
import type { BallotPaper } from '../domain/ballot.ts'
import { ballotWords, type BallotWords } from '../i18n/ballot-words.ts'
import { makeFormat, type Format } from '../i18n/format.ts'
import type { Cast } from './ballot-store.ts'
import { drawMoneyLine } from './money-meter.ts'

export class BallotPage {
  readonly paper: BallotPaper
  readonly words: BallotWords
  readonly format: Format
  readonly box: string
  readonly receiptPage: string
  private readonly element: HTMLElement

  constructor(element: HTMLElement) {
    this.element = element
    const { paper = '{}', currency = 'EUR', timeZone = 'UTC', receipt = '' } = element.dataset
    // The build wrote the paper into the page from a checked round.
    this.paper = JSON.parse(paper) as BallotPaper
    const language = document.documentElement.lang
    this.words = ballotWords(language)
    this.format = makeFormat({ language, currency, timeZone })
    this.box = `${this.paper.round}:${this.paper.pool}`
    this.receiptPage = receipt
  }

  get castTo(): string {
    return this.one<HTMLFormElement>('form').action
  }

  code(): string {
    return this.one<HTMLInputElement>('#token').value
  }

  /** The fields of the ballot's form that are sent as they are. */
  message(): { readonly ballotDigest: string; readonly lang: string; readonly area?: string } {
    const fields = new FormData(this.one<HTMLFormElement>('form'))
    const area = fields.get('area')
    const [ballotDigest, lang] = [String(fields.get('ballotDigest')), String(fields.get('lang'))]
    return typeof area === 'string' ? { ballotDigest, lang, area } : { ballotDigest, lang }
  }

  ticked(): readonly string[] {
    return this.boxes()
      .filter(({ checked }) => checked)
      .map(({ value }) => value)
  }

  tick(choices: readonly string[]): void {
    for (const box of this.boxes()) box.checked = choices.includes(box.value)
  }

  /** Shows a code that was read from the address, in groups of four; without one the field is empty. */
  showCode(letters: string): void {
    this.one<HTMLInputElement>('#token').value = letters.replace(/(.{4})(?=.)/g, '$1 ')
    this.one('[data-code-read]').textContent = letters === '' ? '' : this.words.codeRead
  }

  /** Takes away everything that was typed and ticked. */
  empty(): void {
    this.one<HTMLFormElement>('form').reset()
    this.tick([])
    this.showCode('')
  }

  /** Shows the code's field in the check step, where the code itself is in question. */
  revealCode(needed: boolean): void {
    if (needed) this.one('[data-part="code"]').hidden = false
  }

  showMeter(choices: readonly string[]): void {
    const { budget, form } = this.paper
    const costs = this.paper.proposals
      .filter(({ id }) => choices.includes(id))
      .map(({ cost }) => cost)
    const left = budget - costs.reduce((sum, cost) => sum + cost, 0)
    const spent = this.format.money(budget - left)
    const limited = form.type === 'knapsack'
    this.one('[data-live]').hidden = false
    this.one('[data-money-line]').toggleAttribute('data-unlimited', !limited)
    drawMoneyLine(this.one('[data-money-line]'), costs, budget)
    this.one('[data-chosen]').textContent =
      costs.length === 0 ? this.words.nothingChosen : this.words.chosen(costs.length, spent)
    this.one('[data-left]').textContent = limited
      ? this.leftText(left)
      : this.countText(costs.length)
    const over = limited && left < 0
    this.one('[data-over]').hidden = !over
    this.one('[data-over]').textContent = over ? this.words.over(this.format.money(-left)) : ''
  }

  /** Shows the step that the ballot has reached. */
  showStep(cast: Cast, choices: readonly string[]): void {
    const choosing = cast.step === 'choosing'
    for (const part of this.all('[data-part="choose"]')) part.hidden = !choosing
    this.one('[data-part="check"]').hidden = choosing
    this.one('[data-part="code"]').hidden = !choosing && this.code() !== ''
    for (const part of ['code', 'errors'])
      this.move(`[data-part="${part}"]`, `[data-${part}-${choosing ? 'home' : 'slot'}]`)
    if (choosing) return
    this.showChosen(choices)
    const locked = cast.step === 'unconfirmed' || (cast.step === 'sending' && cast.again)
    for (const part of this.all('[data-if="certain"]')) part.hidden = locked
    for (const part of this.all('[data-if="unconfirmed"], [data-if="afresh"]'))
      part.hidden = !locked
    for (const button of this.all<HTMLButtonElement>('[data-cast] button'))
      button.disabled = cast.step === 'sending'
    this.one('[data-sending]').textContent = cast.step === 'sending' ? this.words.sending : ''
    if (locked && this.code() === '')
      this.one('[data-code-read]').textContent = this.words.codeAgain
  }

  focusStep(part: 'choose' | 'check'): void {
    window.scrollTo(0, 0)
    this.one(`[data-part="${part}"] h1`).focus()
  }

  private showChosen(choices: readonly string[]): void {
    for (const line of this.all('[data-choice]'))
      line.hidden = !choices.includes(line.dataset['choice'] ?? '')
    const chosen = this.paper.proposals.filter(({ id }) => choices.includes(id))
    const total = chosen.reduce((sum, { cost }) => sum + cost, 0)
    for (const part of this.all('[data-if="blank"]')) part.hidden = chosen.length > 0
    for (const part of this.all('[data-if="chosen"]')) part.hidden = chosen.length === 0
    for (const spot of this.all('[data-fill="total"]')) spot.textContent = this.format.money(total)
    for (const spot of this.all('[data-fill="left"]'))
      spot.textContent = this.format.money(this.paper.budget - total)
  }

  private leftText(left: number): string {
    return left < 0 ? '' : this.words.left(this.format.money(left))
  }

  private countText(count: number): string {
    const { maxLength } = this.paper.form
    return maxLength === undefined ? '' : this.words.chosenOf(count, maxLength)
  }

  /** A part that moves loses the focus, so it moves only where it has to. */
  private move(part: string, place: string): void {
    const [moved, target] = [this.one(part), this.one(place)]
    if (moved.parentElement !== target) target.append(moved)
  }

  private boxes(): HTMLInputElement[] {
    return this.all<HTMLInputElement>('input[name="choices"][type="checkbox"]')
  }

  private all<Kind extends HTMLElement = HTMLElement>(selector: string): Kind[] {
    return [...this.element.querySelectorAll<Kind>(selector)]
  }

  private one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
    const found = this.element.querySelector<Kind>(selector)
    if (!found) throw new Error(`the vote page has no ${selector}`)
    return found
  }
}
