import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepPictures, lendPictures, storeOf } from '../../src/commands/picture-cache.ts'
import { makeFolder, type Folder } from './small-site.ts'

let folder: Folder

beforeEach(async () => {
  folder = await makeFolder()
})

afterEach(() => folder.remove())

const cache = (name: string) => join(folder.path, name)
const store = () => storeOf(folder.path)

describe('the store of pictures', () => {
  test('gives a build what earlier ones made, and nothing before there was one', async () => {
    await lendPictures(store(), cache('first'))
    expect(await readdir(cache('first/assets'))).toEqual([])
    await writeFile(cache('first/assets/a.avif'), 'a')
    await keepPictures(store(), cache('first'))
    await lendPictures(store(), cache('second'))
    await writeFile(cache('second/assets/b.avif'), 'b')
    await keepPictures(store(), cache('second'))
    await lendPictures(store(), cache('third'))
    expect((await readdir(cache('third/assets'))).toSorted()).toEqual(['a.avif', 'b.avif'])
    expect(await readFile(cache('third/assets/a.avif'), 'utf8')).toBe('a')
  })

  test('is shared by builds that end at the same time, and keeps no part of a file', async () => {
    const names = Array.from({ length: 6 }, (_, at) => `build-${at}`)
    for (const name of names) {
      await mkdir(cache(`${name}/assets`), { recursive: true })
      await writeFile(cache(`${name}/assets/same.webp`), 'same'.repeat(100_000))
      await writeFile(cache(`${name}/assets/${name}.webp`), name)
    }
    await Promise.all(names.map((name) => keepPictures(store(), cache(name))))
    const kept = await readdir(store())
    expect(kept.toSorted()).toEqual(
      [...names.map((name) => `${name}.webp`), 'same.webp'].toSorted(),
    )
  })

  test('is not made by a build without pictures', async () => {
    await lendPictures(store(), cache('first'))
    await keepPictures(store(), cache('first'))
    expect(await readdir(folder.path)).toEqual(['first'])
  })
})
