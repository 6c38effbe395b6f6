/**
 * Taking one passkey away: a lost one or a planted one, without its owner or anybody else.
 *
 * Talks to a SQLite file, and to Redis through the bridge.
 */
import { describe, expect, test } from 'vitest'
import { logKind } from '../../../src/domain/desk-log.ts'
import { anAuthenticator } from '../../support/authenticator.ts'
import { confirm, signIn, type Asker, type Colleague, type TestDesk } from '../../support/desk.ts'
import { meanwhile, onBothStores } from '../../support/desk-stores.ts'
import { DURING } from '../../support/ports.ts'

type Shown = { readonly id: string; readonly since: number; readonly usedAt?: number }

const passkeysOf = async (who: Asker) =>
  (await who.ask('show-me')).body['passkeys'] as readonly Shown[]

/** One more passkey of somebody, on another device. */
async function another(owner: Colleague): Promise<Colleague> {
  const device = anAuthenticator()
  const { challenge } = (await owner.ask('begin-passkey')).body
  expect((await owner.ask('finish-passkey', device.make(String(challenge)))).status).toBe(200)
  return { ...owner, device }
}

/** A clerk with a second passkey, by which somebody else signed in too. */
async function planted(desk: TestDesk) {
  const ida = await desk.firstClerk()
  const [own] = await passkeysOf(ida)
  const eve = await signIn(desk, await another(ida))
  const theirs = (await passkeysOf(ida)).find(({ id }) => id !== own?.id)
  return { ida, eve, own: own?.id, theirs: theirs?.id }
}

onBothStores((openDesk) => {
  describe('taking a passkey away', () => {
    test('lets it sign in nobody, ends the other sessions of its owner, and is in the log', async () => {
      const desk = await openDesk()
      const { ida, eve, theirs } = await planted(desk)
      const bo = await desk.invited(ida, 'teller')
      expect((await ida.ask('remove-passkey', { passkey: theirs })).status).toBe(200)
      expect((await eve.ask('show-me')).body['code']).toBe('signed-out')
      await expect(signIn(desk, eve)).rejects.toThrow('passkey-unknown')
      expect(await passkeysOf(ida)).toHaveLength(1)
      expect((await confirm(ida)).status).toBe(200)
      expect((await bo.ask('show-me')).status).toBe(200)
      const { id: person } = (await ida.ask('show-me')).body
      const entries = await desk.desk.list('log:-', DURING)
      expect(logKind({}).read(entries.at(-1)?.text ?? '')).toMatchObject({
        ...{ action: 'remove-passkey', person, facts: { person } },
      })
    })

    test('is done though it signs in at that very instant', async () => {
      const desk = await openDesk()
      const { ida, eve, theirs } = await planted(desk)
      meanwhile(
        desk,
        ({ kind, text }) => kind === 'passkey' && text === undefined,
        async () => expect((await confirm(eve)).status).toBe(200),
      )
      expect((await ida.ask('remove-passkey', { passkey: theirs })).status).toBe(200)
      expect((await eve.ask('show-me')).body['code']).toBe('signed-out')
    })

    test('leaves one, also where both are taken away at once', async () => {
      const desk = await openDesk()
      const { ida, own, theirs } = await planted(desk)
      const both = [own, theirs].map((passkey) => ida.ask('remove-passkey', { passkey }))
      const codes = (await Promise.all(both)).map(({ body }) => body['code'] ?? 'done')
      expect(codes.filter((code) => code === 'done')).toHaveLength(1)
      const [left] = await passkeysOf(ida)
      const last = await ida.ask('remove-passkey', { passkey: left?.id })
      expect(last).toMatchObject({ status: 409, body: { code: 'last-passkey' } })
    })

    test('of somebody else is a clerk’s, who sees whose each is', async () => {
      const desk = await openDesk()
      const ida = await desk.firstClerk()
      const bo = await another(await desk.invited(ida, 'teller'))
      const [hers] = await passkeysOf(ida)
      const tried = await bo.ask('remove-passkey', { passkey: hers?.id })
      expect(tried.body['code']).toBe('not-there')
      const { id: person } = (await bo.ask('show-me')).body
      const all = (await ida.ask('show-people')).body['passkeys'] as (Shown & { person: string })[]
      const theirs = all.filter((each) => each.person === person)
      expect(theirs).toHaveLength(2)
      expect((await ida.ask('remove-passkey', { passkey: theirs[0]?.id })).status).toBe(200)
      expect((await bo.ask('show-me')).body['code']).toBe('signed-out')
      expect((await ida.ask('show-me')).status).toBe(200)
    })

    test('is easier where each tells when it was used last', async () => {
      const desk = await openDesk()
      const ida = await desk.firstClerk()
      desk.setNow(DURING + 60_000)
      await confirm(ida)
      expect(await passkeysOf(ida)).toMatchObject([{ since: DURING, usedAt: DURING + 60_000 }])
    })
  })
})
