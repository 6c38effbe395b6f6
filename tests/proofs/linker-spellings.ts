/**
 * Spellings: every way in which a name can be written down, and who is named in a line however it is written.
 *
 * Pure. Invariant: a name is known by at least eight letters or bytes in a row, so that no chance spells it.
 */
import { fromBase32, toBase32 } from './linker-base32.ts'
import type { Party } from './linker-sights.ts'

/** The parties that a line names. */
export type Named = ReadonlySet<number>

export type Spellings = ReadonlyMap<string, readonly { readonly party: number; text: string }[]>

/** So many first letters are looked up; the others, up to twice as many, must follow. */
const KEY = 8
const LETTERS = 16

/** The names of all parties in every spelling, by their first letters. */
export function spellingsOf(parties: readonly Party[]): Spellings {
  const known = new Map<string, { party: number; text: string }[]>()
  parties.forEach((names, party) => {
    const all = new Set(names.flatMap(({ bytes, texts }) => [...texts, ...spelled(bytes, texts)]))
    for (const each of all) {
      const text = each.slice(0, LETTERS)
      const alike = known.get(text.slice(0, KEY)) ?? []
      known.set(text.slice(0, KEY), [...alike, { party, text }])
    }
  })
  return known
}

function spelled(bytes: Uint8Array, [text = '']: readonly string[]): string[] {
  const value = Buffer.from(bytes)
  const [hex, base32] = [value.toString('hex'), toBase32(bytes)]
  const groups = text.match(/.{1,4}/g) ?? []
  return [
    ...[value.toString('latin1'), value.toString('base64'), value.toString('base64url')],
    ...[hex, hex.toUpperCase(), base32, base32.toLowerCase()],
    ...[text.toLowerCase(), groups.join('-'), groups.join(' ')],
  ]
}

/** Who is named anywhere in a line, or in what its words say when they are decoded. */
export function namedIn(line: string, spellings: Spellings): Named {
  const found = new Set<number>()
  for (const view of viewsOf(line))
    for (let at = 0; at + KEY <= view.length; at++) {
      const alike = spellings.get(view.slice(at, at + KEY))
      for (const { party, text } of alike ?? []) if (view.startsWith(text, at)) found.add(party)
    }
  return found
}

/** A line as it stands, and each of its words decoded, and once more what came of that. */
function viewsOf(line: string): Set<string> {
  const once = decoded(line)
  return new Set([line, ...once, ...once.flatMap(decoded)])
}

const WORD = /[\w+/-]{12,}/g

function decoded(text: string): string[] {
  return (text.match(WORD) ?? []).flatMap((word) => [
    Buffer.from(word, 'base64').toString('latin1'),
    ...(/^(?:[0-9a-f]{2})+$/i.test(word) ? [Buffer.from(word, 'hex').toString('latin1')] : []),
    ...(/^[0-9A-HJKMNP-TV-Z]+$/i.test(word)
      ? [Buffer.from(fromBase32(word.toUpperCase())).toString('latin1')]
      : []),
  ])
}
