/**
 * The part of the order in which a clerk chooses or pastes a list of addresses, and says which column is what.
 *
 * Talks to the page and to the chosen file. Invariant: the first address is shown as it will be printed, and
 * whatever is wrong is said before a code is made. Decided in docs/decisions/0024.
 */
import {
  ADDRESS_PARTS,
  guessColumns,
  type AddressColumns,
  type AddressPart,
} from '../domain/address-columns.ts'
import {
  countRepeated,
  readRecipients,
  type AddressFault,
  type AddressTable,
  type NamedPool,
  type Recipient,
} from '../domain/address-list.ts'
import { err, type Result } from '../domain/result.ts'
import { addressText, type AddressSaying } from './address-text.ts'
import { readAddressFile } from './read-address-file.ts'

export type AddressForm = {
  /** The addresses as they are now; a fault is one sentence. */
  recipients(): Result<readonly Recipient[], string>
  /** Takes the list out of the page and out of the memory. */
  forget(): void
}

type Said = Omit<AddressSaying, 'nameOf'>
type Chosen = Result<AddressTable, AddressFault> | undefined

/** Starts the part within `root`; `changed` is called whenever another list or column was chosen. */
export function startAddressForm(
  root: HTMLElement,
  { pools, said, changed }: { pools: readonly NamedPool[]; said: Said; changed: () => void },
): AddressForm {
  let chosen: Chosen
  const saying = { ...said, nameOf: (part: AddressPart) => labelOf(root, part) }
  const recipients = () => recipientsIn(root, { chosen, pools, saying })
  const show = () => {
    showList(root, { recipients: recipients(), chosen }, said)
    changed()
  }
  const take = (table: Chosen) => {
    chosen = table
    if (table?.ok) offerColumns(root, table.value)
    show()
  }
  // One list at a time: the other place is emptied.
  fileField(root).addEventListener('change', () => {
    pasteField(root).value = ''
    void readChosen(root).then(take)
  })
  pasteField(root).addEventListener('input', () => {
    fileField(root).value = ''
    take(readPasted(root))
  })
  for (const select of selectsOf(root)) select.addEventListener('change', show)
  return {
    recipients,
    forget() {
      chosen = undefined
      fileField(root).value = ''
      pasteField(root).value = ''
      for (const select of selectsOf(root)) select.length = 1
      showList(root, { recipients: err(''), chosen }, said)
    },
  }
}

function recipientsIn(
  root: HTMLElement,
  { chosen, pools, saying }: { chosen: Chosen; pools: readonly NamedPool[]; saying: AddressSaying },
): Result<readonly Recipient[], string> {
  if (chosen === undefined) return err(saying.words.noFile)
  const read = chosen.ok ? readRecipients(chosen.value, columnsOf(root), pools) : chosen
  return read.ok ? read : err(addressText(read.error, saying))
}

async function readChosen(root: HTMLElement): Promise<Chosen> {
  const [file] = fileField(root).files ?? []
  return file && readAddressFile(new Uint8Array(await file.arrayBuffer()))
}

function readPasted(root: HTMLElement): Chosen {
  const { value } = pasteField(root)
  return value.trim() === '' ? undefined : readAddressFile(new TextEncoder().encode(value))
}

/** Each part may be any column; what the head row calls it is chosen already. */
function offerColumns(root: HTMLElement, { head }: AddressTable): void {
  const guessed = guessColumns(head)
  for (const select of selectsOf(root)) {
    select.length = 1
    select.append(...head.map((name, at) => new Option(name || String(at + 1), String(at))))
    const column = guessed[partOf(select)]
    select.value = column === undefined ? '' : String(column)
  }
}

function columnsOf(root: HTMLElement): AddressColumns {
  const chosen = selectsOf(root).filter(({ value }) => value !== '')
  return Object.fromEntries(chosen.map((select) => [partOf(select), Number(select.value)]))
}

type Shown = {
  readonly recipients: Result<readonly Recipient[], string>
  readonly chosen: Chosen
}

function showList(root: HTMLElement, { recipients, chosen }: Shown, { words, format }: Said): void {
  spot(root, '[data-columns]').hidden = !chosen?.ok
  const fault = spot(root, '#addresses-error')
  const unread = chosen !== undefined && !chosen.ok && !recipients.ok
  fault.textContent = unread ? recipients.error : ''
  fault.hidden = !unread
  const first = recipients.ok ? recipients.value[0] : undefined
  spot(root, '[data-first-address]').textContent = first?.lines.join('\n') ?? ''
  spot(root, '[data-list-told]').textContent = !recipients.ok
    ? recipients.error
    : toldOf(recipients.value, words, format)
}

function toldOf(
  recipients: readonly Recipient[],
  words: Said['words'],
  { number }: Said['format'],
): string {
  const repeated = countRepeated(recipients)
  return [
    words.addresses(recipients.length, number(recipients.length)),
    ...(repeated > 0 ? [words.repeated(repeated, number(repeated))] : []),
  ].join(' ')
}

function fileField(root: HTMLElement): HTMLInputElement {
  const field = root.querySelector<HTMLInputElement>('#addresses')
  if (field === null) throw new Error('the page has no field for a file')
  return field
}

function pasteField(root: HTMLElement): HTMLTextAreaElement {
  const field = root.querySelector<HTMLTextAreaElement>('#pasted')
  if (field === null) throw new Error('the page has no field for rows')
  return field
}

function selectsOf(root: HTMLElement): readonly HTMLSelectElement[] {
  return [...root.querySelectorAll<HTMLSelectElement>('select[data-column]')]
}

function partOf({ dataset }: HTMLSelectElement): AddressPart {
  const part = ADDRESS_PARTS.find((each) => each === dataset['column'])
  if (part === undefined) throw new Error('the page names a part that no address has')
  return part
}

function labelOf(root: HTMLElement, part: AddressPart): string {
  return root.querySelector(`label[for="column-${part}"]`)?.textContent ?? part
}

function spot(root: HTMLElement, selector: string): HTMLElement {
  return root.querySelector<HTMLElement>(selector) ?? root
}
