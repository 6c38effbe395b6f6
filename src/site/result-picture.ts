/**
 * Which picture shows a result: that of the rule by which the money went.
 *
 * Pure. Invariant: every rule has one. Decided in docs/decisions/0006.
 */
import type { Picture } from './picture.ts'
import { pursePicture } from './picture-purse.ts'
import { sharesPicture } from './picture-shares.ts'
import { themesPicture } from './picture-themes.ts'
import { turnsPicture } from './picture-turns.ts'
import type { ResultContext } from './result-context.ts'

/** The picture of one ballot box; undefined where there is nothing to draw. */
export function resultPicture(context: ResultContext): Picture | undefined {
  switch (context.rule.method) {
    case 'equalshares':
      return sharesPicture(context)
    case 'phragmen':
      return pursePicture(context)
    case 'top-per-theme':
      return themesPicture(context)
    case 'greedy':
    case 'greedy-no-skip':
    case 'greedy-per-cost':
    case 'greedy-threshold':
    case 'greedy-exclusive':
      return turnsPicture(context)
  }
}
