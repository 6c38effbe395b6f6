/**
 * Approves submissions: they become proposals in the council's content, all in one commit.
 *
 * Talks to content, inbox, pictures and publisher. Invariant: nothing private is written, no published proposal is
 * overwritten, and a run that broke off can be repeated. Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { printMoney } from '../domain/money.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Round } from '../domain/round.ts'
import { proposalOf, publicationOf, type StoredSubmission } from '../domain/submission.ts'
import { forgetPictures } from './forget-pictures.ts'
import type { Ports, PublishedFile } from './ports.ts'
import { whatIsPublished, publishFiles } from './publish-files.ts'

export type Approval = { readonly id: string; readonly proposal: string }
export type Approved = { readonly commit: string; readonly proposals: readonly Approval[] }

type Draft = {
  readonly stored: StoredSubmission
  readonly proposal: string
  readonly files: readonly PublishedFile[]
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
  const picture = await pictureOf(ports, stored)
  if (picture === 'missing') return refuseClerk('picture-missing', { id })
  const draft = await draftOf(ports, round, { stored, picture }, taken)
  const decision = { state: 'approved', proposal: draft.proposal } as const
  if (!(await ports.inbox.decide(round.id, id, ['waiting', 'approved'], decision)))
    return refuseClerk('submission-not-waiting', { id, state: stored.state })
  taken.add(draft.proposal)
  return ok(draft)
}

/** The picture that is published with it, where there is one. */
async function pictureOf(
  { pictures }: Ports,
  stored: StoredSubmission,
): Promise<Uint8Array | 'missing' | undefined> {
  const { picture } = publicationOf(stored)
  if (picture === undefined) return undefined
  const { round, id: submission } = stored
  return (await pictures.find({ round, submission, digest: picture.digest })) ?? 'missing'
}

/** Finds an id that nothing else has: not in this content, and not at the head of the branch. */
async function draftOf(
  ports: Ports,
  round: Round,
  { stored, picture }: { stored: StoredSubmission; picture: Uint8Array | undefined },
  taken: ReadonlySet<string>,
): Promise<Draft> {
  const head = await ports.publisher.head('content')
  const slug =
    ports.content.slug(publicationOf(stored).title).slice(0, 56).replace(/-+$/, '') || 'proposal'
  for (let n = 1; ; n++) {
    const proposal = n === 1 ? (stored.proposal ?? slug) : `${slug}-${n}`
    const folder = `rounds/${round.id}`
    const text = await proposalText(ports, stored, proposal)
    const files: readonly PublishedFile[] = [
      { path: `${folder}/proposals/${proposal}.md`, text },
      ...(picture ? [{ path: `${folder}/pictures/${pictureName(proposal)}`, bytes: picture }] : []),
    ]
    const there = await whatIsPublished(ports, head, files)
    const free = there === 'nothing' ? !taken.has(proposal) : there === 'all'
    if (free && (there === 'nothing' || stored.proposal === proposal))
      return { stored, proposal, files }
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
    files: drafts.flatMap(({ files }) => files),
  })
  if (published.outcome === 'differs') return refuseClerk('id-taken', { path: published.path })
  const proposals = drafts.map(({ stored, proposal }) => ({ id: stored.id, proposal }))
  for (const { id, proposal } of proposals) {
    await ports.inbox.decide(round.id, id, ['approved'], { state: 'published', proposal })
    await forgetPictures(ports, round.id, id)
  }
  return ok({ commit: published.commit, proposals })
}

function pictureName(proposal: string): string {
  return `${proposal}.webp`
}

async function proposalText(
  { content }: Ports,
  stored: StoredSubmission,
  proposal: string,
): Promise<string> {
  const submission = publicationOf(stored)
  const { picture } = submission
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
    ...(picture && { picture: { file: pictureName(proposal), alt: picture.alt } }),
  }
  return content.print(front, submission.description)
}
