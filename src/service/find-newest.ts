/**
 * Finds a round as the newest commit has it, which may be newer than what this deploy was built from.
 *
 * Talks to content and the publisher. Invariant: between a commit and its deploy nothing is decided by what is on
 * its way out. Decided in docs/decisions/0028.
 */
import * as v from 'valibot'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ballotDigest } from '../domain/digest.ts'
import { ProposalIdSchema } from '../domain/id.ts'
import { ProposalSchema, type Proposal } from '../domain/proposal.ts'
import { ok, type Result } from '../domain/result.ts'
import { RoundSchema, type Round } from '../domain/round.ts'
import type { Ports, RoundContent } from './ports.ts'

type Reading = Pick<Ports, 'content' | 'publisher'>

/** A proposal's own file; those of translations have a language in their name. */
const PROPOSAL_FILE = /^([^.]+)\.md$/

/** The deployed round, as it is by now; the same where the branch does not have it. Refused where the next build would stop. */
export async function findNewest(
  ports: Reading,
  { round: deployed, ...rest }: RoundContent,
): Promise<Result<RoundContent, ClerkRefusal>> {
  const { id } = deployed
  const path = `rounds/${id}/round.md`
  const head = await ports.publisher.head('content')
  const text = head && (await ports.publisher.read(head, path))
  if (head === undefined || text === undefined) return ok({ round: deployed, ...rest })
  const read = readFile(ports, RoundSchema, { path, text })
  if (read === undefined) return refuseClerk('files-unreadable', { path })
  const round: Round = { ...read.fields, id, body: read.body }
  const proposals = await readProposals(ports, head, `rounds/${id}/proposals`)
  if (!proposals.ok) return proposals
  return ok({ round, proposals: proposals.value, digest: ballotDigest(round, proposals.value) })
}

async function readProposals(
  ports: Reading,
  head: string,
  folder: string,
): Promise<Result<readonly Proposal[], ClerkRefusal>> {
  const proposals: Proposal[] = []
  for (const [name, text] of await ports.publisher.readFolder(head, folder)) {
    const [, stem] = PROPOSAL_FILE.exec(name) ?? []
    if (stem === undefined) continue
    const path = `${folder}/${name}`
    const id = v.safeParse(ProposalIdSchema, stem)
    const read = readFile(ports, ProposalSchema, { path, text })
    if (read === undefined || !id.success) return refuseClerk('files-unreadable', { path })
    proposals.push({ ...read.fields, id: id.output, body: read.body })
  }
  return ok(proposals)
}

function readFile<Fields>(
  { content }: Reading,
  schema: v.GenericSchema<unknown, Fields>,
  { path, text }: { readonly path: string; readonly text: string },
): { readonly fields: Fields; readonly body: string } | undefined {
  try {
    const { fields, body } = content.fields(path, text)
    const parsed = v.safeParse(schema, fields)
    return parsed.success ? { fields: parsed.output, body } : undefined
  } catch {
    // Not a fault of ours: somebody committed a file that has no fields that can be read.
    return undefined
  }
}
