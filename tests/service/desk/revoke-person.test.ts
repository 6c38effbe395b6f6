/**
 * Removing a person from the desk, for good: nothing that they left behind leads back in.
 *
 * Talks to a SQLite file, and to Redis through the bridge.
 */
import { describe, expect, test } from 'vitest'
import { deskSecretId, INVITATION } from '../../../src/domain/desk-person.ts'
import { added } from '../../../src/service/desk/find-record.ts'
import { confirm, signIn, signUp, type Asker } from '../../support/desk.ts'
import { meanwhile, onBothStores } from '../../support/desk-stores.ts'
import { DURING } from '../../support/ports.ts'

const idOf = async (who: Asker) => String((await who.ask('show-me')).body['id'])
const isLeaving = ({ kind, text }: { kind: string; text: string | undefined }) =>
  kind === 'person' && text === undefined

onBothStores((openDesk) => {
  describe('a revocation', () => {
    test('takes back what the person invited others with', async () => {
      const desk = await openDesk()
      const ida = await desk.firstClerk()
      const mal = await desk.invited(ida, 'clerk', 'Mal')
      const theirs = (await mal.ask('invite-person', { name: 'Mal', role: 'clerk' })).body
      const hers = (await ida.ask('invite-person', { name: 'Bo', role: 'teller' })).body
      await ida.ask('revoke-person', { person: await idOf(mal) })
      expect((await ida.ask('show-people')).body['invitations']).toMatchObject([{ name: 'Bo' }])
      const back = signUp(desk.asker, String(theirs['secret']), 'Mal', mal.device)
      await expect(back).rejects.toThrow('invitation-unknown')
      expect((await signUp(desk.asker, String(hers['secret']), 'Bo')).cookie).toBeDefined()
    })

    test('leaves the name in the log, beside what the person did and what was done to them', async () => {
      const desk = await openDesk()
      const ida = await desk.firstClerk('Ida')
      const mal = await desk.invited(ida, 'clerk', 'Mal')
      await mal.ask('invite-person', { name: 'Bo', role: 'teller' })
      await ida.ask('revoke-person', { person: await idOf(mal) })
      expect((await ida.ask('show-log')).body['entries']).toMatchObject([
        { action: 'revoke-person', name: 'Ida', isGone: false, whom: 'Mal' },
        { action: 'invite-person', name: 'Mal', isGone: true },
        { action: 'finish-sign-up', name: 'Mal', isGone: true, whom: 'Mal' },
        { action: 'invite-person', name: 'Ida', isGone: false, whom: 'Mal' },
        { action: 'finish-sign-up', name: 'Ida', isGone: false, whom: 'Ida' },
      ])
    })

    test('leaves no use in an invitation that was written in the same instant', async () => {
      const desk = await openDesk()
      const ida = await desk.firstClerk()
      const mal = await desk.invited(ida, 'clerk', 'Mal')
      const by = await idOf(mal)
      const secret = 'a-Secret-that-came-too-late'
      const endsAt = DURING + 60_000
      meanwhile(desk, isLeaving, () => {
        const id = deskSecretId('invitation', secret)
        const value = { name: 'Mal', role: 'clerk', person: 'p-late', by, endsAt } as const
        return desk.desk.write([added(INVITATION, { id, value, endsAt })], DURING)
      })
      expect((await ida.ask('revoke-person', { person: by })).status).toBe(200)
      const said = await desk.asker().ask('read-invitation', { secret })
      expect(said.body['code']).toBe('invitation-unknown')
    })

    test('is not held up by a person who asks for the passkey again and again', async () => {
      const desk = await openDesk()
      const ida = await desk.firstClerk()
      const mal = await desk.invited(ida, 'teller', 'Mal')
      const other = await signIn(desk, mal)
      const person = await idOf(mal)
      meanwhile(desk, isLeaving, async () => {
        expect((await confirm(mal)).status).toBe(200)
        expect((await confirm(other)).status).toBe(200)
      })
      expect((await ida.ask('revoke-person', { person })).status).toBe(200)
      expect((await mal.ask('show-me')).body['code']).toBe('signed-out')
      await expect(signIn(desk, mal)).rejects.toThrow('passkey-unknown')
      for (const kind of ['passkey', 'session'])
        expect(await desk.desk.list(kind, DURING)).toHaveLength(1)
    })
  })
})
