import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { makeKeys } from '../../src/adapters/keys.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { findOpening } from '../../src/service/find-opening.ts'
import type { Ports } from '../../src/service/ports.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { reissueToken } from '../../src/service/reissue-token.ts'
import { ids } from '../support/builders.ts'
import { AFTER, votingPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

async function voting() {
  const ports = await votingPorts(1)
  opened.push(ports)
  const [letter] = ports.letters
  const { digest } = (await ports.content.round('spring')) ?? { digest: '' }
  const ballot = {
    ...{ roundId: 'spring', token: letter!.token, choices: ids('park'), ballotDigest: digest },
    ...{ nonce: Uint8Array.from(randomBytes(16)), channel: 'online' as const },
  }
  return { ports, ballot, serial: letter!.serial }
}

const otherKey = (ports: Ports): Ports => ({
  ...ports,
  keys: makeKeys(Uint8Array.from(randomBytes(32))),
})

const otherSchema = (ports: Ports): Ports => ({
  ...ports,
  box: {
    ...ports.box,
    meta: async (round) => {
      const meta = await ports.box.meta(round)
      return meta && { ...meta, schema: meta.schema + 1 }
    },
  },
})

describe.each([
  ['another CHEST_KEY', otherKey, /^CHEST_KEY /],
  ['another version of the store', otherSchema, /^STORE /],
] as const)('a deploy with %s', (_, spoil, names) => {
  test('replaces no letter, shows no opening, writes no checkpoint and counts nothing', async () => {
    const { ports, serial } = await voting()
    const other = spoil(ports)
    const lost = { roundId: 'spring', lost: serial, reserve: serial }
    await expect(reissueToken(other, lost)).rejects.toThrow(names)
    await expect(findOpening(other, 'spring')).rejects.toThrow(names)
    ports.setNow(AFTER)
    await expect(changeRound(other, 'spring', 'close')).rejects.toThrow(names)
    await changeRound(ports, 'spring', 'seal')
    await expect(publishResult(other, 'spring', 'final')).rejects.toThrow(names)
    expect(await publishResult(ports, 'spring', 'final')).toMatchObject({ ok: true })
  })
})

describe('a ballot that reaches a deploy with another CHEST_KEY', () => {
  test('is a fault that names the setting, and uses up no code', async () => {
    const { ports, ballot } = await voting()
    await expect(castBallot(otherKey(ports), ballot)).rejects.toThrow(/^CHEST_KEY /)
    expect(await castBallot(ports, ballot)).toMatchObject({ ok: true })
  })
})
