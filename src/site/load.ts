/**
 * The site's data: the council's content with the periods of each round, read once a build.
 *
 * Talks to the content folder through its reader; all else in this folder is pure. Invariant: a page
 * shows nothing that did not pass the content's checks. Decided in docs/decisions/0004.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkPictures } from '../adapters/content/check-pictures.ts'
import { throwProblems } from '../adapters/content/files.ts'
import { ContentError } from '../adapters/content/front-matter.ts'
import { readContent, type RoundFolder } from '../adapters/content/read-content.ts'
import { readMap, type BaseMap } from '../adapters/content/read-map.ts'
import { contentDirectory } from '../adapters/env.ts'
import type { Council } from '../domain/council.ts'
import type { Guide } from '../domain/guide.ts'
import { findPeriod, periodsOf, type Period } from '../domain/phase.ts'
import { colourFaults } from './colour-places.ts'
import { paintLogo, type PaintedLogo } from './paint-logo.ts'

export type { BaseMap, Frame } from '../adapters/content/read-map.ts'

export type RoundPage = RoundFolder & { readonly periods: readonly Period[] }

export type Site = {
  readonly council: Council
  /** Undefined where the drawn chest stands in its place. */
  readonly logo?: PaintedLogo | undefined
  /** The text of council.md, in Markdown. */
  readonly about: string
  readonly guides: readonly Guide[]
  /** The newest first, by the start of its voting or else of its first phase. */
  readonly rounds: readonly RoundPage[]
  /** The council's own map, where it has one. */
  readonly map?: BaseMap | undefined
}

let remembered: Promise<Site> | undefined

/** Reads the content; in a build once, under `astro dev` at every call, so that an edit shows. */
export function loadSite(): Promise<Site> {
  if (import.meta.env.DEV) return readSite()
  remembered ??= readSite()
  return remembered
}

async function readSite(): Promise<Site> {
  const { council, about, guides, rounds } = await readContent(contentDirectory())
  await checkPictures(contentDirectory(), rounds)
  throwProblems(
    'council.md',
    colourFaults(council.colour).map((fault) => `colour: ${fault}`),
  )
  const logo = council.logo && (await loadLogo(council.logo.file))
  const pages = rounds.map((folder) => ({
    ...folder,
    periods: periodsOf(folder.round.phases, council.timeZone),
  }))
  const map = council.map && (await readMap(contentDirectory(), council.map))
  const sorted = pages.toSorted((a, b) => ageOf(b) - ageOf(a))
  return { council, logo, about, guides, rounds: sorted, map }
}

async function loadLogo(file: string): Promise<PaintedLogo> {
  const path = join(contentDirectory(), file)
  const painted = await readFile(path).then(
    (drawing) => paintLogo(file, drawing),
    () => ({ problem: 'found no such file, expected it beside council.md' }),
  )
  if ('problem' in painted)
    throw new ContentError(`council.md: logo.file: ${file}: ${painted.problem}`)
  return painted
}

function ageOf({ periods }: RoundPage): number {
  return (findPeriod(periods, 'voting') ?? periods[0])?.startsAt ?? 0
}

/** A published file of a round, byte for byte. */
export async function readResultFile(
  round: string,
  path: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await readFile(join(contentDirectory(), 'rounds', round, path)))
}
