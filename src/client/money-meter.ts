/**
 * The money line of the ballot: follows what is ticked.
 *
 * Talks to the page. Invariant: the pieces are laid as on every other page (src/site/money-line.ts draws
 * the same picture at build time). Decided in docs/decisions/0004.
 */

const SVG = 'http://www.w3.org/2000/svg'

/** Draws costs along the budget, both in hundredths; what goes beyond the budget is marked. */
export function drawMoneyLine(figure: Element, costs: readonly number[], budget: number): void {
  const total = costs.reduce((sum, cost) => sum + cost, 0)
  const scale = 100 / Math.max(total, budget, 1)
  let before = 0
  const pieces = costs.map((cost) => {
    const piece = document.createElementNS(SVG, 'rect')
    piece.setAttribute('class', before + cost > budget ? 'piece beyond' : 'piece')
    piece.setAttribute('x', `${before * scale}%`)
    piece.setAttribute('width', `${cost * scale}%`)
    piece.setAttribute('height', '100%')
    before += cost
    return piece
  })
  figure.querySelector('[data-pieces]')?.replaceChildren(...pieces)
  const end = figure.querySelector('.end')
  for (const x of ['x1', 'x2']) end?.setAttribute(x, `${budget * scale}%`)
  end?.setAttribute('visibility', total > budget ? 'visible' : 'hidden')
}
