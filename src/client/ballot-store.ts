/**
 * The voter's state in the browser: what is chosen, and how far the ballot has come.
 *
 * Talks to sessionStorage. Invariant: the voting code is never stored; while a ballot is unconfirmed its
 * nonce and choices are, so that sending it again is counted once. Decided in docs/decisions/0003.
 */
import { atom } from 'nanostores'
import { isBallotField, type BallotField } from '../domain/ballot-fields.ts'
import { parseChoices, type Choices } from '../domain/choices.ts'

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

/** Keeps the state of one ballot box in this tab, and takes up what was kept before. */
export function keepState(box: string): void {
  const key = `ballot:${box}`
  const kept = readKept(key)
  if (kept) $choices.set(kept.choices)
  if (kept) $fields.set(kept.fields)
  if (kept?.nonce) $cast.set({ step: 'unconfirmed', nonce: kept.nonce })
  const keep = () => writeKept(key)
  $choices.listen(keep)
  $fields.listen(keep)
  $cast.listen(keep)
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
  removeKept(`ballot:${box}`)
}

/** Sixteen random bytes as base64url: the voter's own number, from which the receipt is made. */
export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
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
  const choices = parseChoices(value.choices)
  const fields = 'fields' in value && Array.isArray(value.fields) ? value.fields : []
  const nonce = 'nonce' in value && typeof value.nonce === 'string' ? value.nonce : undefined
  return choices && { choices, fields: fields.filter(isField), nonce }
}

function isField(value: unknown): value is BallotField {
  if (!Array.isArray(value)) return false
  const [name, text]: readonly unknown[] = value
  return typeof name === 'string' && isBallotField(name) && typeof text === 'string'
}
