/**
 * Proposals: what residents suggest, once it is part of the public record
 * (content/rounds/<round>/proposals/<id>.md).
 *
 * Pure. Invariant: a proposer's name stands here only as a group, a role, or with that person's consent.
 * Decided in docs/decisions/0005, its translations in 0020.
 */
import * as v from 'valibot'
import { LanguageSchema, type Language } from './council.ts'
import { AreaIdSchema, ProposalIdSchema, ThemeIdSchema, type Pool, type ProposalId } from './id.ts'
import { MoneySchema, printMoney, type Money } from './money.ts'
import { RECORD_FIELDS } from './proposal-record.ts'
import { poolsOf, type RoundText } from './round.ts'
import { DaySchema } from './time.ts'
import { lackingWords, TranslationVersion, type Told, type Translations } from './translation.ts'
import { lineOf } from './written-text.ts'

export const TITLE_LENGTH = { least: 3, most: 80 } as const
export const SUMMARY_LENGTH = { least: 10, most: 200 } as const
export const BODY_LENGTH = { least: 20, most: 8000 } as const

export const ProposerSchema = v.strictObject({
  /** `group` (an association, a class), `role` ("a parent") or `person` (a name, with consent). */
  kind: v.picklist(['group', 'role', 'person'], 'write group, role or person'),
  /** The words that stand on the site. */
  name: lineOf(2, 80),
})

export const ProposalSchema = v.strictObject({
  /** The version of this file's form. Write 1. */
  schemaVersion: v.literal(1, 'write 1'),
  /** What it is, in a few words that make sense in a list: "A lit path to the sports hall". */
  title: lineOf(TITLE_LENGTH.least, TITLE_LENGTH.most),
  /** One or two sentences that say what people get from it. */
  summary: lineOf(SUMMARY_LENGTH.least, SUMMARY_LENGTH.most),
  /** What it costs the round, in main units: 14200. */
  cost: MoneySchema,
  /** The area it belongs to, where the round has areas. */
  area: v.optional(AreaIdSchema),
  /** Its theme, one of the round's. */
  theme: v.optional(ThemeIdSchema),
  /** For whom it is: [children, older people]. */
  beneficiaries: v.optional(v.array(lineOf(2, 60)), []),
  /** Who proposes it. */
  proposer: v.optional(ProposerSchema),
  /** The language of the text, where it is not the council's first one. */
  language: v.optional(LanguageSchema),
  /** Whether it can be voted on: `ballot`, or `rejected` or `withdrawn`, which need a reason. */
  standing: v.optional(
    v.picklist(['ballot', 'rejected', 'withdrawn'], 'write ballot, rejected or withdrawn'),
    'ballot',
  ),
  /** Why it is not on the ballot, in a sentence that residents read. */
  reason: v.optional(lineOf(5, 400)),
  ...RECORD_FIELDS,
  /** The day on which it was published; the feed tells it then. */
  published: v.optional(DaySchema),
  /** Its id in another system, kept as it was: "BO.D7.44/24". */
  sourceId: v.optional(lineOf(1, 100)),
})

/** A proposal in another language (proposals/<id>.<language>.md). Its record stays as it was written. */
export const ProposalTranslationSchema = v.strictObject({
  schemaVersion: TranslationVersion,
  /** What it is, in a few words. On the ballot it stands under the title that is voted on. */
  title: lineOf(TITLE_LENGTH.least, TITLE_LENGTH.most),
  /** One or two sentences that say what people get from it. */
  summary: lineOf(SUMMARY_LENGTH.least, SUMMARY_LENGTH.most),
  /** For whom it is, as a list; where the original says it. */
  beneficiaries: v.optional(v.array(lineOf(2, 60), 'write a list such as [children, clubs]')),
  /** Who proposes it, in words; where the original says it. */
  proposer: v.optional(lineOf(2, 80)),
  /** What the picture shows; where the original has one. */
  alt: v.optional(lineOf(5, 250)),
  /** Why it is not on the ballot; where the original says it. */
  reason: v.optional(lineOf(5, 400)),
})

export type ProposalText = v.InferOutput<typeof ProposalSchema>
export type ProposalTranslation = v.InferOutput<typeof ProposalTranslationSchema>

/** A proposal with its id (the name of its file) and its description in Markdown. */
export type Proposal = ProposalText &
  Told & {
    readonly id: ProposalId
    readonly body: string
    readonly translations?: Translations<ProposalTranslation>
  }

