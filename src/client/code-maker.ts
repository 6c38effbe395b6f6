/**
 * The making of voting codes, step by step: what is wanted, the making, the taking, the end.
 *
 * Talks to the page, a worker and the desk. Invariant: codes are in the memory of this page only; when it is
 * left, or the clerk has them, nothing of them is in it any more. Decided in docs/decisions/0024.
 */
import { addressLetters, type AddressedLetter } from '../domain/addressed-letter.ts'
import { makeToken, TOKEN_BYTES } from '../domain/token.ts'
import type { ActivateCodes, DraftCodes } from '../domain/token-registration.ts'
import { codeWords, type CodeWords } from '../i18n/code-words.ts'
import { makeFormat, type Format } from '../i18n/format.ts'
import { startOrderForm, type CodeOrder, type OrderForm } from './code-order-form.ts'
import { ask } from './desk/ask.ts'
import { letterDrawer } from './draw-letter.ts'
import { clearErrors, showErrors } from './error-summary.ts'
import { showMadeCodes } from './made-codes.ts'
import { makeRegistration, type Registration, type Trouble } from './register-codes.ts'
import { troubleText } from './trouble-text.ts'
import { makeInWorker } from './start-code-worker.ts'
import { startTaking } from './take-letters.ts'

/** Milliseconds for one part: it is little work, and asked for a few times more. */
const PATIENCE = 30_000

/** The way to the desk, and time as the browser has it. */
const DESK = {
  ask: {
    draft: (part: DraftCodes) => ask('draft-codes', part, PATIENCE),
    activate: (batches: ActivateCodes) => ask('activate-codes', batches, PATIENCE),
  },
  wait: (milliseconds: number) =>
    new Promise<void>((done) => void window.setTimeout(done, milliseconds)),
}

type Step = 'choose' | 'making' | 'ready' | 'done'

class CodeMaker extends HTMLElement {
  private words: CodeWords = codeWords('')
  private format: Format | undefined
  private order: OrderForm | undefined
  /** Makes the page forget what it holds; undefined where it holds nothing. */
  private forget: (() => void) | undefined
  private goOn = () => {}
  /** Of the codes that were made. */
  private count = 0

