import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/canonical-json.ts'
import {
  fromBase64url,
  lengthPrefixed,
  toBase32,
  toBase64url,
  utf8,
} from '../../src/domain/encoding.ts'
import { hash } from '../../src/domain/hash.ts'
import { merkleRoot } from '../../src/domain/merkle.ts'

const sha = (...parts: readonly Uint8Array[]) => {
  const hasher = createHash('sha256')
  for (const part of parts) hasher.update(part)
  return Uint8Array.from(hasher.digest())
}

describe('hash', () => {
  test('is SHA-256 over tag, round and parts, each with its length', () => {
    const framed = [utf8('common-chest/1/use'), utf8('spring'), utf8('CODE')].flatMap((part) => [
      Uint8Array.from([0, 0, 0, part.length]),
      part,
    ])
    expect(hash('use', 'spring', 'CODE')).toEqual(sha(...framed))
  })

  test('tells apart what only looks the same when joined', () => {
    expect(hash('use', 'spring', 'ab', 'c')).not.toEqual(hash('use', 'spring', 'a', 'bc'))
    expect(lengthPrefixed('ab', 'c')).not.toEqual(lengthPrefixed('a', 'bc'))
  })
})

describe('merkleRoot', () => {
  const leaves = ['d', 'a', 'c', 'e', 'b'].map(utf8)
  const leaf = (text: string) => sha(Uint8Array.of(0), utf8(text))
  const node = (left: Uint8Array, right: Uint8Array) => sha(Uint8Array.of(1), left, right)

  test('is the tree of RFC 6962 over the sorted leaves', () => {
    const left = node(node(leaf('a'), leaf('b')), node(leaf('c'), leaf('d')))
    expect(merkleRoot('r', leaves)).toEqual(node(left, leaf('e')))
    expect(merkleRoot('r', leaves.slice(0, 3))).toEqual(node(node(leaf('a'), leaf('c')), leaf('d')))
    expect(merkleRoot('r', leaves.slice(0, 1))).toEqual(leaf('d'))
  })

  test('does not depend on the order given, and names the empty list', () => {
    expect(merkleRoot('r', leaves.toReversed())).toEqual(merkleRoot('r', leaves))
    expect(merkleRoot('r', [])).toEqual(hash('empty', 'r'))
  })
})

describe('encodings', () => {
  test('base64url is that of the platform, and can be read back', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256)
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
    }
    expect(() => fromBase64url('a b')).toThrow(RangeError)
  })

  test('base 32 takes the first bits', () => {
    expect(toBase32(Uint8Array.from([0b00001_000, 0b10_000110, 0b0100_0000]), 20)).toBe('1234')
  })
})

describe('canonicalJson', () => {
  test('sorts keys, leaves out what is undefined, and normalises text', () => {
    expect(canonicalJson({ b: [1, null, true], a: 'e\u0301', c: undefined })).toBe(
      '{"a":"é","b":[1,null,true]}',
    )
  })

  test('refuses a number that is no safe integer', () => {
    expect(() => canonicalJson({ cost: 0.5 })).toThrow(RangeError)
  })
})
