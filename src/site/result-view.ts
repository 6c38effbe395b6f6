/**
 * The result as pages show it: what each ballot box decided, in numbers, sentences and a picture.
 *
 * Pure. Invariant: every number comes from the published snapshot; nothing is counted here.
 * Decided in docs/decisions/0006.
 */
import { certificateName } from '../domain/published-certificate.ts'
import type { PoolResult } from '../domain/snapshot.ts'
import { tookPart } from '../domain/turnout.ts'
import { besideView, type BesideView } from './beside-view.ts'
import type { RoundPage } from './load.ts'
import { layMoneyLine, type MoneyLine } from './money-line.ts'
import { outcomeViews, type OutcomeView } from './outcome-view.ts'
import type { Picture } from './picture.ts'
import { publishedFiles } from './published-files.ts'
import type { Reader } from './reader.ts'
import { resultContext, titleWithin, type ResultContext } from './result-context.ts'
import { fundedCosts, headlineText } from './result-headline.ts'
import { resultPicture } from './result-picture.ts'
import { ruleText, ruleTitle, type RuleText } from './rule-text.ts'
import { waysText } from './ways-text.ts'

export type PoolView = {
  readonly pool: string
  readonly name: string | undefined
  readonly headline: string
  readonly lede: string
  /** What the comparison with greedy found, where there was one. */
  readonly compared: string | undefined
  readonly ballots: string
  readonly ballotsLabel: string
  readonly blank: string | undefined
  /** By which ways they came, and sheets that were no ballot; where not all came online. */
  readonly ways: string | undefined
  readonly turnout: { readonly share: string; readonly of: string } | undefined
  readonly line: MoneyLine
  readonly lineLabel: string
  readonly spent: string
  readonly left: string
  readonly ranOut: string | undefined
  readonly rule: RuleText
  /** What helps to read the reasons, where they need it. */
  readonly notes: readonly string[]
  readonly picture: Picture | undefined
  /** Where it stands who of which group of ballots paid how much. */
  readonly payments: { readonly href: string; readonly text: string } | undefined
  readonly votesLabel: string
  readonly outcomes: readonly OutcomeView[]
  readonly beside: BesideView | undefined
}

/** The published result, one view for each ballot box; empty where there is no result. */
export function poolViews(page: RoundPage, reader: Reader): readonly PoolView[] {
  return (page.result?.pools ?? []).map((pool) => poolView(resultContext(page, pool, reader)))
}

function poolView(context: ResultContext): PoolView {
  const { page, pool, reader, pointed, rule } = context
  const { result } = reader.words
  return {
    pool: pool.pool,
    name: page.round.areas.find(({ id }) => id === pool.pool)?.name,
    headline: headlineText([context], reader),
    compared: comparedText(context),
    ...moneyView(context),
    ...ballotsView(pool, reader),
    ranOut: ranOut(context),
    rule: ruleText(rule, page, reader),
    notes: notes(context),
    picture: resultPicture(context),
    payments: paymentsLink(context),
    votesLabel: pointed ? result.points : result.votes,
    outcomes: outcomeViews(context),
    beside: besideView(context),
  }
}

function moneyView({ pool, list, reader }: ResultContext) {
  const { words, format } = reader
  const { result } = words
  const spent = format.money(pool.allocation.cost)
  const left = format.money(pool.allocation.leftover)
  const budget = format.money(pool.budget)
  const rest = pool.allocation.leftover === 0 ? [] : [result.leftover(left)]
  const given = [result.lede(spent, budget), ...rest]
  return {
    lede: list ? result.ledeList(spent, budget) : given.join(' '),
    line: layMoneyLine(fundedCosts([pool]), pool.budget),
    lineLabel: list ? result.ledeList(spent, budget) : result.moneyLine(spent, budget, left),
    spent: list ? spent : result.funded(spent),
    left: list ? words.pictures.budget(budget) : result.left(left),
  }
}

function ballotsView(pool: PoolResult, reader: Reader) {
  const { ballots, eligible } = pool
  const { words, format } = reader
  const { result } = words
  const { recorded, blank } = ballots
  return {
    ballots: format.number(recorded),
    ballotsLabel: result.ballots(recorded),
    ways: ballots.channels && waysText(ballots, reader),
    blank: blank > 0 ? result.blank(format.number(blank)) : undefined,
    turnout:
      eligible === null || eligible === 0
        ? undefined
        : {
            share: format.percent(tookPart(ballots) / eligible),
            of: result.turnout(format.number(eligible)),
          },
  }
}

function comparedText({ page, pool, reader }: ResultContext): string | undefined {
  const { comparison } = pool.allocation
  const own = page.result?.rule
  if (comparison === undefined || own === undefined) return undefined
  const { words, format } = reader
  const [greedy, rule] = [words.rules.names.greedy, ruleTitle(own, reader)]
  const { compared } = words.result
  const kept = compared.kept(comparison.kept === 'greedy' ? greedy : rule)
  const { forGreedy, forRule } = comparison
  if (forGreedy === undefined || forRule === undefined) return kept
  const [one, other] = [format.number(forGreedy), format.number(forRule)]
  return `${compared[comparison.by](one, other, greedy, rule)} ${kept}`
}

/** What effective votes are, and that points stand where votes are named. */
function notes({ pool, pointed, reader }: ResultContext): readonly string[] {
  const { rules } = reader.words
  const { shares } = pool.allocation
  return [
    ...(shares && shares.extra > 0 ? [rules.raised(reader.format.money(shares.extra))] : []),
    ...(shares?.finished === false ? [rules.unfinished] : []),
    ...(shares ? [rules.effective] : []),
    ...(pointed ? [rules.pointed] : []),
  ]
}

function paymentsLink({ page, pool, reader }: ResultContext): PoolView['payments'] {
  const name = certificateName(pool.pool)
  const file = publishedFiles(page, reader).find((each) => each.name === name)
  if (file === undefined || pool.allocation.shares === undefined) return undefined
  return { href: file.href, text: reader.words.result.payments }
}

function ranOut(context: ResultContext): string | undefined {
  const { words, format } = context.reader
  for (const { reason, proposal } of context.pool.allocation.lines) {
    if (reason.kind !== 'does-not-fit') continue
    const [left, missing] = [format.money(reason.moneyBefore), format.money(reason.missing)]
    return words.result.ranOut(left, titleWithin(context, proposal), missing)
  }
  return undefined
}
