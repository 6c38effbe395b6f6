import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/domain/council.ts'
import { dictionary } from '../../src/i18n/dictionary.ts'
import { readHandbook } from '../../src/site/handbook.ts'

const files = readdirSync('docs').filter((name) => name.startsWith('clerk-handbook'))

describe('the clerk’s handbook', () => {
  test('is taken apart at its pictures', () => {
    expect(
      readHandbook('# Title\n\nOne.\n\n![A bench](../public/handbook/a.webp)\n\nTwo.\n'),
    ).toEqual({
      title: 'Title',
      parts: [
        { kind: 'text', text: '\nOne.\n\n' },
        { kind: 'picture', address: '/handbook/a.webp', alt: 'A bench' },
        { kind: 'text', text: '\n\nTwo.\n' },
      ],
    })
  })

  test.each(files)(
    '%s shows pictures that are there, and no picture in the middle of a line',
    (file) => {
      const { title, parts } = readHandbook(readFileSync(`docs/${file}`, 'utf8'))
      const language = LANGUAGES.find((each) => file.endsWith(`.${each}.md`)) ?? 'en'
      expect(title).toBe(dictionary(language).desk.handbook.title)
      const pictures = parts.flatMap((part) => (part.kind === 'picture' ? [part.address] : []))
      expect(pictures.length).toBeGreaterThan(5)
      for (const address of pictures) expect(existsSync(`public${address}`), address).toBe(true)
      for (const part of parts) if (part.kind === 'text') expect(part.text).not.toContain('![')
    },
  )
})
