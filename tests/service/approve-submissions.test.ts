import { afterEach, describe, expect, test } from 'vitest'
import { approveSubmissions } from '../../src/service/approve-submissions.ts'
import type { CommitRequest, Ports } from '../../src/service/ports.ts'
import { aSubmission } from '../support/box-data.ts'
import { aRound } from '../support/builders.ts'
import { testPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

const PATH = 'rounds/spring/proposals/a-bench.md'
const THEIRS = 'Somebody else’s proposal.\n'

/** A round with one submission called "A bench", whose checkout knows of no such proposal. */
async function waiting() {
  const ports = await testPorts({ round: aRound({ lot: undefined }) })
  opened.push(ports)
  const { submission } = aSubmission(aRound().id)
  const { area: _, ...fields } = { ...submission, title: 'A bench' }
  await ports.inbox.add(aSubmission(aRound().id, { id: 'BENCH', submission: fields }), 500)
  return ports
}

async function publish({ publisher }: Ports, path: string): Promise<void> {
  const expectedHead = await publisher.head('content')
  const files = [{ path, text: THEIRS }]
  await publisher.commit({ branch: 'content', expectedHead, message: 'Theirs', files })
}

async function published({ publisher }: Ports, path: string): Promise<string | undefined> {
  return publisher.read((await publisher.head('content')) ?? '', path)
}

describe('approveSubmissions on a checkout that is behind', () => {
  test('never overwrites a proposal that is published, and takes the next free id', async () => {
    const ports = await waiting()
    await publish(ports, PATH)
    await publish(ports, PATH.replace('.md', '-2.md'))
    expect(await approveSubmissions(ports, 'spring', [{ id: 'BENCH' }])).toMatchObject({
      ok: true,
      value: { proposals: [{ id: 'BENCH', proposal: 'a-bench-3' }] },
    })
    expect(await published(ports, PATH)).toBe(THEIRS)
    expect(await published(ports, PATH.replace('.md', '-2.md'))).toBe(THEIRS)
    expect(await published(ports, PATH.replace('.md', '-3.md'))).toContain('title: A bench')
  })

  test('says which id was taken at the last moment, and can be repeated with the next one', async () => {
    const ports = await waiting()
    const commit = async (request: CommitRequest) => {
      if ((await published(ports, PATH)) === undefined) await publish(ports, PATH)
      return ports.publisher.commit(request)
    }
    const late = { ...ports, publisher: { ...ports.publisher, commit } }
    expect(await approveSubmissions(late, 'spring', [{ id: 'BENCH' }])).toEqual({
      ok: false,
      error: { code: 'id-taken', details: { path: PATH } },
    })
    expect(await published(ports, PATH)).toBe(THEIRS)
    expect(await approveSubmissions(ports, 'spring', [{ id: 'BENCH' }])).toMatchObject({
      ok: true,
      value: { proposals: [{ proposal: 'a-bench-2' }] },
    })
    expect(await published(ports, PATH)).toBe(THEIRS)
    expect(await ports.inbox.find(aRound().id, 'BENCH')).toMatchObject({
      state: 'published',
      proposal: 'a-bench-2',
    })
  })
})
