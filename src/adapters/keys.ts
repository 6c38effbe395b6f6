/**
 * Keys: everything made from the council's secret, by HKDF, one key for one purpose and round.
 *
 * Talks to node:crypto. Invariant: the secret itself leaves this file only as a fingerprint; of the keys made
 * from it `markKey` does, after the vote, and the secret of a hall. Decided in docs/decisions/0003 and 0032.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concat, toBase64url, toHex, utf8 } from '../domain/encoding.ts'
import { hash, PROTOCOL } from '../domain/hash.ts'
import type { Keys } from '../service/ports-keys.ts'

type Purpose = 'address' | 'box' | 'mark' | 'serial' | 'sign'

const IV = 12
const TAG = 16
const ED25519_KEY_HEADER = Uint8Array.from(Buffer.from('302a300506032b6570032100', 'hex'))
const ED25519_SEED_HEADER = Uint8Array.from(Buffer.from('302e020100300506032b657004220420', 'hex'))

/** Makes the port from the 32 bytes of CHEST_KEY. */
export function makeKeys(secret: Uint8Array): Keys {
  const key = rememberBy((info) => hkdf(sha256, secret, utf8(PROTOCOL), utf8(info), 32))
  const keyFor = (purpose: Purpose, round: string) => key(`${purpose}/${round}`)
  const mac = (purpose: Purpose, round: string, message: Uint8Array) =>
    hmac(sha256, keyFor(purpose, round), message)
  const fingerprint = rememberBy((round) => toHex(hash('key', round, secret).slice(0, 8)))
  const boxKey = rememberBy((round) => createSecretKey(keyFor('box', round)))
  const signingKey = rememberBy((round) => privateKey(keyFor('sign', round)))
  const hallSecret = (round: string, hall: string, sitting: number) =>
    key(`hall/${round}/${hall}/${sitting}`)
  return {
    fingerprint,
    storedMark: (round, mark) => toBase64url(mac('mark', round, mark)),
    storedSerial: (round, serial) => toBase64url(mac('serial', round, utf8(serial))),
    seal: (round, plain, context) => seal(boxKey(round), plain, context),
    unseal: (round, sealed, context) => unseal(boxKey(round), sealed, context),
    sign: async (round, message) =>
      Uint8Array.from(await signAside(undefined, message, signingKey(round))),
    signKey: (round) => publicKey(signingKey(round)),
    verify: (signKey, message, signature) => verify(null, message, keyOf(signKey), signature),
    markKey: (round) => keyFor('mark', round),
    hallSecret,
    ofHall: (...place) => makeKeys(hallSecret(...place)),
    addressHash: (day, address) => toHex(mac('address', '', utf8(`${day} ${address}`)).slice(0, 8)),
  }
}

/** Signing is the slowest step of a cast: off the main thread, the ballots behind it need not wait. */
const signAside = promisify(sign)

/** Deriving a key, and giving it to the platform, costs more than using it: both are done once a round. */
function rememberBy<Made>(make: (name: string) => Made): (name: string) => Made {
  const made = new Map<string, Made>()
  return (name) => {
    const known = made.get(name)
    if (known !== undefined) return known
    const fresh = make(name)
    made.set(name, fresh)
    return fresh
  }
}

function seal(key: KeyObject, plain: Uint8Array, context: Uint8Array): Uint8Array {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(context)
  return concat(iv, cipher.update(plain), cipher.final(), cipher.getAuthTag())
}

function unseal(key: KeyObject, sealed: Uint8Array, context: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.slice(0, IV)).setAAD(context)
  decipher.setAuthTag(sealed.slice(-TAG))
  return concat(decipher.update(sealed.slice(IV, -TAG)), decipher.final())
}

function privateKey(seed: Uint8Array): KeyObject {
  const der = Buffer.from(concat(ED25519_SEED_HEADER, seed))
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

/** The raw key is the last 32 bytes of its DER form. */
function publicKey(signing: KeyObject): Uint8Array {
  const der = createPublicKey(signing).export({ format: 'der', type: 'spki' })
  return Uint8Array.from(der.subarray(-32))
}

function keyOf(raw: Uint8Array) {
  const der = Buffer.from(concat(ED25519_KEY_HEADER, raw))
  return createPublicKey({ key: der, format: 'der', type: 'spki' })
}
