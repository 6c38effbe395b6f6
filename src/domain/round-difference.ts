/**
 * The difference between two states of a round, as a clerk reads it: which field, what it was, what it is.
 *
 * Pure. Invariant: whatever differs in the files differs here; a row of a list is known by its id, so that
 * moving it is not a change of all that stand behind it. Decided in docs/decisions/0028.
 */
import { isSame, type DraftFields } from './round-draft.ts'

export type Plain = string | number | boolean

export type Change = {
  /** The field without its row: `phases.to`, `budget`. */
  readonly field: string
  /** The row: the id of a theme, the name of a phase, the text of a condition; undefined outside of lists. */
  readonly row?: string
  readonly before?: Plain
  readonly after?: Plain
}

/** What differs, in the order of the fields; a list whose rows only stand in another order is named alone. */
export function roundChanges(before: DraftFields, after: DraftFields): readonly Change[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return names.flatMap((name) => {
    if (isSame(before[name], after[name])) return []
    const changes = leafChanges(name, leaves(before[name]), leaves(after[name]))
    return changes.length > 0 ? changes : [{ field: name }]
  })
}

type Leaf = Pick<Change, 'field' | 'row'> & { readonly value: Plain }

function leafChanges(
  field: string,
  before: readonly Leaf[],
  after: readonly Leaf[],
): readonly Change[] {
  const keyOf = (leaf: Leaf) => `${leaf.row ?? ''}\n${leaf.field}`
  const [old, now] = [before, after].map((all) => new Map(all.map((leaf) => [keyOf(leaf), leaf])))
  const keys = [...new Set([...before, ...after].map(keyOf))]
  return keys.flatMap((key): Change[] => {
    const [a, b] = [old?.get(key), now?.get(key)]
    if (a?.value === b?.value) return []
    const { field: below, row } = b ?? a ?? { field: '' }
    return [
      {
        field: below === '' ? field : `${field}.${below}`,
        ...(row !== undefined && { row }),
        ...(a !== undefined && { before: a.value }),
        ...(b !== undefined && { after: b.value }),
      },
    ]
  })
}

/** Every value below a field, with the path to it. */
function leaves(value: unknown, field = '', row?: string): readonly Leaf[] {
  if (Array.isArray(value)) return listLeaves(value, field)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, below]) =>
      leaves(below, field === '' ? name : `${field}.${name}`, row),
    )
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return []
  return [{ field, ...(row !== undefined && { row }), value }]
}

function listLeaves(list: readonly unknown[], field: string): readonly Leaf[] {
  const names = list.map(nameOf)
  return list.flatMap((item, index) => {
    const turn = names.slice(0, index + 1).filter((name) => name === names[index]).length
    return leaves(item, field, turn === 1 ? names[index] : `${names[index]}-${turn}`)
  })
}

function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item)
  const [named] = ['id', 'phase', 'theme', 'area'].flatMap((name) =>
    name in item ? [String((item as Record<string, unknown>)[name])] : [],
  )
  return named ?? JSON.stringify(item)
}
