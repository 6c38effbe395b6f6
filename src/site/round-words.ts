/**
 * The words of the form of a round: names of its options, and how each rule works.
 *
 * Pure. Invariant: a rule is explained in the same words as on the page of a round. Decided in docs/decisions/0028.
 */
import type { Reader } from './reader.ts'

type Named = { readonly value: string; readonly text: string }

/** The options of a field with their names. */
export function roundOptions(
  { words }: Reader,
  field: string,
  values: readonly string[],
): readonly Named[] {
  const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...words.roundChoices.options,
    'phases.phase': words.phases,
  }
  return values.map((value) => ({ value, text: options[field]?.[value] ?? value }))
}

/** How each rule works, by its method; of equal shares by what comes first and what completes it. */
export function howTexts({ words: { rules } }: Reader): Readonly<Record<string, string>> {
  const shares = Object.entries(rules.shares).flatMap(([utility, by]) =>
    Object.entries(by).map(([completion, text]) => [`equalshares.${utility}.${completion}`, text]),
  )
  return {
    ...rules.turns,
    phragmen: rules.phragmen,
    'top-per-theme': `${rules.topPerTheme(1)} ${rules.withinBudget}`,
    ...Object.fromEntries(shares),
  }
}
