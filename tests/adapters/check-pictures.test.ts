import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkPictures } from '../../src/adapters/content/check-pictures.ts'
import { readContent } from '../../src/adapters/content/read-content.ts'

const ROUND = 'rounds/tranebro-decides-2026'
let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pictures-'))
  await cp(resolve('content'), directory, { recursive: true })
})

afterEach(async () => rm(directory, { recursive: true }))

async function told(): Promise<string> {
  const { rounds } = await readContent(directory)
  return checkPictures(directory, rounds).then(
    () => 'nothing',
    (fault: Error) => fault.message,
  )
}

describe('checkPictures', () => {
  test('has nothing to say about the example', async () => {
    expect(await told()).toBe('nothing')
  })

  test('tells which picture is missing in which file, and which one nobody shows', async () => {
    const folder = join(directory, ROUND, 'pictures')
    await rename(join(folder, 'lit-path.jpg'), join(folder, 'path.jpg'))
    expect((await told()).split('\n')).toEqual([
      `${ROUND}/proposals/lit-path.md: picture.file: found "lit-path.jpg", expected the name of a file in ${ROUND}/pictures/`,
      `${ROUND}/pictures/path.jpg: no proposal shows this picture, expected its name in a proposal, or no file`,
    ])
  })

  test('asks for the pictures of updates too', async () => {
    const past = 'rounds/tranebro-decides-2025'
    await rm(join(directory, past, 'pictures', 'first-apples.jpg'))
    expect(await told()).toBe(
      `${past}/proposals/apple-trees.md: picture.file: found "first-apples.jpg", expected the name of a file in ${past}/pictures/`,
    )
  })

  test('finds a folder of pictures that is missing', async () => {
    await rm(join(directory, ROUND, 'pictures'), { recursive: true })
    expect(await told()).toContain('picture.file: found "lit-path.jpg"')
  })
})
