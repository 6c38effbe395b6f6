/**
 * Spreading: marks that would lie on each other are moved apart a little.
 *
 * Pure. Invariant: the same marks always come to stand in the same places, and marks that have room do not
 * move. Decided in docs/decisions/0021.
 */

export type Point = { readonly x: number; readonly y: number }

/** Enough for a village's square full of marks; what is still too near after it stays so. */
const ROUNDS = 60

/** Moves points until any two of them are as far apart as asked. */
export function spread(points: readonly Point[], distance: number): readonly Point[] {
  let moved = points
  for (let turn = 0; turn < ROUNDS; turn++) {
    const next = moved.map((point, at) => pushed(point, at, moved, distance))
    if (next.every(({ x, y }, at) => x === moved[at]?.x && y === moved[at]?.y)) break
    moved = next
  }
  return moved.map(({ x, y }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }))
}

/** Each of two gives way by half of what is missing; of two in one point each by its own direction. */
function pushed(point: Point, at: number, all: readonly Point[], distance: number): Point {
  let { x, y } = point
  all.forEach((other, index) => {
    const [across, down] = [point.x - other.x, point.y - other.y]
    const apart = Math.hypot(across, down)
    if (index === at || apart >= distance) return
    const angle = apart === 0 ? at * 2.4 : Math.atan2(down, across)
    const missing = (distance - apart) / 2 + 0.01
    x += Math.cos(angle) * missing
    y += Math.sin(angle) * missing
  })
  return { x, y }
}
