/**
 * Approves submissions: they become proposals in the council's content, all in one commit.
 *
 * Talks to content, inbox and publisher. Invariant: nothing private is written, no published proposal is
 * overwritten, and a run that broke off can be repeated. Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { printMoney } from '../domain/money.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Round } from '../domain/round.ts'
import { proposalOf, publicationOf, type StoredSubmission } from '../domain/submission.ts'
import type { Ports, PublishedFile } from './ports.ts'
import { publishFiles } from './publish-files.ts'

export type Approval = { readonly id: string; readonly proposal: string }
export type Approved = { readonly commit: string; readonly proposals: readonly Approval[] }

type Draft = {
  readonly stored: StoredSubmission
  readonly proposal: string
  readonly file: PublishedFile
}

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
  const drafts: Draft[] = []
  for (const id of new Set(ids)) {
    const draft = await approve(ports, round, id, taken)
    if (!draft.ok) return draft
    drafts.push(draft.value)
  }
  return publish(ports, round, drafts)
}

/** Keeps the proposal's id in the inbox before anything is published, so that a repeated run finds it. */
async function approve(
  ports: Ports,
  round: Round,
  id: string,
  taken: Set<string>,
): Promise<Result<Draft, ClerkRefusal>> {
  const stored = await ports.inbox.find(round.id, id)
  if (stored === undefined) return refuseClerk('submission-unknown', { id })
  const draft = await draftOf(ports, round, stored, taken)
  const decision = { state: 'approved', proposal: draft.proposal } as const
  if (!(await ports.inbox.decide(round.id, id, ['waiting', 'approved'], decision)))
    return refuseClerk('submission-not-waiting', { id, state: stored.state })
  taken.add(draft.proposal)
  return ok(draft)
}

/** Finds an id that nothing else has: not in this content, and not at the head of the branch. */
async function draftOf(
  ports: Ports,
  round: Round,
  stored: StoredSubmission,
  taken: ReadonlySet<string>,
): Promise<Draft> {
  const head = await ports.publisher.head('content')
  const text = await proposalText(ports, stored)
  const slug =
    ports.content.slug(publicationOf(stored).title).slice(0, 56).replace(/-+$/, '') || 'proposal'
  for (let n = 1; ; n++) {
    const proposal = n === 1 ? (stored.proposal ?? slug) : `${slug}-${n}`
    const path = `rounds/${round.id}/proposals/${proposal}.md`
    const there = head && (await ports.publisher.read(head, path))
    const free =
      there === undefined ? !taken.has(proposal) : there === text && stored.proposal === proposal
    if (free) return { stored, proposal, file: { path, text } }
  }
}

async function publish(
  ports: Ports,
  round: Round,
  drafts: readonly Draft[],
): Promise<Result<Approved, ClerkRefusal>> {
  if (drafts.length === 0) return refuseClerk('submission-unknown', { id: '' })
  const published = await publishFiles(ports, {
    branch: 'content',
    message: `Proposals: ${round.id}, ${drafts.length} approved`,
    files: drafts.map(({ file }) => file),
  })
  if (published.outcome === 'differs') return refuseClerk('id-taken', { path: published.path })
  const proposals = drafts.map(({ stored, proposal }) => ({ id: stored.id, proposal }))
  for (const { id, proposal } of proposals)
    await ports.inbox.decide(round.id, id, ['approved'], { state: 'published', proposal })
  return ok({ commit: published.commit, proposals })
}

async function proposalText({ content }: Ports, stored: StoredSubmission): Promise<string> {
  const submission = publicationOf(stored)
  const council = await content.council()
  const {
    cost,
    language,
    beneficiaries: _,
    standing: _standing,
    ...fields
  } = proposalOf(submission)
  const front = {
    ...fields,
    cost: Number(printMoney(cost)),
    ...(language === council.languages[0] ? {} : { language }),
  }
  return content.print(front, submission.description)
}
