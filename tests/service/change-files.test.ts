import { afterEach, describe, expect, test } from 'vitest'
import { changeFiles, openFile, planChanges } from '../../src/service/change-files.ts'
import type { CommitRequest, Ports } from '../../src/service/ports.ts'
import { testPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

const BENCH = 'rounds/spring/proposals/a-bench.md'
const PATH = 'rounds/spring/proposals/a-path.md'

async function withBench() {
  const ports = await testPorts()
  opened.push(ports)
  await put(ports, { [BENCH]: 'One.\n' })
  return ports
}

async function put({ publisher }: Ports, files: Readonly<Record<string, string>>) {
  const expectedHead = await publisher.head('content')
  await publisher.commit({
    ...{ branch: 'content', message: 'Theirs', expectedHead },
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
  })
}

const textOf = async (ports: Ports, path: string) => (await openFile(ports, path))?.text
const to = (text: string) => () => text

describe('changeFiles', () => {
  test('changes a file and makes another, in one commit', async () => {
    const ports = await withBench()
    const bench = await openFile(ports, BENCH)
    const before = await ports.publisher.head('content')
    const changes = [
      { path: BENCH, seen: bench?.seen, change: (text: string) => `${text}Two.\n` },
      { path: PATH, seen: undefined, change: to('A path.\n') },
    ]
    expect(await planChanges(ports, changes)).toEqual({
      ok: true,
      value: [
        { path: BENCH, text: 'One.\nTwo.\n', before: 'One.\n' },
        { path: PATH, text: 'A path.\n', before: undefined },
      ],
    })
    expect(await ports.publisher.head('content')).toBe(before)
    const changed = await changeFiles(ports, 'Two files', changes)
    expect(changed).toEqual({ ok: true, value: { commit: await ports.publisher.head('content') } })
    expect(await textOf(ports, BENCH)).toBe('One.\nTwo.\n')
    expect(await textOf(ports, PATH)).toBe('A path.\n')
  })

  test('publishes nothing where one of the files has changed since it was seen', async () => {
    const ports = await withBench()
    const bench = await openFile(ports, BENCH)
    await put(ports, { [BENCH]: 'Theirs.\n' })
    const changes = [
      { path: PATH, seen: undefined, change: to('A path.\n') },
      { path: BENCH, seen: bench?.seen, change: to('Mine.\n') },
    ]
    expect(await changeFiles(ports, 'Mine', changes)).toMatchObject({
      error: { code: 'changed-meanwhile', details: { path: BENCH } },
    })
    expect(await textOf(ports, BENCH)).toBe('Theirs.\n')
    expect(await textOf(ports, PATH)).toBeUndefined()
  })

  test('does not write over what came in the last moment', async () => {
    const ports = await withBench()
    const bench = await openFile(ports, BENCH)
    const race = { done: false }
    const publisher = {
      ...ports.publisher,
      async commit(request: CommitRequest) {
        if (!race.done) await put(ports, { [BENCH]: 'Theirs.\n' })
        race.done = true
        return ports.publisher.commit(request)
      },
    }
    const changes = [{ path: BENCH, seen: bench?.seen, change: to('Mine.\n') }]
    expect(await changeFiles({ publisher }, 'Mine', changes)).toMatchObject({
      error: { code: 'changed-meanwhile' },
    })
    expect(await textOf(ports, BENCH)).toBe('Theirs.\n')
  })

  test('does not make a file that is there already, nor a commit that changes nothing', async () => {
    const ports = await withBench()
    const bench = await openFile(ports, BENCH)
    const anew = [{ path: BENCH, seen: undefined, change: to('Mine.\n') }]
    expect(await changeFiles(ports, 'Mine', anew)).toMatchObject({
      error: { code: 'changed-meanwhile' },
    })
    const same = [{ path: BENCH, seen: bench?.seen, change: (text: string) => text }]
    expect(await changeFiles(ports, 'Same', same)).toEqual({
      ok: true,
      value: { commit: undefined },
    })
  })
})
