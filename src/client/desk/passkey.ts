/**
 * Passkeys in the browser: made, and used to sign a challenge.
 *
 * Talks to the browser, which asks the person. Invariant: what a device says no to, or a person, is undefined,
 * never a passkey. Decided in docs/decisions/0022.
 */
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'

/** What the desk's function said: a challenge, and what the browser is given with it. */
export type Challenged<Options> = { readonly challenge: string; readonly options: Options }

type ToMake = Parameters<typeof startRegistration>[0]['optionsJSON']
type ToSign = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** Whether this browser knows passkeys; on plain http only the machine itself does. */
export function knowsPasskeys(): boolean {
  return browserSupportsWebAuthn()
}

/** Makes a passkey; undefined where the person or the device said no. */
export async function makePasskey({ challenge, options }: Challenged<ToMake>) {
  const made = await orUndefined(startRegistration({ optionsJSON: options }))
  if (made === undefined) return undefined
  const { transports = [] } = made.response
  return { challenge, response: { ...made, response: { ...made.response, transports } } }
}

/** Signs with a passkey; undefined where the person or the device said no. */
export async function usePasskey({ challenge, options }: Challenged<ToSign>) {
  const response = await orUndefined(startAuthentication({ optionsJSON: options }))
  return response && { challenge, response }
}

async function orUndefined<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked
  } catch (fault) {
    if (fault instanceof WebAuthnError || fault instanceof DOMException) return undefined
    throw fault
  }
}
