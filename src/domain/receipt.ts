/**
 * Receipts: what a voter keeps, made from the voter's own random number.
 *
 * Pure. Invariant: a receipt tells nothing about the token or the choices.
 * Decided in docs/decisions/0003.
 */
import * as v from 'valibot'
import { fromBase64url, toBase32 } from './encoding.ts'
import { hash } from './hash.ts'

const NONCE_BYTES = 16

/** The voter's own random number `r`: 16 bytes as base64url, kept by the browser until it is answered. */
export const NonceSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{22}$/),
  v.transform(fromBase64url),
  v.check((bytes) => bytes.length === NONCE_BYTES),
)

export type Nonce = v.InferOutput<typeof NonceSchema>

/** `R` of the protocol: 80 bits as sixteen letters. */
export function receiptOf(round: string, nonce: Nonce): string {
  return toBase32(hash('receipt', round, nonce), 80)
}

/** What the council signs; the signature makes a receipt a proof. */
export function receiptMessage(round: string, receipt: string): Uint8Array {
  return hash('receipt-signature', round, receipt)
}

/** The receipt as it is printed: four groups of four. */
export function printReceipt(receipt: string): string {
  return receipt.replace(/(.{4})(?=.)/g, '$1 ')
}