  connectedCallback(): void {
    const { language = '', currency = '', timeZone = '' } = this.dataset
    this.words = codeWords(language)
    this.format = makeFormat({ language, currency, timeZone })
    const form = this.querySelector<HTMLFormElement>('form[data-order]')
    if (form === null) return
    const said = { words: this.words, format: this.format }
    this.order = startOrderForm(form, said, {
      changed: () => this.showSpecimen(),
      counted: () => clearErrors(this),
    })
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.check()
    })
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement) this.press(target.dataset['action'])
    })
    window.addEventListener('beforeunload', (event) => {
      if (this.forget) event.preventDefault()
    })
    // A page that the browser keeps for "back" must hold nothing either.
    window.addEventListener('pagehide', () => this.startAfresh())
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.startAfresh()
    })
    this.startAfresh()
  }

  private press(action: string | undefined): void {
    if (action === 'go-on') this.goOn()
    else if (action === 'give-up' || action === 'again') this.startAfresh(true)
    else if (action === 'finish') this.finish()
  }

  private startAfresh(focus = false): void {
    this.letGo()
    clearErrors(this)
    this.show('choose', focus)
    this.showSpecimen()
    void showMadeCodes(this, (count) => this.number(count))
  }

  /** Nobody can print them again, and a print window says nothing of what came out of the printer. */
  private finish(): void {
    const { count } = this
    if (!window.confirm(this.words.finishAsk(count, this.number(count)))) return
    this.letGo()
    this.show('done', true)
  }

  /** Whatever still holds a code or an address lets go of it. */
  private letGo(): void {
    this.forget?.()
    this.forget = undefined
    this.goOn = () => {}
    this.order?.forget()
    // A browser remembers the last text that a pattern was found in (RegExp.$_): here, a code.
    new RegExp('nothing').exec('nothing')
  }

  private check(): void {
    clearErrors(this)
    const order = this.order?.read()
    if (order === undefined) return
    if (order.ok) void this.make(order.value)
    else showErrors(this, this.words.check(order.error.length), order.error)
  }

  private async make(order: CodeOrder): Promise<void> {
    const round = this.dataset['round'] ?? ''
    const total = order.planned.reduce((sum, { count }) => sum + count, 0)
    let isWanted = true
    this.forget = () => (isWanted = false)
    this.show('making', true)
    this.showProgress(this.words.making, 0, total)
    const made = (codes: number) => this.showProgress(this.words.making, codes, total)
    const batches = await makeInWorker({ round, planned: order.planned }, made)
    if (!isWanted) return
    if (batches === undefined) return this.showTrouble(this.words.notMade)
    const report = (sent: number) => this.showProgress(this.words.sending, sent, total)
    const registration = makeRegistration(round, batches, { ...DESK, report })
    const letters = addressLetters(batches, order.recipients)
    this.goOn = () => void send()
    const send = async () => {
      this.showTrouble(undefined)
      const trouble = await registration.send()
      if (!isWanted) return
      if (trouble) this.showTrouble(this.sentenceOf(trouble, this.words.lost))
      else this.offer({ letters, paper: { ...order.paper, host: this.host } }, registration)
    }
    await send()
  }

  /** The letters are there; taking the first of them makes all of them ready. */
  private offer(
    { letters, paper }: Pick<Parameters<typeof startTaking>[1], 'letters' | 'paper'>,
    registration: Registration,
  ): void {
    const { round = '', language = '' } = this.dataset
    const count = letters.length
    this.count = count
    this.spot('[data-ready]').textContent = this.words.ready(count, this.number(count))
    let isReady = false
    const { format } = this
    if (format === undefined) return
    this.forget = startTaking(this.spot('[data-step="ready"]'), {
      ...{ letters, paper, round, language, words: this.words, format },
      siteUrl: this.siteUrl,
      files: { codes: this.dataset['fileCodes'] ?? '', office: this.dataset['fileOffice'] ?? '' },
      list: this.listWords(),
      activate: async () => {
        const trouble = isReady ? undefined : await registration.activate()
        isReady = trouble === undefined
        return trouble && this.sentenceOf(trouble, this.words.lostTaking)
      },
    })
    this.show('ready', true)
  }

  private listWords(): Parameters<typeof startTaking>[1]['list'] {
    const word = (name: string) => this.dataset[`list${name}`] ?? ''
    return {
      ...{ serial: word('Serial'), code: word('Code'), link: word('Link') },
      ...{ area: word('Area'), reserve: word('Reserve') },
      line: (n) => `${word('Line')} ${n}`,
    }
  }

  private sentenceOf(trouble: Trouble, silent: string): string {
    return troubleText(trouble, { words: this.words, silent })
  }

  private showProgress(
    say: (done: string, of: string) => string,
    done: number,
    total: number,
  ): void {
    const bar = this.querySelector('progress')
    if (bar) Object.assign(bar, { value: done, max: total })
    this.spot('[data-doing]').textContent = say(this.number(done), this.number(total))
  }

  private showTrouble(sentence: string | undefined): void {
    this.spot('[data-trouble]').hidden = sentence === undefined
    this.spot('[data-trouble-text]').textContent = sentence ?? ''
  }

  /** With a code that nobody is given, so that the paper can be looked at first. */
  private showSpecimen(): void {
    const paper = this.order?.paper()
    if (paper === undefined) return
    const [pool = ''] = [...this.querySelectorAll<HTMLElement>('form [data-pool]')].map(
      ({ dataset }) => dataset['pool'],
    )
    const token = makeToken(new Uint8Array(TOKEN_BYTES))
    const letter: AddressedLetter = { serial: 'K7QF-0042', token, pool, kind: 'live', lines: [] }
    const sheets = letterDrawer(this, { ...paper, host: this.host })([
      { letter, link: this.siteUrl, sheet: 1, of: 1 },
    ])
    this.spot('[data-specimen]').replaceChildren(...sheets)
  }

  private show(step: Step, focus: boolean): void {
    for (const section of this.querySelectorAll<HTMLElement>('[data-step]'))
      section.hidden = section.dataset['step'] !== step
    if (focus) this.spot(`[data-step="${step}"] h2`).focus()
    if (focus) this.scrollIntoView()
  }

  /** The council's own address; a site that was built without one has this page's. */
  private get siteUrl(): string {
    return this.dataset['site'] || location.origin
  }

  private get host(): string {
    return new URL(this.siteUrl).host
  }

  private number(count: number): string {
    return this.format?.number(count) ?? String(count)
  }

  private spot(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector) ?? this
  }
}

customElements.define('code-maker', CodeMaker)
