import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { codeInFragment } from '../../src/client/code-in-address.ts'
import { $cast, $choices, startAfresh } from '../../src/client/ballot-store.ts'
import {
  readHallKeys,
  readReceipt,
  readSignKey,
  verifyReceipt,
} from '../../src/client/check-receipt.ts'
import { toBase64url } from '../../src/domain/encoding.ts'
import { receiptMessage } from '../../src/domain/receipt.ts'
import { makeToken, printToken } from '../../src/domain/token.ts'
import { ids } from '../support/builders.ts'

const ROUND = 'spring-2026'
const RECEIPT = '0123456789ABCDEF'
const pair = generateKeyPairSync('ed25519')
const signKey = pair.publicKey.export({ format: 'jwk' }).x ?? ''
const signature = toBase64url(sign(null, receiptMessage(ROUND, RECEIPT), pair.privateKey))
const signed = { receipt: RECEIPT, signature, board: '0:0a1b2c3d' }
const fragment = (parts: Record<string, string>) =>
  new URLSearchParams({ R: RECEIPT, s: signature, b: signed.board, ...parts }).toString()

describe('codeInFragment', () => {
  const token = makeToken(new Uint8Array(10).fill(7))

  test.each([
    ['as it is printed', printToken(token)],
    ['with spaces as %20', printToken(token).replaceAll(' ', '%20')],
    ['with spaces that do not break', printToken(token).replaceAll(' ', '%C2%A0')],
    ['with a lone % behind it', `${token}%`],
    ['with bytes that are no letter', `${token}%E0%A4`],
    ['with what an app has added', `${token}&utm_source=scan`],
  ])('reads a code %s', (_, text) => {
    expect(codeInFragment(text)).toBe(token)
  })

  test.each(['', '%', '%%%', '=', '&', '%E0%A4'])(
    'finds nothing in "%s", and does not throw',
    (text) => {
      expect(codeInFragment(text)).toBe('')
    },
  )
})

describe('startAfresh', () => {
  test('leaves nothing of a ballot that arrived with another code', () => {
    $choices.set(ids('lit-path'))
    $cast.set({ step: 'unconfirmed', nonce: 'n' })
    startAfresh('round:all')
    expect($choices.get()).toEqual([])
    expect($cast.get()).toEqual({ step: 'choosing' })
  })
})

describe('readReceipt', () => {
  test('reads what the vote page wrote, and forgives small letters', () => {
    expect(readReceipt(fragment({}))).toEqual(signed)
    expect(readReceipt(fragment({ R: RECEIPT.toLowerCase() }))).toEqual(signed)
  })

  test.each(['', 'main', 's=abc'])('finds none in "%s"', (text) => {
    expect(readReceipt(text)).toBeUndefined()
  })

  test.each([
    { R: '' },
    { R: 'ABC' },
    { R: 'ILOUILOUILOUILOU' },
    { R: `${RECEIPT}0` },
    { s: '' },
    { s: 'AAAA' },
    { s: `${signature.slice(0, -1)}!` },
  ])('is malformed with %o', (parts) => {
    expect(readReceipt(fragment(parts))).toBe('malformed')
  })

  test('shows no text of a stranger in the place of the board, which is not signed', () => {
    expect(readReceipt(fragment({ b: 'Call 555 to vote again' }))).toEqual({ ...signed, board: '' })
  })
})

describe('readSignKey', () => {
  test('takes 32 bytes and nothing else', () => {
    expect(readSignKey({ signKey, digest: 'd' })).toHaveLength(32)
    for (const body of [null, 'key', {}, { signKey: 7 }, { signKey: 'AAAA' }, { signKey: '' }])
      expect(readSignKey(body)).toBeUndefined()
  })
})

describe('readHallKeys', () => {
  test('takes the key of each hall, and nothing that is none', () => {
    const hallKeys = [{ hall: 'north', signKey }, { hall: 'mill', signKey: 'AAAA' }, 7]
    expect(readHallKeys({ signKey, hallKeys }).map((key) => toBase64url(key))).toEqual([signKey])
    for (const body of [null, {}, { hallKeys: 'north' }]) expect(readHallKeys(body)).toEqual([])
  })
})

describe('verifyReceipt', () => {
  const verify = async (round: string, receipt: typeof signed) => {
    const key = readSignKey({ signKey })
    if (!key) throw new Error('the key of this test has another length')
    return verifyReceipt(key, round, receipt)
  }

  test('knows the signature over the domain’s own message', async () => {
    expect(await verify(ROUND, signed)).toBe('signed')
  })

  test('tells another round, another receipt and another signature apart', async () => {
    const other = toBase64url(sign(null, Buffer.from('another text'), pair.privateKey))
    expect(await verify('autumn-2026', signed)).toBe('forged')
    expect(await verify(ROUND, { ...signed, receipt: RECEIPT.replace('F', 'G') })).toBe('forged')
    expect(await verify(ROUND, { ...signed, signature: other })).toBe('forged')
    expect(await verify(ROUND, { ...signed, signature: '' })).toBe('forged')
  })
})
