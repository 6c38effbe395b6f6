/**
 * The files of a result by ballot box: those of the round itself, and those of each hall under the same names.
 *
 * Pure. Invariant: a file of one box is never taken for that of another. Decided in docs/decisions/0032.
 */

export type BoxFiles = {
  /** The hall whose box it is; undefined for the box of the round itself. */
  readonly hall: string | undefined
  readonly files: ReadonlyMap<string, string>
}

const OF_HALL = /^hall-([a-z0-9-]+)\.(.+)$/

/** The box of the round itself first. */
export function boxFiles(files: ReadonlyMap<string, string>): readonly BoxFiles[] {
  const boxes = new Map<string | undefined, Map<string, string>>([[undefined, new Map()]])
  for (const [name, text] of files) {
    const [, hall, own = name] = OF_HALL.exec(name) ?? []
    const box = boxes.get(hall) ?? new Map<string, string>()
    boxes.set(hall, box.set(own, text))
  }
  return [...boxes].map(([hall, own]) => ({ hall, files: own }))
}
