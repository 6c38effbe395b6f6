/**
 * What a good generator of codes shows, and where bad ones give themselves away.
 *
 * Pure. Definitions: a statistic is a number of standard deviations from what fair bits give. A fair generator
 * passes the bound of 7.5 in one statistic but for one time in 10^13; with all the statistics here (some
 * 3,000 of a set) one run in a thousand million raises a false alarm. Invariant: the generator's own code has
 * no part in this.
 */

export type Issued = {
  readonly letters: readonly { readonly serial: string; readonly token: string }[]
  /** Serials in the order in which the ballot box gets their marks. */
  readonly registered: readonly string[]
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LETTERS = 15
const BITS = LETTERS * 5
const BOUND = 7.5

/** Everything that is wrong with a set of batches; empty where nothing is. */
export function examine(batches: readonly Issued[]): readonly string[] {
  const codes = batches.flatMap(({ letters }) => letters.map(({ token }) => token))
  const columns = bitColumns(codes)
  return [
    ...repeated(codes),
    ...columns.flatMap((ones, bit) =>
      isFar(ones, codes.length)
        ? [`bit ${bit} is not fair: ${count(ones)} of ${codes.length}`]
        : [],
    ),
    ...pairs(columns, codes.length),
    ...unevenLetters(codes),
    ...likeTheNext(codes),
    ...batches.flatMap(inOrder),
  ]
}

function repeated(codes: readonly string[]): string[] {
  const times = codes.length - new Set(codes).size
  return times === 0 ? [] : [`${times} codes are there twice`]
}

/** One row of bits for each position, one bit for each code. */
function bitColumns(codes: readonly string[]): Uint32Array[] {
  const columns = Array.from({ length: BITS }, () => new Uint32Array(Math.ceil(codes.length / 32)))
  for (const [at, code] of codes.entries())
    for (let bit = 0; bit < BITS; bit++) {
      const digit = ALPHABET.indexOf(code.charAt(Math.floor(bit / 5)))
      const column = columns[bit]
      if (column !== undefined && (digit >> (4 - (bit % 5))) & 1)
        column[at >> 5] = (column[at >> 5] ?? 0) | (1 << (at & 31))
    }
  return columns
}

function count(words: Uint32Array): number {
  let ones = 0
  for (let word of words) for (; word !== 0; word &= word - 1) ones++
  return ones
}

/** Whether the ones among so many fair bits are more, or fewer, than chance has it. */
function isFar(words: Uint32Array, size: number): boolean {
  return Math.abs(count(words) - size / 2) > (BOUND * Math.sqrt(size)) / 2
}

/** Two positions that go together, or against each other, come from fewer random bits. */
function pairs(columns: readonly Uint32Array[], size: number): string[] {
  const found: string[] = []
  for (const [a, one] of columns.entries())
    for (const [b, other] of columns.entries())
      if (
        a < b &&
        isFar(
          one.map((word, at) => word ^ (other[at] ?? 0)),
          size,
        )
      )
        found.push(`bits ${a} and ${b} go together`)
  return found
}

/** Chi-square with 31 degrees of freedom: above 140 but for one time in 10^14. A modulo shows here first. */
function unevenLetters(codes: readonly string[]): string[] {
  const expected = codes.length / ALPHABET.length
  return Array.from({ length: LETTERS }, (_, place) => place).flatMap((place) => {
    const seen = new Map<string, number>()
    for (const code of codes) seen.set(code.charAt(place), (seen.get(code.charAt(place)) ?? 0) + 1)
    const chiSquare = [...ALPHABET]
      .map((letter) => ((seen.get(letter) ?? 0) - expected) ** 2 / expected)
      .reduce((sum, part) => sum + part)
    return chiSquare > 140 ? [`letters in place ${place} are uneven: ${Math.round(chiSquare)}`] : []
  })
}

/** How many bits a code has in common with the one after it. */
function likeTheNext(codes: readonly string[]): string[] {
  const same = codes.slice(1).reduce((sum, code, at) => sum + likeness(code, codes[at] ?? ''), 0)
  const all = (codes.length - 1) * BITS
  const far = Math.abs(same - all / 2) / (Math.sqrt(all) / 2)
  return far > BOUND ? [`a code is like the one before it, by ${Math.round(far)} deviations`] : []
}

function likeness(one: string, other: string): number {
  let same = 0
  for (let place = 0; place < LETTERS; place++) {
    let apart = ALPHABET.indexOf(one.charAt(place)) ^ ALPHABET.indexOf(other.charAt(place))
    for (same += 5; apart !== 0; apart &= apart - 1) same--
  }
  return same
}

/** Serials against the codes' own order, and against the order in which marks are registered. */
function inOrder({ letters, registered }: Issued): string[] {
  const place = new Map(letters.map(({ serial }, at) => [serial, at]))
  const byCode = letters.toSorted((a, b) => (a.token < b.token ? -1 : 1))
  return [
    ...(correlates(byCode.map(({ serial }) => place.get(serial) ?? 0))
      ? ['codes rise or fall with their serials']
      : []),
    ...(correlates(registered.map((serial) => place.get(serial) ?? 0))
      ? ['marks are registered in the order of their serials']
      : []),
  ]
}

/** Spearman's rank correlation of a list of places with its order: its variance is 1/(n - 1). */
function correlates(places: readonly number[]): boolean {
  const n = places.length
  const apart = places.reduce((sum, place, at) => sum + (place - at) ** 2, 0)
  const correlation = 1 - (6 * apart) / (n * (n * n - 1))
  return Math.abs(correlation) * Math.sqrt(n - 1) > BOUND
}
