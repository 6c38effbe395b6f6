/**
 * Finds a round as the newest commit has it, which may be newer than what this deploy was built from.
 *
 * Talks to content and the publisher. Invariant: between a commit and its deploy nothing is decided by what is on
 * its way out. Decided in docs/decisions/0028.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ballotDigest } from '../domain/digest.ts'
import type { RoundId } from '../domain/id.ts'
import { parseProposal, type Proposal } from '../domain/proposal.ts'
import { ok, type Result } from '../domain/result.ts'
import { readDraft } from '../domain/round-draft.ts'
import type { Ports, RoundContent } from './ports.ts'

type Reading = Pick<Ports, 'content' | 'publisher'>

/** A proposal's own file; those of translations have a language in their name. */
const PROPOSAL_FILE = /^([^.]+)\.md$/

/** The deployed round, as it is by now; the same where the branch does not have it. Refused where the next build would stop. */
export async function findNewest(
  ports: Reading,
  deployed: RoundContent,
): Promise<Result<RoundContent, ClerkRefusal>> {
  const { id } = deployed.round
  const path = `rounds/${id}/round.md`
  const head = await ports.publisher.head('content')
  const text = head && (await ports.publisher.read(head, path))
  if (head === undefined || text === undefined) return ok(deployed)
  const proposals = await readProposals(ports, head, id)
  if (!proposals.ok) return proposals
  const file = readFile(ports, path, text)
  const { timeZone } = await ports.content.council()
  const read = file && readDraft(file.fields, timeZone, proposals.value)
  if (read?.round === undefined || read.faults.length > 0)
    return refuseClerk('files-unreadable', { path })
  const round = { ...read.round, id, body: file?.body ?? '' }
  return ok({ round, proposals: proposals.value, digest: ballotDigest(round, proposals.value) })
}

/** The proposals of a round as the newest commit has them. Refused where one cannot be read. */
export async function newestProposals(
  ports: Reading,
  round: RoundId,
): Promise<Result<readonly Proposal[], ClerkRefusal>> {
  const head = await ports.publisher.head('content')
  return head === undefined ? ok([]) : readProposals(ports, head, round)
}

async function readProposals(
  ports: Reading,
  head: string,
  round: RoundId,
): Promise<Result<readonly Proposal[], ClerkRefusal>> {
  const folder = `rounds/${round}/proposals`
  const proposals: Proposal[] = []
  for (const [name, text] of await ports.publisher.readFolder(head, folder)) {
    const [, id] = PROPOSAL_FILE.exec(name) ?? []
    if (id === undefined) continue
    const path = `${folder}/${name}`
    const file = readFile(ports, path, text)
    const proposal = file && parseProposal(id, file)
    if (proposal === undefined) return refuseClerk('files-unreadable', { path })
    proposals.push(proposal)
  }
  return ok(proposals)
}

/** Undefined where it cannot be read, which is no fault of ours: somebody committed it like that. */
function readFile({ content }: Reading, path: string, text: string) {
  try {
    return content.fields(path, text)
  } catch {
    return undefined
  }
}
