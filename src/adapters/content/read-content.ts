/**
 * The council's content: reads and checks every file of a content folder.
 *
 * Talks to the file system. Invariant: what this returns has passed every schema and every check across
 * files; a wrong file stops everything with sentences for its author. Decided in docs/decisions/0005.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { CouncilSchema, type Council } from '../../domain/council.ts'
import { ballotDigest } from '../../domain/digest.ts'
import { GuideSchema, type Guide } from '../../domain/guide.ts'
import { ProposalIdSchema, RoundIdSchema, type RoundId } from '../../domain/id.ts'
import { placeProblem } from '../../domain/place.ts'
import {
  describeFault,
  proposalFaults,
  ProposalSchema,
  type Proposal,
} from '../../domain/proposal.ts'
import { roundProblems, RoundSchema, type Round } from '../../domain/round.ts'
import {
  ResultPageSchema,
  snapshotDigest,
  SnapshotSchema,
  type Snapshot,
} from '../../domain/snapshot.ts'

import { ContentError, parseFields, parseFile, type ContentFile } from './front-matter.ts'

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
    readGuides(directory),
    ...ids.map((id) => readRound(directory, id, council)),
  ])
  return { council, about, guides, rounds }
}

/** Reads the fields of council.md. */
export async function readCouncil(directory: string): Promise<Council> {
  return (await readCouncilFile(directory)).fields
}

async function readCouncilFile(directory: string): Promise<ContentFile<Council>> {
  return parseFile('council.md', await read(directory, 'council.md'), CouncilSchema)
}

/** The ids of all rounds: the names of the folders in rounds/. */
export async function readRoundIds(directory: string): Promise<readonly RoundId[]> {
  const names = await list(join(directory, 'rounds'))
  return names.map((name) => parseId(`rounds/${name}`, name, RoundIdSchema))
}

/** Reads one round with its proposals and its result. */
export async function readRound(
  directory: string,
  id: RoundId,
  council: Council,
): Promise<RoundFolder> {
  const folder = `rounds/${id}`
  const file = `${folder}/round.md`
  const { fields, body } = parseFile(file, await read(directory, file), RoundSchema)
  throwProblems(file, roundProblems(fields, council.timeZone))
  const round: Round = { ...fields, id, body }
  const proposals = await readProposals(directory, round, council)
  throwProblems(file, lotProblems(round, proposals))
  const resultFiles = await listResultFiles(directory, folder)
  const result = await readResult(directory, folder)
  return { round, proposals, digest: ballotDigest(round, proposals), result, resultFiles }
}

async function readProposals(
  directory: string,
  round: Round,
  { map }: Council,
): Promise<readonly Proposal[]> {
  const folder = `rounds/${round.id}/proposals`
  const names = (await list(join(directory, folder))).filter((name) => name.endsWith('.md'))
  return Promise.all(
    names.map(async (name) => {
      const file = `${folder}/${name}`
      const { fields, body } = parseFile(file, await read(directory, file), ProposalSchema)
      throwProblems(
        file,
        proposalFaults(fields, round).map((fault) => describeFault(fields, fault)),
      )
      const misplaced = fields.place && placeProblem(fields.place, map)
      throwProblems(file, misplaced === undefined ? [] : [misplaced])
      return { ...fields, id: parseId(file, name.slice(0, -3), ProposalIdSchema), body }
    }),
  )
}

async function readGuides(directory: string): Promise<readonly Guide[]> {
  const names = (await list(join(directory, 'guide'))).filter((name) => name.endsWith('.md'))
  const guides = await Promise.all(
    names.map(async (name) => {
      const file = `guide/${name}`
      const { fields, body } = parseFile(file, await read(directory, file), GuideSchema)
      return { ...fields, id: name.slice(0, -3), body }
    }),
  )
  return guides.toSorted((a, b) => a.order - b.order)
}

async function readResult(directory: string, folder: string): Promise<Snapshot | undefined> {
  const names = await list(join(directory, folder))
  if (!names.includes('result.md')) return undefined
  const page = parseFile(
    `${folder}/result.md`,
    await read(directory, `${folder}/result.md`),
    ResultPageSchema,
  )
  const file = `${folder}/results/${page.fields.snapshot}/result.json`
  return parseSnapshot(file, await read(directory, file), page.fields.digest)
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
  const snapshots = await list(join(directory, folder, 'results'))
  const files = await Promise.all(
    snapshots.map(async (snapshot) =>
      (await list(join(directory, folder, 'results', snapshot))).map(
        (name) => `results/${snapshot}/${name}`,
      ),
    ),
  )
  return files.flat()
}

function lotProblems(round: Round, proposals: readonly Proposal[]): string[] {
  if (round.lot === undefined || !('order' in round.lot)) return []
  const { order } = round.lot
  const ballot = proposals.filter(({ standing }) => standing === 'ballot').map(({ id }) => id)
  const missing = ballot.filter((id) => !order.includes(id))
  const unknown = order.filter((id) => !ballot.includes(id))
  return [
    ...missing.map((id) => `lot.order: "${id}" is missing, expected every proposal on the ballot`),
    ...unknown.map((id) => `lot.order: found "${id}", expected only proposals on the ballot`),
  ]
}

function throwProblems(file: string, problems: readonly string[]): void {
  if (problems.length > 0)
    throw new ContentError(problems.map((problem) => `${file}: ${problem}`).join('\n'))
}

function parseId<Schema extends v.GenericSchema>(file: string, name: string, schema: Schema) {
  const parsed = v.safeParse(schema, name)
  if (parsed.success) return parsed.output
  throw new ContentError(`${file}: found the name "${name}"; ${parsed.issues[0].message}`)
}

async function read(directory: string, file: string): Promise<string> {
  try {
    return await readFile(join(directory, file), 'utf8')
  } catch (cause) {
    throw new ContentError(`${file}: missing, expected this file in the content folder`, { cause })
  }
}

/** Names in a folder, sorted; empty where there is no such folder. */
async function list(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).filter((name) => !name.startsWith('.')).toSorted()
  } catch (fault) {
    // A folder that is there and cannot be read must not look like an empty one.
    if (
      fault instanceof Error &&
      'code' in fault &&
      ['ENOENT', 'ENOTDIR'].includes(String(fault.code))
    )
      return []
    throw fault
  }
}
