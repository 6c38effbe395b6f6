import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { paintCard } from '../../src/site/paint-card.ts'
import {
  cardText,
  homeCard,
  resultCard,
  roundCard,
  socialCards,
} from '../../src/site/social-card.ts'
import { CARD, CARD_COLOURS } from '../../src/site/social-drawing.ts'
import { aReader, aRound, aRoundPage, council } from './site-data.ts'

const COLOUR = '#134b70'
const card = {
  image: '/en/social.png',
  brand: 'Tranebro & Søby',
  title: 'What should it become? You decide.',
  note: '75,000 kr. to share',
}
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-fonts-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const BUILD_FONTS = join(process.cwd(), 'src/site/fonts.conf')

/** The digests of cards with these titles, painted in a process that has the fonts of a build: none of the machine. */
async function paintAsBuilt(...titles: readonly string[]): Promise<readonly string[]> {
  const script = `
    import { createHash } from 'node:crypto'
    import { paintCard } from ${JSON.stringify(join(process.cwd(), 'src/site/paint-card.ts'))}
    for (const title of ${JSON.stringify(titles)}) {
      const bytes = await paintCard({ ...${JSON.stringify(card)}, title }, ${JSON.stringify(COLOUR)})
      console.log(createHash('sha256').update(bytes).digest('hex'))
    }`
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script],
    { env: { PATH: process.env['PATH'], FONTCONFIG_FILE: BUILD_FONTS, HOME: folder } },
  )
  expect(stderr).toBe('')
  return stdout.trim().split('\n')
}

describe('paintCard', () => {
  test('is as large as networks ask for, and light', async () => {
    const bytes = await paintCard(card, COLOUR)
    const { format, width, height } = await sharp(bytes).metadata()
    expect({ format, width, height }).toEqual({ format: 'png', ...CARD })
    expect(bytes.byteLength).toBeLessThan(100_000)
  })

  test('is the same every time', async () => {
    expect(digestOf(await paintCard(card, COLOUR))).toBe(digestOf(await paintCard(card, COLOUR)))
  })

  test('has letters, not boxes in their place, where the machine has no font', async () => {
    const titles = ['Æ', 'Ø', 'ß', 'é', 'Æ']
    const digests = await paintAsBuilt(...titles)
    expect(digests).toHaveLength(5)
    expect(new Set(digests).size).toBe(4)
    expect(digests[4]).toBe(digests[0])
  })

  test('holds the longest title that a round can have inside its place', async () => {
    const empty = await rowsOf({ ...card, title: 'i' })
    const full = await rowsOf({
      ...card,
      title: 'Bürgerhaushaltsversammlung '.repeat(4).slice(0, 80),
    })
    expect(full.filter((row) => !empty.includes(row)).every((row) => row > 170 && row < 384)).toBe(
      true,
    )
    expect(full.length).toBeGreaterThan(empty.length)
  })
})

/** Which rows between the brand and the note hold a white letter. */
async function rowsOf(given: typeof card): Promise<readonly number[]> {
  const { data, info } = await sharp(await paintCard(given, COLOUR))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const isWhite = (at: number) =>
    [0, 1, 2].every((part) => (data[at * info.channels + part] ?? 0) > 250)
  const rows = Array.from({ length: info.height }, (_, y) => y)
  return rows.filter((y) =>
    Array.from({ length: info.width }, (_, x) => y * info.width + x).some(isWhite),
  )
}

describe('socialCards', () => {
  const reader = aReader()
  const open = aRoundPage(aRound(), [])
  const decided = aRoundPage(aRound(), [], {})
  const siteOf = (page: typeof open) => ({ council, about: '', guides: [], rounds: [page] })

  test('has a picture of a result only where there is one', () => {
    const images = (page: typeof open) =>
      socialCards(siteOf(page), reader).map(({ image }) => image)
    expect(images(open)).toEqual(['/en/social.png', '/en/rounds/spring/social.png'])
    expect(images(decided)).toEqual([...images(open), '/en/rounds/spring/result/social.png'])
    expect(resultCard(open, reader)).toEqual(roundCard(open, reader))
  })

  test('says in words what the picture shows', () => {
    const text = cardText(homeCard(siteOf(open), reader)).replaceAll('\u00a0', ' ')
    expect(text).toBe('Lindevang. What should it become? You decide. 1,000 kr. to share')
  })
})

describe('the colours of a card', () => {
  test('are those of the pages', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8')
    for (const [name, value] of Object.entries(CARD_COLOURS))
      expect(tokens).toContain(`--${name === 'gold' ? '' : 'd-'}${name}: ${value};`)
  })
})
