/**
 * The order of voting codes as a clerk fills it in: for whom, how many, and on what paper.
 *
 * Talks to the page. Invariant: what comes out can be made; else every field that needs another look is named.
 * Decided in docs/decisions/0024.
 */
import { countByPool, type NamedPool, type Recipient } from '../domain/address-list.ts'
import { err, ok, type Result } from '../domain/result.ts'
import {
  parseCount,
  planBatches,
  usualReserve,
  type OrderFault,
  type PlannedBatch,
} from '../domain/token-order.ts'
import type { CodeWords } from '../i18n/code-words.ts'
import type { Format } from '../i18n/format.ts'
import { startAddressForm, type AddressForm } from './address-form.ts'
import type { LetterPaper } from './draw-letter.ts'
import type { Fault } from './error-summary.ts'

export type CodeOrder = {
  readonly planned: readonly PlannedBatch[]
  readonly recipients: readonly Recipient[]
  readonly paper: ChosenPaper
}

export type ChosenPaper = Omit<LetterPaper, 'host'>

export type OrderForm = {
  read(): Result<CodeOrder, readonly Fault[]>
  paper(): ChosenPaper
  /** Empties it, as for the next person at this desk. */
  forget(): void
}

type Said = { readonly words: CodeWords; readonly format: Format }

/** `changed` is called whenever the paper is another one, `counted` where the numbers are those of a list. */
type Heard = { readonly changed: () => void; readonly counted: () => void }

/** Starts the form. */
export function startOrderForm(form: HTMLFormElement, said: Said, heard: Heard): OrderForm {
  const pools = poolsIn(form)
  const addresses = startAddressForm(form, {
    ...{ pools, said },
    changed() {
      showCounts(form, addresses, pools)
      // What was wrong with a number was about another one.
      if (isListed(form) && addresses.recipients().ok) heard.counted()
    },
  })
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches('[data-live]')) offerReserve(target)
    if (target instanceof HTMLInputElement && target.name === 'who')
      showCounts(form, addresses, pools)
    showParts(form)
    heard.changed()
  })
  showParts(form)
  return {
    read: () => readOrder(form, { addresses, pools, said }),
    paper: () => paperOf(form),
    forget() {
      form.reset()
      addresses.forget()
      showCounts(form, addresses, pools)
      showParts(form)
    },
  }
}

type Parts = {
  readonly addresses: AddressForm
  readonly pools: readonly NamedPool[]
  readonly said: Said
}

function readOrder(
  form: HTMLFormElement,
  { addresses, pools, said }: Parts,
): Result<CodeOrder, readonly Fault[]> {
  const listed = isListed(form) ? addresses.recipients() : ok([])
  if (!listed.ok) return err([{ sentence: listed.error, field: 'addresses' }])
  const orders = pools.map(({ pool }) => ({
    pool,
    live: parseCount(fieldOf(form, 'live', pool).value) ?? NaN,
    reserve: parseCount(fieldOf(form, 'reserve', pool).value) ?? NaN,
  }))
  const planned = planBatches(orders)
  return planned.ok
    ? ok({ planned: planned.value, recipients: listed.value, paper: paperOf(form) })
    : err([orderFault(planned.error, pools, said)])
}

function orderFault(
  fault: OrderFault,
  [first]: readonly NamedPool[],
  { words, format }: Said,
): Fault {
  const field = `live-${first?.pool ?? ''}`
  switch (fault.kind) {
    case 'not-whole':
      return { sentence: words.notWhole, field: `${fault.of}-${fault.pool}` }
    case 'none':
      return { sentence: words.nothing, field }
    case 'too-many':
      return {
        sentence: words.tooMany(format.number(fault.asked), format.number(fault.most)),
        field,
      }
    default:
      return fault satisfies never
  }
}

function paperOf(form: HTMLFormElement): ChosenPaper {
  const value = (id: string) =>
    form.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)?.value ?? ''
  const layout = checked(form, 'layout') === 'cards' ? 'cards' : 'letters'
  return {
    layout,
    first: value('first'),
    second: layout === 'letters' ? value('second') : undefined,
    sender: value('sender').trim(),
    side: value('side') === 'right' ? 'right' : 'left',
  }
}

/** With a list its addresses are counted; without, the clerk counts. */
function showCounts(
  form: HTMLFormElement,
  addresses: AddressForm,
  pools: readonly NamedPool[],
): void {
  const listed = isListed(form)
  const recipients = listed ? addresses.recipients() : undefined
  const counts = countByPool(recipients?.ok ? recipients.value : [], pools)
  for (const { pool, count } of counts) {
    const field = fieldOf(form, 'live', pool)
    if (field.readOnly || listed) field.value = recipients?.ok ? String(count) : ''
    field.readOnly = listed
    offerReserve(field)
  }
}

/** As long as the clerk wrote no number of their own, the usual one stands there. */
function offerReserve(live: HTMLInputElement): void {
  const reserve = live.closest('[data-pool]')?.querySelector<HTMLInputElement>('[data-reserve]')
  if (!reserve || (reserve.value !== '' && reserve.value !== reserve.dataset['offered'])) return
  const count = parseCount(live.value)
  reserve.value = count === undefined ? '' : String(usualReserve(count))
  reserve.dataset['offered'] = reserve.value
}

/** Cards have no address and one language. */
function showParts(form: HTMLFormElement): void {
  const listed = isListed(form)
  for (const part of form.querySelectorAll<HTMLElement>('[data-who="list"]')) part.hidden = !listed
  const cards = form.querySelector<HTMLInputElement>('[name="layout"][value="cards"]')
  const letters = form.querySelector<HTMLInputElement>('[name="layout"][value="letters"]')
  if (cards) cards.disabled = listed
  if (listed && letters) letters.checked = true
  const isLetters = checked(form, 'layout') !== 'cards'
  for (const part of form.querySelectorAll<HTMLElement>('[data-letters-only]'))
    part.hidden = !isLetters
}

function poolsIn(form: HTMLFormElement): readonly NamedPool[] {
  return [...form.querySelectorAll<HTMLElement>('[data-pool][data-names]')].map(({ dataset }) => ({
    pool: dataset['pool'] ?? '',
    names: (dataset['names'] ?? '').split('\n').filter((name) => name !== ''),
  }))
}

function isListed(form: HTMLFormElement): boolean {
  return checked(form, 'who') === 'list'
}

function checked(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`[name="${name}"]:checked`)?.value ?? ''
}

function fieldOf(form: HTMLFormElement, of: 'live' | 'reserve', pool: string): HTMLInputElement {
  const field = form.querySelector<HTMLInputElement>(`#${of}-${pool}`)
  if (field === null) throw new Error('the page has no such field')
  return field
}
