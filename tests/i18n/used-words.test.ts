import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unusedWords } from '../support/used-words.ts'

test('no sentence is left over that nothing shows', () => {
  expect(unusedWords()).toEqual([])
})

test('a key is found that is only a word elsewhere, or a key of another section', async () => {
  const directory = join(await mkdtemp(join(tmpdir(), 'words-')), 'src')
  await mkdir(join(directory, 'i18n'), { recursive: true })
  const files = {
    'i18n/en.ts': `export const en = {
      list: { left: 'Left', shown: (count: number) => String(count), said: 'Said', title: 'A' },
      mine: { left: 'Mine', title: 'B', byValue: { full: 'Full', empty: 'Empty' } },
    }`,
    'words.ts': `import { en } from './i18n/en.ts'
      export const { list, mine } = en`,
    'use.ts': `import { list, mine } from './words.ts'
      const left = 1 // left over, by title
      export const shown = (at: 'full') => [list.shown(left), mine.byValue[at], mine.left]
      export const say = (name: string) => name + say('said')`,
    'page.astro': `---
      import { mine } from './words.ts'
      const { title } = mine
---
      <h1>{title}</h1>`,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text)
  expect(unusedWords(directory)).toEqual([
    'i18n/en.ts: left',
    'i18n/en.ts: title',
    'i18n/en.ts: empty',
  ])
  await rm(join(directory, '..'), { recursive: true })
})
