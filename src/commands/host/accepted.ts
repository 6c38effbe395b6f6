/**
 * What a reader's browser accepts: the values of Accept-Language and Accept-Encoding, best first.
 *
 * Pure. Invariant: a value refused with q=0 is never among them.
 * Decided in docs/decisions/0007.
 */

/** The values of an Accept-… header in lower case, best first; empty where there is none. */
export function readAccepted(header: string | null): readonly string[] {
  return (header ?? '')
    .split(',')
    .map(readPreference)
    .filter(({ value, weight }) => value !== '' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ value }) => value)
}

function readPreference(part: string): { readonly value: string; readonly weight: number } {
  const [value = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = quality === undefined ? 1 : Number(quality.slice(2))
  return { value, weight: Number.isNaN(weight) ? 0 : weight }
}
