/**
 * The voter's state in the browser: what is chosen, and how far the ballot has come.
 *
 * Talks to sessionStorage. Invariant: the voting code is never stored; while a ballot is unconfirmed its
 * nonce and choices are, so that sending it again is counted once. Decided in docs/decisions/0003.
 */
import { atom } from 'nanostores'
import { isBallotField, type BallotField } from '../domain/ballot-fields.ts'
import { areChoices, type Choices } from '../domain/choice.ts'

/** How far a ballot has come. Nothing here is success: that is another page. */
export type Cast =
  | { readonly step: 'choosing' }
  | { readonly step: 'checking' }
  | { readonly step: 'sending'; readonly nonce: string; readonly again: boolean }
  | { readonly step: 'unconfirmed'; readonly nonce: string }

export const $choices = atom<Choices>([])
/** The fields as they stand, with whatever in them cannot be meant. */
export const $fields = atom<readonly BallotField[]>([])
export const $cast = atom<Cast>({ step: 'choosing' })

type Kept = {
  readonly choices: Choices
  readonly fields: readonly BallotField[]
  readonly nonce: string | undefined
}

/** What ends the keeping of the box that was kept last. */
let endKeeping: readonly (() => void)[] = []

/** Keeps the state of one ballot box in this tab, and takes up what was kept before; one box at a time. */
export function keepState(box: string): void {
  for (const end of endKeeping) end()
  takeUp(box)
  const nonce = readKept(keyOf(box))?.nonce
  $cast.set(nonce ? { step: 'unconfirmed', nonce } : { step: 'choosing' })
  const keep = () => writeKept(keyOf(box))
  endKeeping = [$choices.listen(keep), $fields.listen(keep), $cast.listen(keep)]
}

/** Takes up what was chosen for a box on another page of this tab. */
export function takeUp(box: string): void {
  const kept = readKept(keyOf(box))
  // Both are read before either is set, for whoever listens writes them back.
  const [choices, fields] = [kept?.choices ?? [], kept?.fields ?? []]
  $choices.set(choices)
  $fields.set(fields)
}

/** What is chosen for a box, kept now or not. */
export function choicesIn(box: string): Choices {
  return readKept(keyOf(box))?.choices ?? []
}

/** Forgets a ballot that is somebody else's, and what was chosen for it. */
export function startAfresh(box: string): void {
  $cast.set({ step: 'choosing' })
  forgetState(box)
}

/** Forgets what was chosen for a ballot that is in the box. */
export function forgetState(box: string): void {
  $choices.set([])
  $fields.set([])
  removeKept(keyOf(box))
}

/** Sixteen random bytes as base64url: the voter's own number, from which the receipt is made. */
export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function keyOf(box: string): string {
  return `ballot:${box}`
}

/** A browser may forbid storage; voting works without it. */
function readKept(key: string): Kept | undefined {
  try {
    return parseKept(JSON.parse(sessionStorage.getItem(key) ?? 'null'))
  } catch {
    return undefined
  }
}

function writeKept(key: string): void {
  const [cast, choices, fields] = [$cast.get(), $choices.get(), $fields.get()]
  const nonce = 'nonce' in cast ? cast.nonce : undefined
  if (nonce === undefined && choices.length + fields.length === 0) return removeKept(key)
  try {
    sessionStorage.setItem(key, JSON.stringify({ choices, fields, nonce }))
  } catch {
    // Without storage a reload starts afresh, and nothing else is lost.
  }
}

function removeKept(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept either.
  }
}

function parseKept(value: unknown): Kept | undefined {
  if (typeof value !== 'object' || value === null || !('choices' in value)) return undefined
  if (!areChoices(value.choices)) return undefined
  const { choices } = value
  const fields = 'fields' in value && Array.isArray(value.fields) ? value.fields : []
  const nonce = 'nonce' in value && typeof value.nonce === 'string' ? value.nonce : undefined
  return { choices, fields: fields.filter(isField), nonce }
}

function isField(value: unknown): value is BallotField {
  if (!Array.isArray(value)) return false
  const [name, text]: readonly unknown[] = value
  return typeof name === 'string' && isBallotField(name) && typeof text === 'string'
}
