/**
 * A round of many proposals, made from the example's open round.
 *
 * Talks to a content folder. Invariant: the same at every call; titles, themes and costs differ as those of
 * a large city's round do.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseFile, printFile } from '../../src/adapters/content/front-matter.ts'
import { OPEN_ROUND } from './running-site.ts'

const WHAT = 'Benches Lamps Trees Swings Books Songs Bikes Tools Signs Gardens Øvelser Straßenfest'
const WHERE = 'station school harbour church library forest market hall meadow bridge'
const THEMES = 'play green ways culture sharing together'
const AREAS = 'Hillside Lakeside Brickworks Parkside'
/** With thousands nobody draws balls. */
const LOT = {
  seed: '5eed'.repeat(16),
  drawn: 'The value of a public beacon that was named beforehand.',
}
/** Every so many proposals one that cannot be voted on. */
const OFF_EVERY = 25

export type ManyProposals = { readonly id: string; readonly count: number }

/** Adds a round with this many proposals on the ballot, and the others besides. */
export async function writeManyProposals(
  contentDir: string,
  { id, count }: ManyProposals,
): Promise<void> {
  const [from, to] = [OPEN_ROUND, id].map((name) => join(contentDir, 'rounds', name))
  if (from === undefined || to === undefined) return
  await mkdir(join(to, 'proposals'), { recursive: true })
  await cp(join(from, 'round.md'), join(to, 'round.md'))
  await setFields(join(to, 'round.md'), {
    title: `Round of ${count}`,
    lot: LOT,
    areas: AREAS.split(' ').map((name) => ({ id: name.toLowerCase(), name })),
  })
  for (let at = 1; at <= count; at++) await writeProposal(to, at, {})
  for (let at = 1; at <= count / OFF_EVERY; at++)
    await writeProposal(to, count + at, { standing: 'rejected', reason: 'It is not lawful.' })
}

async function writeProposal(folder: string, at: number, fields: object): Promise<void> {
  const pick = (words: string, step: number) => {
    const list = words.split(' ')
    return list[Math.floor(at / step) % list.length] ?? ''
  }
  const [what, where] = [pick(WHAT, 1), pick(WHERE, 12)]
  const proposal = {
    schemaVersion: 1,
    title: `${what} at the ${where}, number ${at}`,
    summary: `What people at the ${where} have wished for since year ${1900 + (at % 120)}.`,
    cost: 2000 + ((at * 37) % 131) * 100,
    theme: pick(THEMES, 1),
    area: pick(AREAS, 6).toLowerCase(),
    ...fields,
  }
  // The first has a bare number as its id, as rounds from elsewhere do.
  const file = join(folder, 'proposals', at === 1 ? '2.md' : `proposal-${at}.md`)
  await writeFile(file, printFile(proposal, 'We have asked the neighbours, and they want it.\n'))
}

async function setFields(file: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const text = await readFile(file, 'utf8')
  const { fields, body } = parseFile(file, text, v.record(v.string(), v.unknown()))
  await writeFile(file, printFile({ ...fields, ...changes }, body))
}
