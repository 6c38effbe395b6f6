import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bundleFunctions } from '../../src/commands/host/bundle.ts'
import { FUNCTION_FILES, makeFolder, type Folder } from './small-site.ts'

let folder: Folder

beforeEach(async () => {
  folder = await makeFolder()
  await folder.write(FUNCTION_FILES)
})

afterEach(() => folder.remove())

const bundle = () =>
  bundleFunctions({
    outDir: join(folder.path, 'bundles'),
    functionsDir: join(folder.path, 'functions'),
  })

describe('bundleFunctions', () => {
  test('every function has the routes or the schedule that Netlify reads from it', async () => {
    const functions = await bundle()
    const told = functions.map(({ name, routes, schedule }) => ({ name, routes, schedule }))
    expect(told.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      {
        name: 'echo',
        routes: [{ pattern: '/api/echo/:name', methods: ['GET', 'POST'] }],
        schedule: undefined,
      },
      { name: 'fail', routes: [{ pattern: '/api/fail', methods: ['POST'] }], schedule: undefined },
      { name: 'slow', routes: [{ pattern: '/api/slow', methods: ['GET'] }], schedule: undefined },
      { name: 'tick', routes: [], schedule: '*/5 * * * *' },
    ])
  })

  test('a bundle holds what netlify.toml includes', async () => {
    await folder.write({
      'content/council.md': 'text',
      'dist/en/rounds/spring/vote/index.html': 'shell',
      'dist/en/index.html': 'no shell',
    })
    const [first] = await bundle()
    const files = await readdir(join(folder.path, 'bundles', first?.name ?? ''), {
      recursive: true,
    })
    expect(files).toContain('content/council.md')
    expect(files).toContain('dist/en/rounds/spring/vote/index.html')
    expect(files).not.toContain('dist/en/index.html')
  })

  test('a function whose path Netlify cannot read stops the start, and says why', async () => {
    await folder.write({
      'functions/lost.ts': `
        const path = '/api/lost'
        export default () => new Response('ok')
        export const config = { path } as const
      `,
    })
    await expect(bundle()).rejects.toThrow(
      'functions/lost: Netlify finds neither a path nor a schedule. Write them as plain literals under "export const config: Config = { … }".',
    )
  })
})
