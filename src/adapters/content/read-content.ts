/**
 * The council's content: reads and checks every file of a content folder.
 *
 * Talks to the file system. Invariant: what this returns has passed every schema and every check across
 * files; a wrong file stops everything with sentences for its author. Decided in docs/decisions/0005.
 */
import { join } from 'node:path'
import * as v from 'valibot'
import {
  CouncilSchema,
  CouncilTranslationSchema,
  lackingInCouncil,
  type Council,
} from '../../domain/council.ts'
import { ballotDigest } from '../../domain/digest.ts'
import { GuideSchema, GuideTranslationSchema, type Guide } from '../../domain/guide.ts'
import { ProposalIdSchema, RoundIdSchema, type RoundId } from '../../domain/id.ts'
import { namedFaults } from '../../domain/named-proposals.ts'
import { placeProblems } from '../../domain/place.ts'
import {
  describeFault,
  lackingInProposal,
  proposalFaults,
  ProposalSchema,
  ProposalTranslationSchema,
  type Proposal,
} from '../../domain/proposal.ts'
import { lackingInRound, RoundTranslationSchema } from '../../domain/round-translation.ts'
import { roundProblems, RoundSchema, type Round } from '../../domain/round.ts'
import {
  ResultPageSchema,
  snapshotDigest,
  SnapshotSchema,
  type Snapshot,
} from '../../domain/snapshot.ts'
import { listNames, parseId, readText, throwProblems } from './files.ts'
import { ContentError, parseFields, parseFile, type ContentFile } from './front-matter.ts'
import { readTranslated, readTranslations } from './read-translated.ts'

export type RoundFolder = {
  readonly round: Round
  readonly proposals: readonly Proposal[]
  /** The ballot digest of what this folder would put to the vote. */
  readonly digest: string
  /** The snapshot that counts now; undefined before the first one. */
  readonly result: Snapshot | undefined
  /** Published files as paths below the round's folder: `results/1/result.json`. */
  readonly resultFiles: readonly string[]
}

export type Content = {
  readonly council: Council
  /** The text of council.md: the place, and how its money came about. */
  readonly about: string
  readonly guides: readonly Guide[]
  readonly rounds: readonly RoundFolder[]
}

/** Reads a whole content folder. Throws a ContentError with one line for every fault. */
export async function readContent(directory: string): Promise<Content> {
  const { fields: council, body: about } = await readCouncilFile(directory)
  const ids = await readRoundIds(directory)
  const [guides, ...rounds] = await Promise.all([
    readGuides(directory, council),
    ...ids.map((id) => readRound(directory, id, council)),
  ])
  return { council, about, guides, rounds }
}

/** Reads the fields of council.md, with its translations. */
export async function readCouncil(directory: string): Promise<Council> {
  return (await readCouncilFile(directory)).fields
}

/** `council.da.md`. */
const COUNCIL_FILE = /^council\.(.+)\.md$/

async function readCouncilFile(directory: string): Promise<ContentFile<Council>> {
  const text = await readText(directory, 'council.md')
  const { fields, body } = parseFile('council.md', text, CouncilSchema)
  const files = (await listNames(directory)).flatMap((file) => {
    const ending = COUNCIL_FILE.exec(file)?.[1]
    return ending === undefined ? [] : [[ending, file] as const]
  })
  const { languages } = fields
  const original = { fields, body, written: languages[0], languages }
  const kind = { words: CouncilTranslationSchema, lacking: lackingInCouncil }
  const translations = await readTranslations(directory, files, original, kind)
  return { fields: { ...fields, translations }, body }
}

/** The ids of all rounds: the names of the folders in rounds/. */
export async function readRoundIds(directory: string): Promise<readonly RoundId[]> {
  const names = await listNames(join(directory, 'rounds'))
  return names.map((name) => parseId(`rounds/${name}`, name, RoundIdSchema))
}

