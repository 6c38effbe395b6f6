import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { fromBase64url } from '../../src/domain/encoding.ts'
import type { RoundId } from '../../src/domain/id.ts'
import { receiptMessage } from '../../src/domain/receipt.ts'
import { makeToken, type Token } from '../../src/domain/token.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { StoreUnavailable } from '../../src/domain/fault.ts'
import type { Ports } from '../../src/service/ports.ts'
import { aProposal, aRound, ids } from '../support/builders.ts'
import { AFTER, BEFORE, votingPorts, type TestPorts } from '../support/ports.ts'

const opened: TestPorts[] = []

async function voting(letters = 1, given: Parameters<typeof votingPorts>[1] = {}) {
  const ports = await votingPorts(letters, given)
  opened.push(ports)
  return ports
}

afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

async function cast(
  ports: Ports,
  token: Token | undefined,
  given: { choices?: readonly string[]; nonce?: Uint8Array; area?: string; digest?: string } = {},
) {
  const content = await ports.content.round('spring')
  return castBallot(ports, {
    roundId: 'spring',
    token: token ?? makeToken(Uint8Array.from(randomBytes(10))),
    area: given.area,
    nonce: given.nonce ?? Uint8Array.from(randomBytes(16)),
    choices: ids(...(given.choices ?? ['park'])),
    ballotDigest: given.digest ?? content?.digest ?? '',
    channel: 'online',
  })
}

const refused = (code: string) => ({ ok: false, error: { code } })

