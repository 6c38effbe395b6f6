/**
 * Checking a receipt in the browser: whether the council signed it for this round.
 *
 * Talks to WebCrypto, and asks the council's server for its public key; the receipt is sent nowhere.
 * Invariant: `signed` only after the signature was verified; what cannot be verified is never called good
 * or bad. Decided in docs/decisions/0003.
 */
import { fromBase64url, lengthPrefixed } from '../domain/encoding.ts'
import { PROTOCOL } from '../domain/hash.ts'

/** Longer than a slow phone needs: what comes later is `unchecked`, and can be checked again. */
const TIMEOUT = 10_000

const KEY_BYTES = 32
const SIGNATURE_BYTES = 64

export type SignedReceipt = {
  readonly receipt: string
  readonly signature: string
  readonly board: string
}

export type Verdict = 'signed' | 'forged' | 'unchecked'

/**
 * The receipt in an address (without #): undefined where there is none, `malformed` where its parts are
 * not what the council gives out. The board's head is not signed: any other text in its place is dropped.
 */
export function readReceipt(fragment: string): SignedReceipt | 'malformed' | undefined {
  const values = new URLSearchParams(fragment)
  const receipt = values.get('R')?.toUpperCase()
  if (receipt === undefined) return undefined
  const [signature, board] = [values.get('s') ?? '', values.get('b') ?? '']
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(receipt)) return 'malformed'
  if (bytesOf(signature, SIGNATURE_BYTES) === undefined) return 'malformed'
  return { receipt, signature, board: /^\d{1,9}:[0-9a-f]{8}$/.test(board) ? board : '' }
}

/** The key that signs receipts, from the answer to a request for the round's opening; 32 bytes. */
export function readSignKey(body: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof body !== 'object' || body === null || !('signKey' in body)) return undefined
  return typeof body.signKey === 'string' ? bytesOf(body.signKey, KEY_BYTES) : undefined
}

/** The keys that sign the receipts of halls, from the same answer. */
export function readHallKeys(body: unknown): readonly Uint8Array<ArrayBuffer>[] {
  if (typeof body !== 'object' || body === null || !('hallKeys' in body)) return []
  return Array.isArray(body.hallKeys)
    ? body.hallKeys.flatMap((each) => readSignKey(each) ?? [])
    : []
}

/** Fetches the key from the address of the round's opening, and verifies. Never throws. */
export async function checkReceipt(
  { round, opening }: { readonly round: string; readonly opening: string },
  receipt: SignedReceipt,
): Promise<Verdict> {
  try {
    const response = await fetch(opening, {
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT),
    })
    const body: unknown = response.ok ? await response.json() : undefined
    const key = readSignKey(body)
    if (key === undefined) return 'unchecked'
    for (const each of [key, ...readHallKeys(body)])
      if ((await verifyReceipt(each, round, receipt)) === 'signed') return 'signed'
    return 'forged'
  } catch {
    return 'unchecked'
  }
}

/** Verifies the signature. Throws where the browser has no Ed25519, or no WebCrypto at all. */
export async function verifyReceipt(
  key: Uint8Array<ArrayBuffer>,
  round: string,
  { receipt, signature }: SignedReceipt,
): Promise<Verdict> {
  const signatureBytes = bytesOf(signature, SIGNATURE_BYTES)
  if (!signatureBytes) return 'forged'
  const algorithm = { name: 'Ed25519' }
  const publicKey = await crypto.subtle.importKey('raw', key, algorithm, false, ['verify'])
  const message = await signedMessage(round, receipt)
  const valid = await crypto.subtle.verify(algorithm, publicKey, signatureBytes, message)
  return valid ? 'signed' : 'forged'
}

/** The same bytes as the domain's receiptMessage; its hash would weigh more than this whole page. */
async function signedMessage(round: string, receipt: string): Promise<ArrayBuffer> {
  const bytes = lengthPrefixed(`${PROTOCOL}/receipt-signature`, round, receipt)
  return crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))
}

function bytesOf(text: string, length: number): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined
  const bytes = Uint8Array.from(fromBase64url(text))
  return bytes.length === length ? bytes : undefined
}
