import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { PaperBatchIdSchema } from '../../src/domain/paper-batch.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { beginPaperBatch } from '../../src/service/begin-paper-batch.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { holdStub } from '../../src/service/hold-stub.ts'
import { openRound } from '../../src/service/open-round.ts'
import { releaseStub } from '../../src/service/release-stub.ts'
import { reissueToken } from '../../src/service/reissue-token.ts'
import { aRound, ids } from '../support/builders.ts'
import { AFTER, testPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

/** An open round with two live letters and two in reserve. */
async function voting(fields: Readonly<Record<string, unknown>> = {}) {
  const ports = await testPorts({ round: aRound(fields) })
  opened.push(ports)
  const make = async (kind: 'live' | 'reserve') => {
    const request = { round: 'spring', pool: 'all', kind, count: 2, keep: async () => {} }
    const made = await makeLetters(ports, request)
    if (!made.ok) throw new Error(made.error.code)
    return made.value
  }
  const [live, reserve] = [await make('live'), await make('reserve')]
  await openRound(ports, 'spring')
  const reissue = (lost: Letter | undefined, by: Letter | undefined, roundId = 'spring') =>
    reissueToken(ports, { roundId, lost: lost!.serial, reserve: by!.serial })
  const cast = async (letter: Letter | undefined) =>
    castBallot(ports, {
      roundId: 'spring',
      token: letter!.token,
      nonce: Uint8Array.from(randomBytes(16)),
      choices: ids('park'),
      ballotDigest: (await ports.content.round('spring'))?.digest ?? '',
      channel: 'online',
    })
  return { ports, live, reserve, reissue, cast }
}

describe('reissueToken', () => {
  test('revokes the code of the lost letter, and lets the reserve letter vote', async () => {
    const { ports, live, reserve, reissue, cast } = await voting()
    expect(await cast(reserve[0])).toMatchObject({ error: { code: 'token-unknown' } })
    expect(await reissue(live[0], reserve[0])).toEqual({ ok: true, value: reserve[0]?.serial })
    expect(await cast(live[0])).toMatchObject({ error: { code: 'token-revoked' } })
    expect(await cast(reserve[0])).toMatchObject({ ok: true })
    const counts = await ports.box.counts(aRound().id)
    expect([counts.revoked, counts.reissued]).toEqual([1, 1])
  })

  test('replaces no letter that has voted, was replaced before, or does not exist', async () => {
    const { live, reserve, reissue, cast } = await voting()
    const notLive = (letter: Letter | undefined, state: string) => ({
      ok: false,
      error: { code: 'serial-not-live', details: { serial: letter?.serial, state } },
    })
    await cast(live[0])
    expect(await reissue(live[0], reserve[0])).toEqual(notLive(live[0], 'used'))
    expect(await reissue(live[1], reserve[0])).toMatchObject({ ok: true })
    expect(await reissue(live[1], reserve[1])).toEqual(notLive(live[1], 'revoked'))
    const nobody: Letter = { serial: 'ZZZZ-1', token: live[0]!.token }
    expect(await reissue(nobody, reserve[1])).toEqual(notLive(nobody, 'unknown'))
    expect(await reissue(reserve[1], reserve[1])).toEqual(notLive(reserve[1], 'reserve'))
  })

  test('replaces no letter whose paper ballot waits, and does once the ballot is put aside', async () => {
    const { ports, live, reserve, reissue } = await voting({ paper: true })
    const place = { roundId: 'spring', batch: v.parse(PaperBatchIdSchema, 'hall-1') }
    await beginPaperBatch(ports, place)
    const stub = { ...place, token: live[0]!.token }
    expect(await holdStub(ports, stub)).toEqual({ ok: true, value: 1 })
    const waits = { code: 'serial-not-live', details: { state: 'held' } }
    expect(await reissue(live[0], reserve[0])).toMatchObject({ error: waits })
    expect(await releaseStub(ports, stub)).toEqual({ ok: true, value: 0 })
    expect(await reissue(live[0], reserve[0])).toMatchObject({ ok: true })
  })

  test('works while voting is paused and after it, and not after the close', async () => {
    const { ports, live, reserve, reissue, cast } = await voting()
    await changeRound(ports, 'spring', 'pause', 'Letters were lost.')
    expect(await reissue(live[0], reserve[0])).toMatchObject({ ok: true })
    await changeRound(ports, 'spring', 'resume')
    expect(await cast(reserve[0])).toMatchObject({ ok: true })
    ports.setNow(AFTER)
    await changeRound(ports, 'spring', 'close')
    const over = { code: 'serial-not-live', details: { state: 'live' } }
    expect(await reissue(live[1], reserve[1])).toMatchObject({ error: over })
  })

  test('takes only an unused reserve letter, and leaves the lost letter as it was without one', async () => {
    const { live, reserve, reissue, cast } = await voting()
    await reissue(live[0], reserve[0])
    for (const spent of [reserve[0], live[1]])
      expect(await reissue(live[1], spent)).toEqual({
        ok: false,
        error: { code: 'no-reserve', details: { serial: spent?.serial } },
      })
    expect(await cast(live[1])).toMatchObject({ ok: true })
  })

  test('is refused in a round that is not there', async () => {
    const { live, reserve, reissue } = await voting()
    expect(await reissue(live[0], reserve[0], 'autumn')).toMatchObject({
      error: { code: 'round-unknown', details: { round: 'autumn' } },
    })
  })
})
