/**
 * An authenticator in software: makes passkeys and signs with them as a browser and its device do together.
 *
 * Pure but for its keys. Invariant: what it makes is checked by the real library; nothing is left out of it.
 * Source: Web Authentication, Level 2, sections 5.8 and 6.
 */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { NewPasskey, SignedChallenge } from '../../src/domain/desk-passkey.ts'

export type Authenticator = {
  /** Makes a passkey for the challenge. */
  make(challenge: string): NewPasskey
  /** Signs the challenge with the last passkey it made. */
  sign(challenge: string): SignedChallenge
}

/** What is wrong with it, for tests of refusals. */
export type Flaws = {
  readonly origin?: string
  readonly host?: string
  readonly verified?: boolean
}

/** A device at a site. */
export function anAuthenticator(flaws: Flaws = {}): Authenticator {
  const { origin = 'http://localhost', host = 'localhost', verified = true } = flaws
  const id = randomBytes(16)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let counter = 0
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const named = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} }
  return {
    make: (challenge) => {
      const data = Buffer.concat([
        authenticatorData({ host, verified, counter, attested: true }),
        ...[Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(publicKey)],
      ])
      const attestationObject = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(data)],
      ])
      const response = {
        clientDataJSON: text(clientData('webauthn.create', challenge)),
        attestationObject: text(attestationObject),
        transports: ['internal'],
      }
      return { challenge, response: { ...named, type: 'public-key', response } }
    },
    sign: (challenge) => {
      counter += 1
      const data = authenticatorData({ host, verified, counter, attested: false })
      const json = clientData('webauthn.get', challenge)
      const signature = sign('sha256', Buffer.concat([data, sha256(json)]), privateKey)
      const response = {
        clientDataJSON: text(json),
        authenticatorData: text(data),
        signature: text(signature),
      }
      return { challenge, response: { ...named, type: 'public-key', response } }
    },
  }
}

const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

function authenticatorData(given: {
  readonly host: string
  readonly verified: boolean
  readonly counter: number
  readonly attested: boolean
}): Buffer {
  const flags = PRESENT | (given.verified ? VERIFIED : 0) | (given.attested ? ATTESTED : 0)
  const counted = Buffer.alloc(4)
  counted.writeUInt32BE(given.counter)
  return Buffer.concat([sha256(Buffer.from(given.host)), Buffer.from([flags]), counted])
}

/** kty EC2, alg ES256, crv P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const bytes = (part: string) => cborBytes(Buffer.from(part, 'base64url'))
  return cborMap([
    [cborNumber(1), cborNumber(2)],
    [cborNumber(3), cborNumber(-7)],
    [cborNumber(-1), cborNumber(1)],
    [cborNumber(-2), bytes(x)],
    [cborNumber(-3), bytes(y)],
  ])
}

function cborHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  return length < 256
    ? Buffer.from([(major << 5) | 24, length])
    : Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}

const cborNumber = (value: number) => (value < 0 ? cborHead(1, -1 - value) : cborHead(0, value))
const cborBytes = (bytes: Buffer) => Buffer.concat([cborHead(2, bytes.length), bytes])
const cborText = (value: string) => Buffer.concat([cborHead(3, value.length), Buffer.from(value)])
const cborMap = (pairs: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([cborHead(5, pairs.length), ...pairs.flat()])

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
const text = (bytes: Buffer) => bytes.toString('base64url')
