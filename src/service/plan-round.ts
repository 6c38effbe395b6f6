/**
 * Plans what a draft of a round would make of the council's files, or says what is wrong with it.
 *
 * Talks to content, the publisher and the ballot box. Invariant: publishes nothing; what is planned passes every
 * check of the build, and touches nothing that was voted on. Decided in docs/decisions/0028.
 */
import type { BoxState } from '../domain/box-state.ts'
import { refuseClerk, type ClerkRefusal, type ClerkRefusalCode } from '../domain/clerk-refusal.ts'
import type { FieldFault } from '../domain/field-fault.ts'
import { parseRoundId, type RoundId } from '../domain/id.ts'
import { namedFaults } from '../domain/named-proposals.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf, type RoundText } from '../domain/round.ts'
import { roundChanges, type Change } from '../domain/round-difference.ts'
import { changedFields, readDraft, type DraftFields } from '../domain/round-draft.ts'
import { touchesFrozen, type Frozen, type Pinned } from '../domain/round-freeze.ts'
import { openFile, type FileChange, type OpenFile } from './change-files.ts'
import { newestProposals } from './find-newest.ts'
import { planWords, type WordsPlan } from './plan-round-words.ts'
import type { Ports } from './ports.ts'
import { whatStands } from './round-state.ts'

export type RoundDraft = {
  readonly round?: RoundId | undefined
  readonly seen?: string | undefined
  readonly from?: RoundId | undefined
  readonly fields: DraftFields
  readonly body: string
}

export type RoundPlan = {
  readonly id: string
  readonly faults: readonly FieldFault[]
  /** What differs from the file; of a new round everything is new, and nothing is listed. */
  readonly changes: readonly Change[]
  readonly isStoryChanged: boolean
  readonly translations: readonly WordsPlan[]
  /** How many codes would fit no ballot box any more: voting could not be opened. */
  readonly lostCodes: number
  /** Empty where there are faults. */
  readonly files: readonly FileChange[]
}

type Here = {
  readonly id: RoundId
  readonly path: string
  readonly file: OpenFile | undefined
  readonly state: BoxState
  readonly pinned: Pinned | undefined
}

/** The plan; refused where somebody was quicker, or where it would touch what is voted on. */
export async function planRound(
  ports: Ports,
  draft: RoundDraft,
): Promise<Result<RoundPlan, ClerkRefusal>> {
  const id = draft.round ?? newId(ports, draft)
  if (id === undefined) return ok(faulty('', [WITHOUT_ID]))
  const here = await lookUp(ports, id, draft)
  if (!here.ok) return here
  const { timeZone } = await ports.content.council()
  const newest = await newestProposals(ports, id)
  if (!newest.ok) return newest
  const { round, faults } = readDraft(draft.fields, timeZone, newest.value)
  if (round === undefined) return ok(faulty(id, faults))
  const all = [...faults, ...namedFaults(round, newest.value)]
  if (all.length > 0) return ok(faulty(id, all))
  const deployed = await ports.content.round(id)
  const { path, file, state, pinned } = here.value
  const before = file && ports.content.fields(path, file.text)
  const was = (before && readDraft(before.fields, timeZone).round) ?? deployed?.round
  const change = { after: round, proposals: deployed?.proposals ?? [], timeZone, pinned }
  const frozen = was && touchesFrozen(state, id, { before: was, ...change })
  if (frozen !== undefined) return refuseClerk(REFUSED[frozen])
  const { body } = draft
  const isStoryChanged = before !== undefined && before.body !== body
  const from = draft.round ?? draft.from
  const original = draft.round === undefined ? await originalOf(ports, draft) : was
  const translations =
    from && original
      ? await planWords(ports, id, { from, before: original, after: round, body, isStoryChanged })
      : []
  return ok({
    ...{ id, faults: [] },
    changes: before ? roundChanges(before.fields, draft.fields) : [],
    ...{ isStoryChanged, translations, lostCodes: await countLost(ports, id, round) },
    files: [
      { path, seen: file?.seen, change: (text) => written(ports, path, text, draft) },
      ...translations.flatMap(({ file: change }) => (change ? [change] : [])),
    ],
  })
}

const REFUSED = {
  ballot: 'round-frozen',
  paper: 'round-frozen',
  voting: 'voting-frozen',
  complaints: 'complaints-frozen',
} as const satisfies Record<Frozen, ClerkRefusalCode>

const WITHOUT_ID: FieldFault = {
  ...{ at: 'title', code: 'no-id' },
  words: 'title: expected one with letters a-z or digits, for the address',
}

async function countLost({ box }: Ports, id: RoundId, round: RoundText): Promise<number> {
  const { issued } = await box.counts(id)
  const kept = new Set(poolsOf(round).flatMap((pool) => [`live:${pool}`, `reserve:${pool}`]))
  return [...issued].reduce((sum, [key, count]) => sum + (kept.has(key) ? 0 : count), 0)
}

function faulty(id: string, faults: readonly FieldFault[]): RoundPlan {
  return {
    id,
    faults,
    changes: [],
    isStoryChanged: false,
    translations: [],
    lostCodes: 0,
    files: [],
  }
}

function newId({ content }: Ports, { fields }: RoundDraft): RoundId | undefined {
  const title = fields['title']
  return typeof title === 'string'
    ? parseRoundId(content.slug(title).slice(0, 56).replace(/-+$/, ''))
    : undefined
}

/** The round's file as it is now, which must be the one that the clerk saw. */
async function lookUp(
  ports: Ports,
  id: RoundId,
  { round, seen }: RoundDraft,
): Promise<Result<Here, ClerkRefusal>> {
  const path = `rounds/${id}/round.md`
  const file = await openFile(ports, path)
  if (round === undefined) {
    const isTaken = file !== undefined || (await ports.content.roundIds()).includes(id)
    if (isTaken) return refuseClerk('id-taken', { path })
  } else {
    if (file === undefined) return refuseClerk('round-unknown', { round })
    if (file.seen !== seen) return refuseClerk('changed-meanwhile', { path })
  }
  return ok({ id, path, file, ...(await whatStands(ports, id)) })
}

/** The round that a new one is a copy of. */
async function originalOf(ports: Ports, { from }: RoundDraft): Promise<RoundText | undefined> {
  const file = from && (await openFile(ports, `rounds/${from}/round.md`))
  if (file === undefined) return undefined
  const { timeZone } = await ports.content.council()
  return readDraft(ports.content.fields(file.path, file.text).fields, timeZone).round
}

/** The file with what was changed, and nothing else. */
function written({ content }: Ports, path: string, text: string, draft: RoundDraft): string {
  if (text === '') return content.print(draft.fields, draft.body)
  const { fields, body } = content.fields(path, text)
  const story = body === draft.body ? undefined : draft.body
  return content.edit(path, text, changedFields(fields, draft.fields), story)
}
