/**
 * A clerk who signs in, in a browser: let in by the door, with a passkey that is checked.
 *
 * Talks to the running site from its own pages. Invariant: the session is a real one, and its cookie is set by
 * the desk's answer.
 */
import type { Page } from 'playwright-core'
import * as v from 'valibot'
import type { DeskActionName } from '../../src/domain/desk-action.ts'
import { anAuthenticator } from './authenticator.ts'
import { SETUP_SECRET } from './desk.ts'

/** What a site needs among its settings so that the first clerk can sign up. */
export const DESK_SETTINGS = { SETUP_SECRET }

const ChallengeSchema = v.object({ challenge: v.string() })

/** The clerk of a site: signs up at the first visit, and signs in at every other. */
export function aVisitor(url: string): (page: Page) => Promise<void> {
  const device = anAuthenticator({ origin: url, host: new URL(url).hostname })
  let isKnown = false
  return async (page) => {
    await page.goto(`${url}/en/`)
    const challengeOf = async (action: DeskActionName, input: object) =>
      v.parse(ChallengeSchema, await askFrom(page, action, input)).challenge
    if (isKnown) {
      const challenge = await challengeOf('begin-sign-in', {})
      await askFrom(page, 'finish-sign-in', device.sign(challenge))
      return
    }
    const signUp = { secret: SETUP_SECRET, name: 'Ida' }
    const challenge = await challengeOf('begin-sign-up', signUp)
    await askFrom(page, 'finish-sign-up', { ...signUp, ...device.make(challenge) })
    isKnown = true
  }
}

/** Asks as a page of the site does. Throws where it is refused. */
async function askFrom(page: Page, action: DeskActionName, input: object): Promise<unknown> {
  const said = await page.evaluate(
    async ({ path, body }) => {
      const headers = { 'Content-Type': 'application/json' }
      const response = await fetch(path, { method: 'POST', headers, body })
      return { ok: response.ok, text: await response.text() }
    },
    { path: `/api/desk/${action}`, body: JSON.stringify({ language: 'en', input }) },
  )
  if (!said.ok) throw new Error(`${action}: ${said.text}`)
  return JSON.parse(said.text)
}
