import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { MOST_WAITING, SubmissionSchema } from '../../src/domain/submission.ts'
import type { PicturePorts } from '../../src/service/ports-pictures.ts'
import { submitProposal } from '../../src/service/submit-proposal.ts'
import { aSubmission } from '../support/box-data.ts'
import { aRound } from '../support/builders.ts'
import { testPorts } from '../support/ports.ts'

const IN_MARCH = Date.parse('2027-03-10T12:00:00Z')
const DAY = 86_400_000
const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

async function open() {
  const ports = await testPorts({ now: IN_MARCH, round: aRound({ lot: undefined }) })
  opened.push(ports)
  return ports
}

function submit(ports: PicturePorts, address = '10.0.0.1') {
  const submission = v.parse(SubmissionSchema, {
    title: 'A herb garden',
    summary: 'Herbs for everyone who cooks.',
    description: 'Twelve pots by the school kitchen, watered by class 5.',
    cost: 4_500,
    proposerKind: 'group',
    proposerName: 'Class 5',
    contactName: 'Somebody Private',
    contact: 'private@example.org',
    language: 'en',
  })
  return submitProposal(ports, { roundId: 'spring', submission, address })
}

describe('submitProposal', () => {
  test('says that the inbox is full when 500 wait, and takes in the next when one is decided', async () => {
    const ports = await open()
    const { id } = aRound()
    expect(MOST_WAITING).toBe(500)
    for (let n = 1; n < 500; n++)
      await ports.inbox.add(aSubmission(id, { id: `filler-${n}` }), MOST_WAITING)
    expect(await submit(ports)).toMatchObject({ ok: true })
    expect(await submit(ports)).toMatchObject({ error: { code: 'inbox-full' } })
    expect(await ports.inbox.list(id)).toHaveLength(500)
    await ports.inbox.decide(id, 'filler-1', ['waiting'], { state: 'rejected', reason: 'No.' })
    expect(await submit(ports)).toMatchObject({ ok: true })
  })

  test('tells the limiter no address, only letters that change by day and by secret', async () => {
    const [ports, other] = [await open(), await open()]
    const seen: string[] = []
    const limiter = { allow: async (key: string) => seen.push(key) > 0 }
    const keyOf = async (from: PicturePorts, address: string) => {
      await submit({ ...from, limiter }, address)
      return seen.at(-1)
    }
    const first = await keyOf(ports, '192.0.2.77')
    const network = await keyOf(ports, '2001:db8:1:2:3:4:5:6')
    expect(await keyOf(ports, '192.0.2.77')).toBe(first)
    expect(await keyOf(ports, '2001:db8:1:2::9')).toBe(network)
    expect(await keyOf(ports, '192.0.2.78')).not.toBe(first)
    expect(await keyOf(other, '192.0.2.77')).not.toBe(first)
    ports.setNow(IN_MARCH + DAY)
    expect(await keyOf(ports, '192.0.2.77')).not.toBe(first)
    expect(seen.filter((key) => !/^submit:[0-9a-f]{16}$/.test(key))).toEqual([])
  })
})
