/**
 * Planted leaks: one of every class in which a store, a log or a list could join a person to a ballot.
 *
 * Pure. Invariant: each plant adds to what was read nothing but its own leak, in a form in which careless
 * software would show it; names and numbers in it are those of the election.
 */
import { namesOfCode, receiptOfNonce } from './faults-protocol.ts'
import { fromBase32 } from './linker-base32.ts'
import type { Election } from './linker-election.ts'
import type { Reading } from './linker.ts'
import type { Sight } from './linker-sights.ts'

/** What a leaky program would know at a cast. */
export type Known = {
  readonly k: string
  readonly use: string
  readonly receipt: string
  readonly choices: string
  /** 0 for the first ballot. */
  readonly at: number
}

export type Plant = {
  readonly leak: string
  plant(reading: Reading, casts: readonly Known[]): Reading
}

/** The plants of one election are made of its casts. */
export function plantIn({ plant }: Plant, reading: Reading, election: Election): Reading {
  return plant(reading, knownOf(election))
}

/** What a leaky program would know of every cast, in their order. */
export function knownOf({ round, secret, letters, casts }: Election): Known[] {
  return casts.map(({ letter, receipt, choices }, at) => {
    const { k, use } = namesOfCode(secret, round.id, letters[letter]!.token)
    const texts = { k: k.toString('base64url'), use: use.toString('hex') }
    return { ...texts, receipt, choices: JSON.stringify(choices), at }
  })
}

export const PLANTS: readonly Plant[] = [
  {
    leak: 'rows in the order of writing',
    plant: adding((casts) => [
      listed(
        'marks',
        casts.map(({ k }) => k),
      ),
      listed(
        'box',
        casts.map(({ receipt }) => receipt),
      ),
    ]),
  },
  {
    leak: 'a number of its own in each record',
    plant: adding((casts) => [
      sorted(
        'marks',
        casts.map(({ k, at }) => `${k} ${at + 100}`),
      ),
      sorted(
        'box',
        casts.map(({ receipt, at }) => `${receipt} ${at + 7000}`),
      ),
    ]),
  },
  {
    leak: 'a time in each record, newest first',
    plant: adding((casts) => [
      sorted(
        'marks',
        casts.map(({ k, at }) => `${k} ${new Date(at * 90_000).toISOString()}`),
      ),
      sorted(
        'box',
        casts.map(({ receipt, at }) => `${receipt} ${1e9 - at * 90}`),
      ),
    ]),
  },
  {
    leak: 'records as long as their ballots',
    plant: adding((casts) => [
      sorted(
        'marks',
        casts.map(({ k, choices }) => `${k} ${'m'.repeat(choices.length)}`),
      ),
      sorted(
        'box',
        casts.map(({ receipt, choices }) => `${receipt} ${'b'.repeat(choices.length)}`),
      ),
    ]),
  },
  {
    leak: 'values that begin alike',
    plant: adding((casts) => [
      sorted(
        'marks',
        casts.map(({ k, receipt }) => `${k} ${receipt.slice(0, 8)}xyz`),
      ),
      sorted(
        'box',
        casts.map(({ receipt }) => `${receipt} record`),
      ),
    ]),
  },
  {
    leak: 'keys that end one after the other',
    plant: adding((casts) => [
      sorted(
        'keys',
        casts.flatMap(({ k, receipt, at }) => [
          `mark:${k} string ${1e12 + at * 250}`,
          `box:${receipt} string ${1e12 + 99 + at * 250}`,
        ]),
      ),
    ]),
  },
  {
    leak: 'lines of two logs with one request id',
    plant: adding((casts) => [
      sorted(
        'log of codes',
        casts.map(({ k, at }) => `{"mark":"${k}","request":"r-${at}"}`),
      ),
      sorted(
        'log of ballots',
        casts.map(({ receipt, at }) => `{"boxed":"${receipt}","request":"r-${at}"}`),
      ),
    ]),
  },
  {
    leak: 'copies of the store one vote apart',
    plant: adding((casts) => [
      listed(
        'differences of copies',
        casts.flatMap(({ k, receipt }, at) =>
          [`copy ${at}: > ${k}`, `copy ${at}: > ${receipt}`].toSorted(),
        ),
      ),
    ]),
  },
  {
    leak: 'a commit for each vote',
    plant: adding((casts) => [
      listed(
        'commits',
        casts.flatMap(({ use, receipt, at }) => [
          `commit ${at}`,
          ...[`+${receipt}`, `+${use}`].toSorted(),
        ]),
      ),
    ]),
  },
  {
    leak: 'published lists in the order of casting',
    plant: replacing((casts) => [
      listed(
        'file results/1/used.txt',
        casts.map(({ use }) => use),
      ),
      listed(
        'file results/1/receipts.csv',
        casts.map(({ receipt }) => `${receipt};1`),
      ),
    ]),
  },
  {
    leak: 'one list forward and one backward',
    plant: adding((casts) => [
      listed(
        'marks',
        casts.map(({ k }) => k),
      ),
      listed('box', casts.map(({ receipt }) => receipt).toReversed()),
    ]),
  },
  {
    leak: 'a receipt made of the code',
    plant: (reading, casts) => makeReceiptsOfCodes(reading, casts),
  },
]

/** Found only where there are people enough: each entry may stand up to two places off. */
export const ROUGH_PLANT: Plant = {
  leak: 'lists roughly in the order of casting',
  plant: adding((casts) => [
    listed(
      'marks',
      casts.map(({ k }) => k),
    ),
    listed('box', rough(casts.map(({ receipt }) => receipt))),
  ]),
}

function rough(list: readonly string[]): string[] {
  return list.flatMap((_, at) => (at % 3 === 0 ? list.slice(at, at + 3).toReversed() : []))
}

export function adding(sights: (casts: readonly Known[]) => readonly Sight[]): Plant['plant'] {
  return (reading, casts) => ({ ...reading, sights: [...reading.sights, ...sights(casts)] })
}

export function replacing(sights: (casts: readonly Known[]) => readonly Sight[]): Plant['plant'] {
  return (reading, casts) => {
    const made = sights(casts)
    const others = reading.sights.filter(({ name }) => !made.some((each) => each.name === name))
    return { ...reading, sights: [...others, ...made] }
  }
}

export function listed(name: string, lines: readonly string[]): Sight {
  return { name: name.startsWith('file') ? name : `planted ${name}`, lines }
}

function sorted(name: string, lines: readonly string[]): Sight {
  return listed(name, lines.toSorted())
}

/** The browser's random number is the beginning of the use key: whoever knows a used key knows its receipt. */
function makeReceiptsOfCodes(reading: Reading, casts: readonly Known[]): Reading {
  const made = new Map(
    casts.map(({ use, receipt }) => {
      const bytes = Buffer.from(use, 'hex').subarray(0, 16)
      return [receipt, receiptOfNonce(reading.round, bytes)]
    }),
  )
  const ballots = reading.ballots.map((ballot) =>
    ballot.map((name) => {
      const text = name.kind === 'receipt' && made.get(name.texts[0] ?? '')
      return text ? { ...name, texts: [text], bytes: fromBase32(text) } : name
    }),
  )
  return { ...reading, ballots }
}
