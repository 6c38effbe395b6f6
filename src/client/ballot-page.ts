/**
 * The parts of the vote page: reads its fields, and shows the meter and the steps.
 *
 * Talks to the page. Invariant: what is shown follows from the choices and the cast alone.
 * Decided in docs/decisions/0004.
 */
import type { BallotPaper } from '../domain/ballot.ts'
import type { BallotField } from '../domain/ballot-fields.ts'
import { lengthsOf } from '../domain/ballot-form.ts'
import { ballotSums } from '../domain/ballot-sums.ts'
import { proposalOf, type Choices } from '../domain/choices.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import { ballotWords, type BallotWords } from '../i18n/ballot-words.ts'
import { choiceNote } from '../i18n/choice-note.ts'
import { makeFormat, type Format } from '../i18n/format.ts'
import { readControls, readFields, setControls, setFields, stepPoints } from './ballot-controls.ts'
import { readMeter } from './ballot-meter.ts'
import type { Cast } from './ballot-store.ts'
import { drawMoneyLine } from './money-meter.ts'
import { nextInFocus, orderStatus, settle, showOrder } from './rank-order.ts'
import type { RankAsked, RankFacts } from './rank-order.ts'

const RANK_ACTIONS = ['add', 'earlier', 'later', 'out'] as const

export class BallotPage {
  readonly paper: BallotPaper
  readonly words: BallotWords
  readonly format: Format
  readonly box: string
  readonly receiptPage: string
  private readonly element: HTMLElement
  private readonly cards: ReadonlyMap<string, HTMLElement>

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
    const cards = this.all('[data-proposal]')
    this.cards = new Map(cards.map((card) => [card.dataset['proposal'] ?? '', card]))
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

  /** The fields as they stand. */
  fields(): readonly BallotField[] {
    return readFields(this.one('form'))
  }

  /** What the fields say. */
  chosen(): Result<Choices, Refusal> {
    return readControls(this.fields(), this.paper.form.type)
  }

  choose(choices: Choices): void {
    setControls(this.one('form'), choices, this.paper.form.type)
  }

  /** Puts back what stood in the fields. */
  fill(fields: readonly BallotField[]): void {
    setFields(this.one('form'), fields)
    for (const button of this.all('[data-step]')) button.hidden = false
  }

  /** Gives one point more or fewer, and says what the proposal has now. */
  step(button: HTMLElement): void {
    const points = this.words.points(stepPoints(button))
    const id = button.closest<HTMLElement>('[data-proposal]')?.dataset['proposal']
    const title = this.paper.proposals.find((each) => each.id === id)?.title ?? ''
    this.one('[data-said]').textContent = this.words.about(title, points)
  }

  /** What a button of the ranking asks for. */
  rankAsked(button: HTMLElement): RankAsked | undefined {
    const card = button.dataset['rankAdd']
    const id = card ?? button.closest<HTMLElement>('[data-id]')?.dataset['id']
    const known = this.paper.proposals.find((each) => each.id === id)
    const action = RANK_ACTIONS.find((each) => each === button.dataset['rank'])
    return known && action ? { id: known.id, action, card: card !== undefined } : undefined
  }

  /** Says what became of a proposal in the order, and moves the focus with it. */
  settle(orders: { readonly before: Choices; readonly after: Choices }, asked: RankAsked): void {
    this.one('[data-said]').textContent = orderStatus(orders.after, asked, this.rankFacts)
    if (!asked.card) settle(this.element, nextInFocus(orders, asked), asked.action)
  }

  private get rankFacts(): RankFacts {
    const { proposals, form } = this.paper
    return {
      titles: new Map(proposals.map(({ id, title }) => [id, title])),
      places: lengthsOf(form).maxLength ?? proposals.length,
      words: this.words,
    }
  }

  /** Shows a code that was read from the address, in groups of four; without one the field is empty. */
  showCode(letters: string): void {
    this.one<HTMLInputElement>('#token').value = letters.replace(/(.{4})(?=.)/g, '$1 ')
    this.one('[data-code-read]').textContent = letters === '' ? '' : this.words.codeRead
  }

  /** Takes away everything that was typed and ticked. */
  empty(): void {
    this.one<HTMLFormElement>('form').reset()
    this.fill([])
    this.showCode('')
  }

  /** Shows the code's field in the check step, where the code itself is in question. */
  revealCode(needed: boolean): void {
    if (needed) this.one('[data-part="code"]').hidden = false
  }

  showMeter(choices: Choices): void {
    const { chosen, left, over, line } = readMeter(choices, this)
    this.one('[data-money-line]').toggleAttribute('data-unlimited', line === undefined)
    if (line) drawMoneyLine(this.one('[data-money-line]'), line.pieces, line.full)
    // One or the other: together they would take half of a small screen.
    this.one('[data-chosen]').textContent = over === '' ? chosen : ''
    this.one('[data-left]').textContent = over === '' ? left : ''
    this.one('[data-over]').textContent = over
    this.markChosen(choices)
    if (this.paper.form.type === 'ranking') showOrder(this.element, choices, this.rankFacts)
  }

  /** Touches only the cards that change: a ballot can have thousands. */
  private markChosen(choices: Choices): void {
    const ids = new Set<string>(choices.map(proposalOf))
    for (const card of this.all('[data-chosen-proposal]'))
      if (!ids.has(card.dataset['proposal'] ?? '')) card.removeAttribute('data-chosen-proposal')
    for (const id of ids) this.cards.get(id)?.setAttribute('data-chosen-proposal', '')
  }

  /** Shows the step that the ballot has reached. */
  showStep(cast: Cast, choices: Choices): void {
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

  private showChosen(choices: Choices): void {
    const { type } = this.paper.form
    const ids = choices.map(proposalOf)
    for (const line of this.all('[data-choice]')) {
      const place = ids.findIndex((id) => id === line.dataset['choice'])
      const choice = choices[place]
      line.hidden = choice === undefined
      if (choice === undefined) continue
      const note = line.querySelector('[data-note]')
      if (note) note.textContent = choiceNote(choice, { place, type, words: this.words })
      if (type === 'ranking') line.style.order = String(place)
    }
    for (const part of this.all('[data-if="blank"]')) part.hidden = ids.length > 0
    for (const part of this.all('[data-if="chosen"]')) part.hidden = ids.length === 0
    this.showSums(choices)
  }

  private showSums(choices: Choices): void {
    const { total, left, points, pointsLeft } = ballotSums(choices, this.paper)
    const texts = {
      ...{ total: this.format.money(total), left: this.format.money(left) },
      ...{ points: this.words.points(points), pointsLeft: this.words.points(pointsLeft) },
    }
    for (const [name, text] of Object.entries(texts))
      for (const spot of this.all(`[data-fill="${name}"]`)) spot.textContent = text
  }

  /** A part that moves loses the focus, so it moves only where it has to. */
  private move(part: string, place: string): void {
    const [moved, target] = [this.one(part), this.one(place)]
    if (moved.parentElement !== target) target.append(moved)
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
