/**
 * Passkeys on the wire: what a browser sends when a passkey was made, or has signed a challenge.
 *
 * Pure. Invariant: nothing of it is believed before the passkey's key and the challenge were checked
 * (src/adapters/passkeys.ts). Decided in docs/decisions/0022.
 */
import * as v from 'valibot'

/** Base64url, as long as such a thing can be. */
const bytes = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/^[A-Za-z0-9_-]+$/))

/** The id that a device gives to a passkey. */
export const PasskeyIdSchema = bytes(1400)

const id = PasskeyIdSchema
const extensions = v.optional(v.object({}), {})

/** A challenge that a passkey signed. Other members of what the browser says are left out. */
export const SignedSchema = v.strictObject({
  challenge: bytes(100),
  response: v.object({
    id,
    rawId: id,
    type: v.literal('public-key'),
    clientExtensionResults: extensions,
    response: v.object({
      clientDataJSON: bytes(4000),
      authenticatorData: bytes(4000),
      signature: bytes(4000),
    }),
  }),
})

export type SignedChallenge = v.InferOutput<typeof SignedSchema>

/** A passkey that was just made. */
export const NewPasskeySchema = v.strictObject({
  challenge: bytes(100),
  response: v.object({
    id,
    rawId: id,
    type: v.literal('public-key'),
    clientExtensionResults: extensions,
    response: v.object({
      clientDataJSON: bytes(4000),
      attestationObject: bytes(20_000),
      transports: v.optional(
        v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/))), v.maxLength(10)),
        [],
      ),
    }),
  }),
})

export type NewPasskey = v.InferOutput<typeof NewPasskeySchema>