describe('castBallot', () => {
  test('counts the first ballot of a token and refuses the second', async () => {
    const ports = await voting()
    const token = ports.letters[0]?.token
    expect(await cast(ports, token)).toMatchObject({ ok: true })
    expect(await cast(ports, token, { choices: ['bench'] })).toMatchObject(refused('token-used'))
    expect([...(await ports.box.counts(aRound().id)).recorded]).toEqual([['online:all', 1]])
  })

  test('answers with a receipt that the published key signed', async () => {
    const ports = await voting()
    const outcome = await cast(ports, ports.letters[0]?.token)
    if (!outcome.ok) throw new Error(outcome.error.code)
    const { receipt, signature, board } = outcome.value
    const key = createPublicKey({
      key: {
        kty: 'OKP',
        crv: 'Ed25519',
        x: Buffer.from(ports.keys.signKey(aRound().id)).toString('base64url'),
      },
      format: 'jwk',
    })
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(board).toMatch(/^0:[0-9a-f]{8}$/)
    expect(verify(null, receiptMessage('spring', receipt), key, fromBase64url(signature))).toBe(
      true,
    )
    expect(verify(null, receiptMessage('autumn', receipt), key, fromBase64url(signature))).toBe(
      false,
    )
  })

  test('answers a retry with the same receipt, after the close too', async () => {
    const ports = await voting()
    const retry = { nonce: Uint8Array.from(randomBytes(16)), choices: ['park', 'bench'] }
    const first = await cast(ports, ports.letters[0]?.token, retry)
    expect(
      await cast(ports, ports.letters[0]?.token, { ...retry, choices: ['bench', 'park'] }),
    ).toEqual(first)
    ports.setNow(AFTER)
    await ports.box.transition(aRound().id, 'close')
    expect(await cast(ports, ports.letters[0]?.token, retry)).toEqual(first)
  })

  test('says that the first choices stand where the same page is sent with others', async () => {
    const ports = await voting()
    const nonce = Uint8Array.from(randomBytes(16))
    await cast(ports, ports.letters[0]?.token, { nonce })
    expect(await cast(ports, ports.letters[0]?.token, { nonce, choices: ['bench'] })).toEqual({
      ok: false,
      error: { code: 'token-used', details: { sameNonce: 1 } },
    })
  })

  test('knows a recorded ballot even when a later deploy took its proposal off the ballot', async () => {
    const ports = await voting()
    const nonce = Uint8Array.from(randomBytes(16))
    const first = await cast(ports, ports.letters[0]?.token, { nonce })
    ports.setContent({ proposals: [aProposal('bench')] })
    expect(await cast(ports, ports.letters[0]?.token, { nonce })).toEqual(first)
    expect(await cast(ports, undefined)).toMatchObject(refused('proposal-not-on-ballot'))
  })

  test('refuses an unknown token, an unknown round and an unknown area', async () => {
    const ports = await voting()
    expect(await cast(ports, undefined)).toMatchObject(refused('token-unknown'))
    expect(await cast(ports, ports.letters[0]?.token, { area: 'moon' })).toMatchObject(
      refused('area-missing'),
    )
    ports.setContent({ round: { ...aRound(), id: 'other' as never } })
    expect(await cast(ports, ports.letters[0]?.token)).toMatchObject(refused('round-not-found'))
  })

  test('says when voting opens and when it ended', async () => {
    const ports = await voting(1)
    ports.setNow(BEFORE)
    expect(await cast(ports, ports.letters[0]?.token)).toMatchObject({
      error: {
        code: 'round-not-voting',
        details: { state: 'before', opensAt: '2027-05-03T06:00:00Z' },
      },
    })
    ports.setNow(Date.parse('2027-05-16T18:00:00Z'))
    await ports.box.transition(aRound().id, 'close')
    expect(await cast(ports, ports.letters[0]?.token)).toMatchObject({
      error: {
        code: 'round-not-voting',
        details: { state: 'after', closesAt: '2027-05-16T18:00:00Z' },
      },
    })
  })

  test('says after the end that it is not certain yet, until the box is closed', async () => {
    const ports = await voting(1)
    const nonce = Uint8Array.from(randomBytes(16))
    const after = { ...ports, clock: { now: () => Date.parse('2027-05-16T18:00:00Z') } }
    const settling = { error: { code: 'round-not-voting', details: { state: 'settling' } } }
    expect(await cast(after, ports.letters[0]?.token, { nonce })).toMatchObject(settling)
    // The first try, sent before the end, reaches the store only now.
    const late = await cast(ports, ports.letters[0]?.token, { nonce })
    expect(await cast(after, ports.letters[0]?.token, { nonce })).toEqual(late)
  })

  test('never calls an open round over: its end may have been moved just after the refusal', async () => {
    const ports = await voting(1)
    const nonce = Uint8Array.from(randomBytes(16))
    const late = Date.parse('2027-05-16T18:00:00Z')
    const meta = async (round: RoundId) => {
      await ports.box.extend(round, late + 3_600_000)
      return ports.box.meta(round)
    }
    const moved = { ...ports, box: { ...ports.box, meta }, clock: { now: () => late } }
    const told = await cast(moved, ports.letters[0]?.token, { nonce })
    expect(told).toMatchObject(refused('not-confirmed'))
    ports.setNow(late)
    expect(await cast(ports, ports.letters[0]?.token, { nonce })).toMatchObject({ ok: true })
  })

  test('looks once more after the close: a first try may have come in just before it', async () => {
    const ports = await voting(1)
    const nonce = Uint8Array.from(randomBytes(16))
    const after = Date.parse('2027-05-16T18:00:00Z')
    const meta = async (round: RoundId) => {
      await cast(ports, ports.letters[0]?.token, { nonce })
      ports.setNow(after)
      await ports.box.transition(round, 'close')
      return ports.box.meta(round)
    }
    const late = { ...ports, box: { ...ports.box, meta }, clock: { now: () => after } }
    const told = await cast(late, ports.letters[0]?.token, { nonce })
    expect(told).toMatchObject({ ok: true, value: { receipt: expect.any(String) } })
    expect((await ports.box.counts(aRound().id)).recorded).toEqual(new Map([['online:all', 1]]))
  })

  test('refuses while voting is paused, and when the list of proposals was changed', async () => {
    const ports = await voting()
    expect(await cast(ports, ports.letters[0]?.token, { digest: 'old' })).toMatchObject(
      refused('ballot-changed'),
    )
    ports.setContent({ proposals: [aProposal('park', { cost: 1 })] })
    expect(await cast(ports, ports.letters[0]?.token)).toMatchObject(refused('ballot-changed'))
    await ports.box.transition(aRound().id, 'pause')
    expect(await cast(ports, ports.letters[0]?.token)).toMatchObject(refused('voting-paused'))
  })

  test('refuses a receipt that is already taken, so that the browser takes another number', async () => {
    const ports = await voting(2)
    const nonce = Uint8Array.from(randomBytes(16))
    await cast(ports, ports.letters[0]?.token, { nonce })
    expect(await cast(ports, ports.letters[1]?.token, { nonce })).toMatchObject(
      refused('nonce-taken'),
    )
    expect(await cast(ports, ports.letters[1]?.token)).toMatchObject({ ok: true })
  })

  test('says that nothing is confirmed where the store does not answer', async () => {
    const ports = await voting()
    const silent = { ...ports.box, cast: () => Promise.reject(new StoreUnavailable('no answer')) }
    const outcome = await cast({ ...ports, box: silent }, ports.letters[0]?.token)
    expect(outcome).toMatchObject(refused('not-confirmed'))
    expect(ports.events).toContain('fault cast-not-confirmed')
  })

  test('is a fault under another CHEST_KEY, and says which setting', async () => {
    const ports = await voting()
    const other = await voting()
    await expect(cast({ ...ports, keys: other.keys }, ports.letters[0]?.token)).rejects.toThrow(
      'CHEST_KEY',
    )
  })
})
