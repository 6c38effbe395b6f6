/**
 * Budgets of categories and neighbourhoods in a .pb file, as bounds on what is spent in each.
 *
 * Pure. Invariant: amounts stand in the order of the names in META; a project of several categories counts
 * in full in each of them. The format has no such fields of its own: these are the ones that the files of
 * Amsterdam carry, and their comments say what they mean. Decided in docs/decisions/0006.
 */
import { amountOf, metaField, type Meta } from './pabulib-fields.ts'
import { parseList } from './pabulib.ts'
import { PabulibError } from './pabulib-scan.ts'
import type { Cap } from './rules/limits.ts'

/** Where a project belongs: a list of categories, and a neighbourhood. */
export type Place = { readonly theme: string | undefined; readonly area: string | undefined }

const KINDS = [
  {
    names: 'categories',
    amounts: 'budget_per_category',
    isIn: ({ theme }: Place, name: string) => parseList(theme).includes(name),
  },
  {
    names: 'neighborhoods',
    amounts: 'budget_per_neighborhood',
    isIn: ({ area }: Place, name: string) => area === name,
  },
]

/** The bounds, by the indices of the projects. Throws a PabulibError where names and amounts do not fit. */
export function capsOf(meta: Meta, projects: readonly Place[]): readonly Cap[] {
  return KINDS.flatMap(({ names, amounts, isIn }) => {
    const field = metaField(meta, amounts)
    const known = parseList(metaField(meta, names).text)
    const given = parseList(field.text)
    if (given.length > 0 && known.length !== given.length)
      throw new PabulibError(
        `${field.place()}: the amounts are ${given.length}, the names in ${names} ${known.length}`,
      )
    return given.map((text, at) => ({
      proposals: [...projects.keys()].filter((each) => isIn(projects[each]!, known[at]!)),
      most: amountOf({ ...field, text }),
      count: Infinity,
    }))
  })
}

/** What the file says of money that the bounds leave over: that is in words, and not counted. */
export function leftoverNote(meta: Meta): string {
  const { text } = metaField(meta, 'leftover_budget')
  return text === '' ? '' : `The file says of what is left over: "${text}". That is not counted.`
}
