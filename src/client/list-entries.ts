/**
 * The entries of the list: the rows of the list file with names instead of places.
 *
 * Pure. Invariant: one entry a row, in the order of the file. Decided in docs/decisions/0035.
 */
import type { ListFile } from '../domain/list-file.ts'

export type Entry = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly cost: number
  readonly theme: ListFile['themes'][number] | undefined
  readonly area: ListFile['areas'][number] | undefined
  readonly language: string
  readonly turned: boolean
  readonly outcome: boolean | undefined
}

/** Reads the rows of the list file. */
export function entriesOf({ themes, areas, proposals }: ListFile): readonly Entry[] {
  return proposals.map(([id, title, summary, cost, theme, area, language, turned, outcome]) => ({
    ...{ id, title, summary, cost, language },
    theme: themes[theme],
    area: areas[area],
    turned: turned === 1,
    outcome: outcome < 0 ? undefined : outcome === 1,
  }))
}
