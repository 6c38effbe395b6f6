/**
 * Approves submissions: they become proposals in the council's content, all in one commit.
 *
 * Talks to content, inbox and publisher. Invariant: nothing private is written; a run that broke off
 * can be repeated and publishes nothing twice. Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { printMoney } from '../domain/money.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Round } from '../domain/round.ts'
import { proposalOf, type StoredSubmission } from '../domain/submission.ts'
import type { Ports, PublishedFile } from './ports.ts'
import { publishFiles } from './publish-files.ts'

export type Approval = { readonly id: string; readonly proposal: string }
export type Approved = { readonly commit: string; readonly proposals: readonly Approval[] }

/** Publishes the submissions with these ids. */
export async function approveSubmissions(
  ports: Ports,
  roundId: string,
  ids: readonly string[],
): Promise<Result<Approved, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const { round } = content
  // A proposal that the drawn order does not name would stop the build, and after the opening every vote.
  if (round.lot !== undefined) return refuseClerk('lot-drawn')
  const taken = new Set<string>(content.proposals.map(({ id }) => id))
  const approved: { stored: StoredSubmission; proposal: string }[] = []
  for (const id of new Set(ids)) {
    const one = await approve(ports, round, id, taken)
    if (!one.ok) return one
    approved.push(one.value)
  }
  const files = await Promise.all(approved.map((each) => proposalFile(ports, round, each)))
  const [first, ...rest] = files
  if (first === undefined) return refuseClerk('submission-unknown', { id: '' })
  const published = await publishFiles(ports, {
    branch: 'content',
    message: `Proposals: ${round.id}, ${files.length} approved`,
    files: [first, ...rest],
  })
  if (published.outcome === 'differs') return refuseClerk('id-taken', { path: first.path })
  const proposals = approved.map(({ stored, proposal }) => ({ id: stored.id, proposal }))
  for (const { id, proposal } of proposals)
    await ports.inbox.decide(round.id, id, ['approved'], { state: 'published', proposal })
  return ok({ commit: published.commit, proposals })
}

/** Reserves the proposal's id before anything is published, so that a repeated run finds the same one. */
async function approve(
  ports: Ports,
  round: Round,
  id: string,
  taken: Set<string>,
): Promise<Result<{ stored: StoredSubmission; proposal: string }, ClerkRefusal>> {
  const stored = await ports.inbox.find(round.id, id)
  if (stored === undefined) return refuseClerk('submission-unknown', { id })
  if (stored.state === 'approved' && stored.proposal !== undefined)
    return ok({ stored, proposal: stored.proposal })
  const slug = ports.content.slug(stored.submission.title).slice(0, 56) || 'proposal'
  const proposal = freeId(slug.replace(/-+$/, ''), taken)
  const decision = { state: 'approved', proposal } as const
  if (!(await ports.inbox.decide(round.id, id, ['waiting'], decision)))
    return refuseClerk('submission-not-waiting', { id, state: stored.state })
  return ok({ stored, proposal })
}

function freeId(slug: string, taken: Set<string>): string {
  let id = slug
  for (let n = 2; taken.has(id); n++) id = `${slug}-${n}`
  taken.add(id)
  return id
}

async function proposalFile(
  { content }: Ports,
  round: Round,
  { stored, proposal }: { readonly stored: StoredSubmission; readonly proposal: string },
): Promise<PublishedFile> {
  const council = await content.council()
  const {
    cost,
    language,
    beneficiaries: _,
    standing: _standing,
    ...fields
  } = proposalOf(stored.submission)
  const text = content.print(
    {
      ...fields,
      cost: Number(printMoney(cost)),
      ...(language === council.languages[0] ? {} : { language }),
    },
    stored.submission.description,
  )
  return { path: `rounds/${round.id}/proposals/${proposal}.md`, text }
}
