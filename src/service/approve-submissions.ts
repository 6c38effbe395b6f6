/**
 * Approves submissions: they become proposals in the council's content, all in one commit.
 *
 * Talks to content, inbox, pictures and publisher. Invariant: nothing private is written, no published proposal is
 * overwritten, nothing is published that the build would stop at, and a run that broke off can be repeated. Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { printMoney } from '../domain/money.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Round } from '../domain/round.ts'
import {
  checkSubmission,
  proposalOf,
  publicationOf,
  submissionDetails,
  type StoredSubmission,
} from '../domain/submission.ts'
import { findNewest } from './find-newest.ts'
import { findRead, textOf, type ReadSubmission } from './find-read.ts'
import { forgetPictures } from './forget-pictures.ts'
import type { Ports, PublishedFile, RoundContent } from './ports.ts'
import { whatIsPublished, publishFiles } from './publish-files.ts'

export type Approval = { readonly id: string; readonly proposal: string }
export type Approved = { readonly commit: string; readonly proposals: readonly Approval[] }

type Draft = {
  readonly stored: StoredSubmission
  readonly proposal: string
  readonly files: readonly PublishedFile[]
}

/** Publishes these submissions. */
export async function approveSubmissions(
  ports: Ports,
  roundId: string,
  chosen: readonly ReadSubmission[],
): Promise<Result<Approved, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const newest = await findNewest(ports, content)
  if (!newest.ok) return newest
  const { round } = newest.value
  // A proposal that the drawn order does not name would stop the build, and after the opening every vote.
  if (round.lot !== undefined) return refuseClerk('lot-drawn')
  const taken = new Set<string>([content, newest.value].flatMap(idsOf))
  const drafts: Draft[] = []
  for (const read of new Map(chosen.map((each) => [each.id, each])).values()) {
    const draft = await prepare(ports, round, read, taken)
    if (!draft.ok) return draft
    drafts.push(draft.value)
  }
  const approved = await approveAll(ports, round, drafts)
  return approved.ok ? publish(ports, round, drafts) : approved
}

function idsOf({ proposals }: RoundContent): readonly string[] {
  return proposals.map(({ id }) => id)
}

/** What would be published of it, checked as the build will check it; nothing is decided yet. */
async function prepare(
  ports: Ports,
  round: Round,
  read: ReadSubmission,
  taken: Set<string>,
): Promise<Result<Draft, ClerkRefusal>> {
  const found = await findRead(ports, round.id, read)
  if (!found.ok) return found
  const { value: stored } = found
  const { id, state } = stored
  if (!OPEN.some((each) => each === state))
    return refuseClerk('submission-not-waiting', { id, state })
  const publication = publicationOf(stored)
  const { title } = publication
  const checked = checkSubmission(publication, round)
  if (!checked.ok)
    return refuseClerk('edition-invalid', { title, ...submissionDetails(checked.error) })
  const picture = await pictureOf(ports, stored)
  if (picture === 'missing') return refuseClerk('picture-missing', { id })
  const draft = await draftOf(ports, round, { stored, picture }, taken)
  taken.add(draft.proposal)
  return ok(draft)
}

/** `approved`: a run that broke off. */
const OPEN = ['waiting', 'approved'] as const

/** Keeps each proposal's id in the inbox before anything is published, so that a repeated run finds it. All or none. */
async function approveAll(
  ports: Ports,
  round: Round,
  drafts: readonly Draft[],
): Promise<Result<true, ClerkRefusal>> {
  for (const [at, { stored, proposal }] of drafts.entries()) {
    const decision = { state: 'approved', proposal, seen: textOf(stored) } as const
    if (await ports.inbox.decide(round.id, stored.id, OPEN, decision)) continue
    await giveBack(ports, round, drafts.slice(0, at))
    return refuseClerk('submission-changed')
  }
  return ok(true)
}

/** Nothing of this run was published; of an earlier one that broke off something may be, so that stays as it is. */
async function giveBack(ports: Ports, round: Round, drafts: readonly Draft[]): Promise<void> {
  for (const { stored } of drafts)
    if (stored.state === 'waiting')
      await ports.inbox.decide(round.id, stored.id, ['approved'], { state: 'waiting' })
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
  const kept = stored.state === 'approved' ? stored.proposal : undefined
  const slug =
    ports.content.slug(publicationOf(stored).title).slice(0, 56).replace(/-+$/, '') || 'proposal'
  for (let n = 1; ; n++) {
    const proposal = n === 1 ? (kept ?? slug) : `${slug}-${n}`
    const folder = `rounds/${round.id}`
    const text = await proposalText(ports, stored, proposal)
    const files: readonly PublishedFile[] = [
      { path: `${folder}/proposals/${proposal}.md`, text },
      ...(picture ? [{ path: `${folder}/pictures/${pictureName(proposal)}`, bytes: picture }] : []),
    ]
    const there = await whatIsPublished(ports, head, files)
    const free = there === 'nothing' ? !taken.has(proposal) : there === 'all'
    if (free && (there === 'nothing' || kept === proposal)) return { stored, proposal, files }
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
  if (published.outcome === 'differs') {
    await giveBack(ports, round, drafts)
    return refuseClerk('id-taken', { path: published.path })
  }
  const proposals = drafts.map(({ stored, proposal }) => ({ id: stored.id, proposal }))
  for (const { id, proposal } of proposals) {
    await ports.inbox.decide(round.id, id, ['approved'], { state: 'published', proposal })
    await forgetPictures(ports, round.id, id)
  }
  await forgetMerged(ports, round, proposals)
  return ok({ commit: published.commit, proposals })
}

/** What was merged into a published one never comes back. */
async function forgetMerged(
  { inbox, pictures }: Ports,
  { id: round }: Round,
  published: readonly Approval[],
): Promise<void> {
  for (const { id, state, proposal } of await inbox.list(round))
    if (state === 'merged' && published.some((each) => each.id === proposal))
      await pictures.keepOnly(round, id, [])
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
