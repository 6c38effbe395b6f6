/**
 * The place at dusk: the drawing at the foot of the front page's poster and of the pictures of links.
 *
 * Pure. Invariant: constants only, no text of anybody; colours come by class from whoever shows it.
 * Decided in docs/decisions/0004.
 */

export const STREET = { width: 1200, height: 190 } as const

const HOUSES = [
  { x: 40, width: 86, height: 70, wall: 'd-cream', roof: 'd-clay' },
  { x: 136, width: 70, height: 92, wall: 'd-clay', roof: 'd-wood' },
  { x: 216, width: 96, height: 62, wall: 'd-gold', roof: 'd-clay' },
  { x: 560, width: 78, height: 84, wall: 'd-cream', roof: 'd-wood' },
  { x: 648, width: 92, height: 64, wall: 'd-clay', roof: 'd-wood' },
  { x: 980, width: 84, height: 74, wall: 'd-gold', roof: 'd-wood' },
  { x: 1074, width: 92, height: 92, wall: 'd-cream', roof: 'd-clay' },
]
const TREES = [352, 392, 512, 776, 950]
const PEOPLE = [430, 462, 820, 850, 884]
const COATS = ['d-gold', 'd-clay', 'd-cream', 'd-gold', 'd-clay']

/** What stands inside the svg element. */
export function streetDrawing(): string {
  return [
    shape('d-veil', 'M0 120Q200 30 420 96T820 70T1200 96V190H0z'),
    shape('d-clay', 'M476 168l6-132h14l6 132z'),
    shape('d-cream', 'M479 62h20v8h-20z'),
    shape('d-veil', 'M0 160Q300 120 620 152T1200 140V190H0z'),
    ...HOUSES.map(house),
    ...TREES.map(tree),
    ...PEOPLE.map(person),
    shape('d-street', 'M0 170h1200v20H0z'),
  ].join('')
}

function house({ x, width, height, wall, roof }: (typeof HOUSES)[number]): string {
  const half = width / 2
  return [
    shape(wall, `M${x} ${170 - height}h${width}v${height}h${-width}z`),
    shape(roof, `M${x - 8} ${172 - height}l${half + 8}-34 ${half + 8} 34z`),
    shape('d-window', `M${x + 14} ${186 - height}h16v18h-16z`),
    shape('d-window', `M${x + width - 30} ${186 - height}h16v18h-16z`),
    shape('d-wood', `M${x + half - 8} 140h16v30h-16z`),
  ].join('')
}

function tree(x: number): string {
  const crown = `M${x} 84c20 6 24 30 14 46-8 12-20 12-28 0-10-16-6-40 14-46z`
  return shape('l wood', `M${x} 170v-34`) + shape('d-leaf', crown)
}

function person(x: number, index: number): string {
  const coat = shape(COATS[index] ?? '', `M${x - 11} 172c0-26 3-34 11-34s11 8 11 34z`)
  return `${coat}<circle class="d-cream" cx="${x}" cy="129" r="8"></circle>`
}

function shape(className: string, path: string): string {
  return `<path class="${className}" d="${path}"></path>`
}
