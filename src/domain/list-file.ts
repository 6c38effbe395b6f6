/**
 * The list file of a round: its proposals as one small file, for pages that search and sort them.
 *
 * Pure. Invariant: it says nothing that the pages of the proposals in the same language do not say.
 * Decided in docs/decisions/0035 and 0020.
 */

export type ListFile = {
  readonly themes: readonly {
    readonly id: string
    readonly name: string
    readonly picture: string
  }[]
  readonly areas: readonly { readonly id: string; readonly name: string }[]
  readonly proposals: readonly ListRow[]
}

/** A proposal on the ballot. Theme and area by their place in the lists above, -1 for none. */
export type ListRow = readonly [
  id: string,
  title: string,
  summary: string,
  /** In hundredths. */
  cost: number,
  theme: number,
  area: number,
  /** The language of title and summary. */
  language: string,
  /** 1 where its picture is turned round. */
  turned: number,
  /** 1 where it gets the money, 0 where it does not, -1 while that is open. */
  outcome: number,
]