/** A proposal from its file; undefined where the build would not take it. */
export function parseProposal(
  name: string,
  { fields, body }: { readonly fields: unknown; readonly body: string },
): Proposal | undefined {
  const id = v.safeParse(ProposalIdSchema, name)
  const text = v.safeParse(ProposalSchema, fields)
  return id.success && text.success ? { ...text.output, id: id.output, body } : undefined
}

/** What keeps a proposal out of its round, as data: the field, the fault, and the number that matters. */
export type ProposalFault = {
  readonly field: 'cost' | 'theme' | 'area' | 'reason'
  readonly fault: 'too-high' | 'too-low' | 'unknown' | 'missing'
  readonly limit?: Money
}

/** The fields of a proposal that its round has a say in. */
export type ProposalClaim = {
  readonly [Field in 'cost' | 'theme' | 'area' | 'reason']?: ProposalText[Field] | undefined
} & Pick<ProposalText, 'standing'>

/** Checks a proposal by the limits, themes and areas of its round. A cost that is not known yet has no fault. */
export function proposalFaults(
  proposal: ProposalClaim,
  round: RoundText,
): readonly ProposalFault[] {
  const { min, max } = round.proposalCost
  const { cost } = proposal
  const faults: ProposalFault[] = []
  if (max !== undefined && cost !== undefined && cost > max)
    faults.push({ field: 'cost', fault: 'too-high', limit: max })
  if (min !== undefined && cost !== undefined && cost < min)
    faults.push({ field: 'cost', fault: 'too-low', limit: min })
  if (proposal.theme !== undefined && !round.themes.some(({ id }) => id === proposal.theme))
    faults.push({ field: 'theme', fault: 'unknown' })
  if (proposal.area !== undefined && !round.areas.some(({ id }) => id === proposal.area))
    faults.push({ field: 'area', fault: 'unknown' })
  if (proposal.area === undefined && round.areas.some(({ budget }) => budget !== undefined))
    faults.push({ field: 'area', fault: 'missing' })
  if (proposal.standing !== 'ballot' && proposal.reason === undefined)
    faults.push({ field: 'reason', fault: 'missing' })
  return faults
}

/** A fault in words for the author of the file. */
export function describeFault(
  proposal: ProposalText,
  { field, fault, limit }: ProposalFault,
): string {
  const found = field === 'cost' ? printMoney(proposal.cost) : `"${proposal[field] ?? ''}"`
  switch (fault) {
    case 'too-high':
      return `${field}: found ${found}, expected at most ${printMoney(limit ?? proposal.cost)} in this round`
    case 'too-low':
      return `${field}: found ${found}, expected at least ${printMoney(limit ?? proposal.cost)} in this round`
    case 'unknown':
      return `${field}: found ${found}, expected one that round.md names`
    case 'missing':
      return field === 'reason'
        ? `reason: missing, expected a sentence that says why the proposal is ${proposal.standing}`
        : `${field}: missing, expected one that round.md names`
  }
}

/** The proposals that can be voted on in one ballot box, by id. */
export function onBallot(
  proposals: readonly Proposal[],
  round: RoundText,
  pool: Pool,
): readonly Proposal[] {
  const [first] = poolsOf(round)
  const whole = poolsOf(round).length === 1 && first === pool
  return proposals
    .filter(({ standing, area }) => standing === 'ballot' && (whole || area === pool))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** What a translation has no words for, in sentences for its author. */
export function lackingInProposal(
  { beneficiaries, proposer, alt, reason }: ProposalTranslation,
  original: ProposalText,
): string[] {
  const { beneficiaries: all, picture } = original
  const texts = { proposer: original.proposer, alt: picture, reason: original.reason }
  return lackingWords(
    { ...texts, beneficiaries: all.length === 0 ? undefined : all },
    { proposer, alt, reason, beneficiaries },
  )
}

/** The proposal in a language, where it has been translated; else as it was written. */
export function tellProposal(proposal: Proposal, language: Language): Proposal {
  const told = proposal.translations?.[language]
  if (told === undefined) return proposal
  const { title, summary, reason, body, beneficiaries = [], proposer: name, alt } = told
  const { proposer, picture } = proposal
  return {
    ...proposal,
    ...{ title, summary, reason, body, beneficiaries, language, originalTitle: proposal.title },
    proposer: proposer && { ...proposer, name: name ?? proposer.name },
    picture: picture && { ...picture, alt: alt ?? picture.alt },
  }
}
