/**
 * A receipt as people give it: typed from paper, pasted from the file they saved, or its address.
 *
 * Pure. Invariant: small letters, spaces and letters that look alike are forgiven in the receipt, and
 * nothing is forgiven in the signature. Decided in docs/decisions/0003.
 */
import { BASE32 } from '../domain/encoding.ts'
import { readTyped } from '../domain/token.ts'

/** Signature and head as they stand there; undefined where there is none. */
export type GivenReceipt = {
  readonly receipt: string
  readonly signature: string | undefined
  readonly board: string | undefined
}

const LETTERS = 16

/** 64 bytes in base64url, and nothing longer. */
const SIGNATURE = /(?<![\w-])[\w-]{86}(?![\w-])/

const HEAD = /(?<![\w:])\d{1,9}:[0-9a-f]{8}(?![0-9a-z])/

/** A line with four groups of four and nothing else. */
const PRINTED_LINE = /^[ \t]*(\w{4}(?:[ -]\w{4}){3})[ \t]*$/gm

/** Reads it; undefined where there is no receipt, or where there are two. */
export function readReceiptText(text: string): GivenReceipt | undefined {
  const signature = SIGNATURE.exec(text)?.[0]
  const board = readHead(text)
  const rest = text.replace(SIGNATURE, ' ').replace(HEAD, ' ')
  const inAddress = /[#&]R=(\w{16})(?!\w)/.exec(text)?.[1]
  const printed = [...rest.matchAll(PRINTED_LINE)].flatMap(
    ([, line]) => asReceipt(line ?? '') ?? [],
  )
  const [found, ...others] = new Set(printed)
  const receipt = asReceipt(inAddress ?? rest) ?? (others.length === 0 ? found : undefined)
  return receipt === undefined ? undefined : { receipt, signature, board }
}

/** A head of the board in a text, `n:8 hex letters`. */
export function readHead(text: string): string | undefined {
  return HEAD.exec(text)?.[0]
}

function asReceipt(text: string): string | undefined {
  const letters = readTyped(text)
  const isWhole = letters.length === LETTERS && [...letters].every((each) => BASE32.includes(each))
  return isWhole ? letters : undefined
}
