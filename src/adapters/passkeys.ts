/**
 * Passkeys: WebAuthn by the library that checks it, for the host of the site's own address.
 *
 * Talks to nothing; the library is loaded when a passkey is first asked for. Invariant: what was not made for
 * this site, this challenge and a verified user is no passkey. Decided in docs/decisions/0022.
 */
import { fromBase64url, toBase64url, utf8 } from '../domain/encoding.ts'
import type { Passkeys } from '../service/ports-desk.ts'

const ASKED_FOR = { residentKey: 'required', userVerification: 'required' } as const

/** Makes the port for a site: `https://budget.example.org`. */
export function makePasskeys(siteUrl: string): Passkeys {
  const { origin, hostname } = new URL(siteUrl)
  const place = { origin, host: hostname }
  const library = () => import('@simplewebauthn/server')
  return {
    toMake: async ({ challenge, site, person, known }) =>
      (await library()).generateRegistrationOptions({
        rpName: site,
        rpID: place.host,
        userName: person.name,
        userDisplayName: person.name,
        userID: own(utf8(person.id)),
        challenge: own(fromBase64url(challenge)),
        attestationType: 'none',
        excludeCredentials: known.map((id) => ({ id })),
        authenticatorSelection: ASKED_FOR,
      }),
    toSign: async ({ challenge, known }) =>
      (await library()).generateAuthenticationOptions({
        rpID: place.host,
        challenge: own(fromBase64url(challenge)),
        allowCredentials: known.map((id) => ({ id })),
        userVerification: 'required',
      }),
    made: async ({ challenge, response }) => {
      const { verifyRegistrationResponse } = await library()
      const checked = await orUndefined(
        verifyRegistrationResponse({ response, ...expected(place, challenge) }),
      )
      if (!checked?.verified) return undefined
      const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential
      return { id, publicKey: toBase64url(publicKey), counter, transports }
    },
    signed: async ({ challenge, response }, passkey) => {
      const { verifyAuthenticationResponse } = await library()
      const credential = {
        id: response.id,
        publicKey: own(fromBase64url(passkey.publicKey)),
        counter: passkey.counter,
      }
      const checked = await orUndefined(
        verifyAuthenticationResponse({ response, credential, ...expected(place, challenge) }),
      )
      return checked?.verified ? { counter: checked.authenticationInfo.newCounter } : undefined
    },
  }
}

function expected({ origin, host }: { origin: string; host: string }, challenge: string) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
  }
}

/** The library throws where something does not fit; its texts repeat what was sent, so they end here. */
async function orUndefined<Checked>(checking: Promise<Checked>): Promise<Checked | undefined> {
  try {
    return await checking
  } catch {
    return undefined
  }
}

/** Bytes in memory of their own, as the library's types ask for them. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes)
}
