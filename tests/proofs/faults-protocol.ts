/**
 * The vote's protocol written once more, from docs/protocol.md, with node:crypto alone.
 *
 * Pure. Invariant: it imports nothing of the software, so that a mistake of the software is not shared.
 */
import {
  createDecipheriv,
  createHash,
  createHmac,
  createPublicKey,
  hkdfSync,
  verify,
} from 'node:crypto'

type Bytes = Uint8Array | string

function prefixed(...parts: readonly Bytes[]): Buffer {
  const framed = parts.flatMap((part) => {
    const bytes = Buffer.from(part)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    return [length, bytes]
  })
  return Buffer.concat(framed)
}

/** H(tag; x, y …). */
export function H(tag: string, round: string, ...parts: readonly Bytes[]): Buffer {
  const bytes = prefixed(`common-chest/1/${tag}`, round, ...parts)
  return createHash('sha256').update(bytes).digest()
}

function derived(secret: Uint8Array, purpose: string, round: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'common-chest/1', `${purpose}/${round}`, 32))
}

/** `u`, `m` and `k` of a code. */
export function namesOfCode(secret: Uint8Array, round: string, code: string) {
  const use = H('use', round, code)
  const mark = H('mark', round, use)
  return {
    use,
    mark,
    k: createHmac('sha256', derived(secret, 'mark', round))
      .update(mark)
      .digest(),
  }
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `R` of a voter's random number. */
export function receiptOfNonce(round: string, nonce: Uint8Array): string {
  const bits = [...H('receipt', round, nonce).subarray(0, 10)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
  return (bits.match(/.{5}/g) ?? [])
    .map((five) => LETTERS.charAt(Number.parseInt(five, 2)))
    .join('')
}

/** `t`: the same for the same random number and choices. */
export function retryOfBallot(
  round: string,
  nonce: Uint8Array,
  choices: readonly string[],
): Buffer {
  return H('retry', round, nonce, JSON.stringify(choices.toSorted()))
}

/** The choices in a sealed record. Throws where key, place or bytes are not the ones of its making. */
export function openSealed(
  secret: Uint8Array,
  { round, receipt }: { readonly round: string; readonly receipt: string },
  record: string,
): readonly string[] {
  const sealed = Buffer.from(record, 'base64url').subarray(64)
  const opener = createDecipheriv(
    'aes-256-gcm',
    derived(secret, 'box', round),
    sealed.subarray(0, 12),
  )
  opener.setAAD(prefixed(round, 'all', receipt)).setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([opener.update(sealed.subarray(12, -16)), opener.final()])
  const ballot: unknown = JSON.parse(plain.subarray(36, 36 + plain.readUInt32BE(32)).toString())
  if (!Array.isArray(ballot)) throw new Error('a ballot is a list')
  return ballot.map(String)
}

/** Whether a receipt's signature was made with the key of the opening record. */
export function isSigned(
  signKey: string,
  round: string,
  { receipt, signature }: { readonly receipt: string; readonly signature: string },
): boolean {
  const header = Buffer.from('302a300506032b6570032100', 'hex')
  const der = Buffer.concat([header, Buffer.from(signKey, 'base64url')])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  const message = H('receipt-signature', round, receipt)
  return verify(null, message, key, Buffer.from(signature, 'base64url'))
}
