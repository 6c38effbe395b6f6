/**
 * A council's content with a round of many proposals, each with a picture.
 *
 * Talks to folders. Invariant: the same at every call, so that sizes of its pictures are made once.
 * Decided in docs/decisions/0019.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import * as v from 'valibot'
import { parseFile, printFile } from '../adapters/content/front-matter.ts'
import { OPEN_ROUND } from './example-site.ts'
import { PROJECT_DIR } from './host/project.ts'

const EXAMPLE = join(PROJECT_DIR, 'content')
const THEMES = ['play', 'green', 'ways', 'culture', 'sharing', 'together']
const FRAME = { width: 1080, height: 720, channels: 3 } as const

export type Generated = {
  readonly proposals: number
  /** How many of their pictures differ. */
  readonly pictures: number
}

/** Writes it into a new folder, in one language. */
export async function writeGenerated(
  directory: string,
  { proposals, pictures }: Generated,
): Promise<void> {
  const round = join(directory, 'rounds', OPEN_ROUND)
  for (const part of ['proposals', 'pictures']) await mkdir(join(round, part), { recursive: true })
  const council = await readFile(join(EXAMPLE, 'council.md'), 'utf8')
  await writeFile(
    join(directory, 'council.md'),
    council.replace(/^languages:.*$/m, 'languages: [en]'),
  )
  for (const name of ['guide', 'map.svg'])
    await cp(join(EXAMPLE, name), join(directory, name), { recursive: true })
  await writeFile(join(round, 'round.md'), await roundFile())
  for (let at = 1; at <= proposals; at++)
    await writeFile(join(round, 'proposals', `proposal-${at}.md`), proposal(at, pictures))
  for (let at = 0; at < Math.min(pictures, proposals); at++)
    await writeFile(join(round, 'pictures', `picture-${at}.jpg`), await picture(at))
}

/** The example's, without the lot, which names its proposals. */
async function roundFile(): Promise<string> {
  const file = join(EXAMPLE, 'rounds', OPEN_ROUND, 'round.md')
  const anything = v.record(v.string(), v.unknown())
  const { fields, body } = parseFile(file, await readFile(file, 'utf8'), anything)
  return printFile({ ...fields, lot: undefined }, body)
}

function proposal(at: number, pictures: number): string {
  const fields = {
    schemaVersion: 1,
    title: `A bench by the path, number ${at}`,
    summary: `Neighbours of house ${at} wish for a place to sit on the way up the hill.`,
    cost: 2000 + ((at * 37) % 131) * 100,
    theme: THEMES[at % THEMES.length],
    beneficiaries: ['older people', 'children'],
    proposer: { kind: 'group', name: `The stairwell of house ${at}` },
    picture: {
      file: `picture-${at % pictures}.jpg`,
      alt: `A drawing of a bench beside house ${at}.`,
    },
  }
  return printFile(fields, `${TEXT}\n\nWe are the people of house ${at}, and we look after it.\n`)
}

const TEXT = `From the shop to the top it is four minutes for those who are young, and a rest in between for
all others. We have asked everybody who lives along the path, and **most of them** want it.

- A bench of oak, with a back and arms
- Two flat stones below it, so that nobody's feet get wet
- A bin, which the stairwell empties

| What         |  Cost |
| ------------ | ----: |
| The bench    | 1,400 |
| Stones, work |   600 |

We borrowed one for a week in May. It was never empty while the sun shone, and twice when it rained.`

/** Plain colours, so that its sizes are soon made; how long it takes to copy them is the same. */
function picture(at: number): Promise<Buffer> {
  const background = { r: (at * 53) % 256, g: (at * 101) % 256, b: (at >> 4) % 256 }
  return sharp({ create: { ...FRAME, background } })
    .jpeg({ quality: 60 })
    .toBuffer()
}