/** Reads one round with its proposals and its result. */
export async function readRound(
  directory: string,
  id: RoundId,
  council: Council,
): Promise<RoundFolder> {
  const folder = `rounds/${id}`
  const round: Round = { ...(await readRoundFile(directory, folder, council)), id }
  const proposals = await readProposals(directory, round, council)
  throwProblems(
    `${folder}/round.md`,
    namedFaults(round, proposals).map(({ words }) => words),
  )
  const resultFiles = await listResultFiles(directory, folder)
  const result = await readResult(directory, folder)
  return { round, proposals, digest: ballotDigest(round, proposals), result, resultFiles }
}

async function readRoundFile(
  directory: string,
  folder: string,
  council: Council,
): Promise<Omit<Round, 'id'>> {
  const names = (await listNames(join(directory, folder))).filter((name) => /^round\./.test(name))
  const [text] = await readTranslated({ directory, folder, council }, [...names, 'round.md'], {
    ...{ schema: RoundSchema, words: RoundTranslationSchema, lacking: lackingInRound },
    problems: (fields) => roundProblems(fields, council.timeZone),
  })
  if (text === undefined) throw new RangeError(folder)
  const { fields, body, translations } = text
  return { ...fields, body, translations }
}

async function readProposals(
  directory: string,
  round: Round,
  council: Council,
): Promise<readonly Proposal[]> {
  const folder = `rounds/${round.id}/proposals`
  const names = await listNames(join(directory, folder))
  const texts = await readTranslated({ directory, folder, council }, names, {
    ...{ schema: ProposalSchema, words: ProposalTranslationSchema, lacking: lackingInProposal },
    written: ({ language }) => language,
    problems: (fields) => [
      ...proposalFaults(fields, round).map((fault) => describeFault(fields, fault)),
      ...placeProblems(fields.place, council.map),
    ],
  })
  return texts.map(({ name, file, fields, body, translations }) => ({
    ...{ ...fields, id: parseId(file, name, ProposalIdSchema), body, translations },
  }))
}

async function readGuides(directory: string, council: Council): Promise<readonly Guide[]> {
  const names = await listNames(join(directory, 'guide'))
  const texts = await readTranslated({ directory, folder: 'guide', council }, names, {
    ...{ schema: GuideSchema, words: GuideTranslationSchema },
    ...{ problems: () => [], lacking: () => [] },
  })
  return texts
    .map(({ name, fields, body, translations }) => ({ ...fields, id: name, body, translations }))
    .toSorted((a, b) => a.order - b.order)
}

async function readResult(directory: string, folder: string): Promise<Snapshot | undefined> {
  const names = await listNames(join(directory, folder))
  if (!names.includes('result.md')) return undefined
  const page = parseFile(
    `${folder}/result.md`,
    await readText(directory, `${folder}/result.md`),
    ResultPageSchema,
  )
  const file = `${folder}/results/${page.fields.snapshot}/result.json`
  return parseSnapshot(file, await readText(directory, file), page.fields.digest)
}

/** Reads a snapshot and makes sure that it is the one that result.md names, and unchanged. */
function parseSnapshot(file: string, text: string, digest: string): Snapshot {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson()), text)
  const snapshot = parseFields(file, parsed.success ? parsed.output : undefined, SnapshotSchema)
  const found = snapshotDigest(parsed.success ? parsed.output : {})
  if (found !== snapshot.digest || found !== digest)
    throw new ContentError(
      `${file}: digest: found ${found}, expected ${digest}; a published snapshot is never edited`,
    )
  return snapshot
}

async function listResultFiles(directory: string, folder: string): Promise<readonly string[]> {
  const snapshots = await listNames(join(directory, folder, 'results'))
  const files = await Promise.all(
    snapshots.map(async (snapshot) =>
      (await listNames(join(directory, folder, 'results', snapshot))).map(
        (name) => `results/${snapshot}/${name}`,
      ),
    ),
  )
  return files.flat()
}
