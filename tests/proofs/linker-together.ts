/**
 * Together: what joins even one person to a ballot, told without any chance: a line that names both, a word
 * that stands on lines of one person and of one ballot alone, and places that set a few of both apart.
 *
 * Pure. Invariant: the truth is not read. No honest election has any of it: a person's line holds, beside
 * random values, only what the lines of all who voted hold; whatever names one who voted names all of them;
 * and lists are either in the order of their values or in one that knows nothing of them.
 */
import { partsOf } from './linker-apart.ts'
import type { Reading } from './linker.ts'
import { wordsOf, type Party, type Sight } from './linker-sights.ts'
import { namedIn, spellingsOf, type Named } from './linker-spellings.ts'

/** People whose ballots are among these. */
export type Join = {
  readonly by: 'line' | 'word' | 'apart'
  readonly how: string
  readonly people: readonly number[]
  readonly ballots: readonly number[]
}

/** Finds every join in what can be read of one box. */
export function joinsIn({ people, ballots, sights }: Reading): Join[] {
  const [ofPeople, ofBallots] = [readerOf(people), readerOf(ballots)]
  const plain = sights.filter(({ raw }) => !raw)
  return [
    ...sights.flatMap((sight) => byLine(sight, ofPeople, ofBallots)),
    ...byWord(plain, ofPeople, ofBallots),
    ...partsOf(plain, people).flatMap((one) =>
      partsOf(plain, ballots).map((other) => ({
        ...{ by: 'apart' as const, how: `${one.how}; ${other.how}` },
        ...{ people: one.parties, ballots: other.parties },
      })),
    ),
  ]
}

type Reader = (line: string) => Named

const readers = new WeakMap<readonly Party[], Reader>()

/** Who of one side is named in a line. A line stands in many sights, and is read once. */
function readerOf(parties: readonly Party[]): Reader {
  const known = readers.get(parties)
  if (known !== undefined) return known
  const spellings = spellingsOf(parties)
  const seen = new Map<string, Named>()
  const reader: Reader = (line) => {
    const named = seen.get(line) ?? namedIn(line, spellings)
    seen.set(line, named)
    return named
  }
  readers.set(parties, reader)
  return reader
}

/** A record, key, value or line that names both. */
function byLine({ name, lines }: Sight, ofPeople: Reader, ofBallots: Reader): Join[] {
  return lines.flatMap((line, at) => {
    const [people, ballots] = [[...ofPeople(line)], [...ofBallots(line)]]
    if (people.length === 0 || ballots.length === 0) return []
    return [{ by: 'line', how: `${name}, line ${at + 1}`, people, ballots }]
  })
}

/** A word that is in one sight on lines of one person alone, and in one sight of one ballot alone. */
function byWord(sights: readonly Sight[], ofPeople: Reader, ofBallots: Reader): Join[] {
  const known = new Map<string, { how: string; party: number }[]>()
  for (const each of sights.flatMap((sight) => ownWords(sight, ofBallots)))
    known.set(each.word, [...(known.get(each.word) ?? []), each])
  return sights
    .flatMap((sight) => ownWords(sight, ofPeople))
    .flatMap(({ word, how, party }) =>
      (known.get(word) ?? []).map((other) => ({
        ...{ by: 'word' as const, how: `${word}: ${how}; ${other.how}` },
        ...{ people: [party], ballots: [other.party] },
      })),
    )
}

/** The words that stand in a sight on the lines of one party only. */
function ownWords({ name, lines }: Sight, reader: Reader) {
  const holders = new Map<string, number | undefined>()
  for (const line of lines) {
    const named = [...reader(line)]
    if (named.length === 0) continue
    const party = named.length === 1 ? named[0] : undefined
    for (const word of new Set(piecesOf(line)))
      holders.set(word, !holders.has(word) || holders.get(word) === party ? party : undefined)
  }
  return [...holders].flatMap(([word, party]) =>
    party === undefined ? [] : [{ word, party, how: name }],
  )
}

/**
 * Words as they stand and cut at every sign, and how they begin, as long as chance does not repeat it. Base64url
 * is not cut at its own signs: short pieces of random values are in any two lists.
 */
function piecesOf(line: string): string[] {
  const words = [...wordsOf(line), ...line.split(/[^\w-]+/).filter((word) => word !== '')]
  return words.flatMap((word) => {
    const length = /^[0-9a-f]+$/i.test(word) ? 12 : 8
    return word.length > length ? [word, word.slice(0, length)] : [word]
  })
}
