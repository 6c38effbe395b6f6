import { existsSync } from 'node:fs'
import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keptFunctions } from '../../src/commands/host/kept-functions.ts'
import { FUNCTION_FILES, makeFolder, type Folder } from './small-site.ts'

let folder: Folder

beforeEach(async () => {
  folder = await makeFolder()
  await folder.write({
    ...FUNCTION_FILES,
    'src/greeting.ts': "export const greeting = 'hello'",
    'netlify.toml': '',
    'package-lock.json': '{}',
  })
  vi.stubEnv('BUNDLES_DIR', join(folder.path, 'kept'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  return folder.remove()
})

const kept = () => keptFunctions(folder.path)
const folders = () => readdir(join(folder.path, 'kept'))

describe('keptFunctions', () => {
  test('what was bundled is used again while nothing changed', async () => {
    const first = await kept()
    expect(first.map(({ name }) => name).toSorted()).toEqual(['echo', 'fail', 'slow', 'tick'])
    for (const { entry } of first) expect(existsSync(entry)).toBe(true)
    expect(await kept()).toEqual(first)
    expect(await folders()).toHaveLength(1)
  })

  test.each(['functions/echo.ts', 'src/greeting.ts', 'package-lock.json'])(
    'a change of %s is bundled',
    async (file) => {
      const [before] = await kept()
      await folder.write({
        [file]: file.endsWith('.json')
          ? '{"name":"other"}'
          : `${FUNCTION_FILES['functions/echo.ts']}\n// other`,
      })
      const [after] = await kept()
      expect(after?.entry).not.toBe(before?.entry)
      expect(existsSync(after?.entry ?? '')).toBe(true)
    },
  )

  test('two that ask at once get the same, and leave nothing half made', async () => {
    const [one, other] = await Promise.all([kept(), kept()])
    expect(one).toEqual(other)
    expect(await folders()).toHaveLength(1)
  })

  test('a bundle that nobody used for a day goes when another is made', async () => {
    await kept()
    const [old = ''] = await folders()
    const yesterday = new Date(Date.now() - 25 * 3_600_000)
    await utimes(join(folder.path, 'kept', old), yesterday, yesterday)
    await folder.write({ 'src/greeting.ts': "export const greeting = 'good day'" })
    await kept()
    expect(await folders()).toHaveLength(1)
    expect(await folders()).not.toContain(old)
  })
})
