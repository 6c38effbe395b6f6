/**
 * The halls of a round on its result page: how many voted in each, and which box is not in the result.
 *
 * Pure. Invariant: nothing is told of a hall but how many voted there. Decided in docs/decisions/0032.
 */
import type { HallResult } from '../domain/snapshot.ts'
import type { BallotNumbers } from '../domain/turnout.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'
import { waysText } from './ways-text.ts'

/** A sentence for each hall, in the order of the round. */
export function hallLines({ round, result }: RoundPage, reader: Reader): readonly string[] {
  const nameOf = (id: string) => round.halls.find((hall) => hall.id === id)?.name ?? id
  return (result?.halls ?? []).map((each) => hallLine(each, nameOf(each.hall), reader))
}

function hallLine(each: HallResult, name: string, reader: Reader): string {
  const { halls } = reader.words.result
  if ('reason' in each) return halls.missing(name, each.reason)
  return halls.counted(
    name,
    ballotsText(
      each.pools.map(({ ballots }) => ballots),
      reader,
    ),
  )
}

function ballotsText(all: readonly Omit<BallotNumbers, 'blank'>[], reader: Reader): string {
  const { words, format } = reader
  const sum = (number: (ballots: Omit<BallotNumbers, 'blank'>) => number) =>
    all.reduce((total, ballots) => total + number(ballots), 0)
  const recorded = sum((ballots) => ballots.recorded)
  const way = (name: 'online' | 'kiosk' | 'paper') =>
    sum(({ channels, recorded: online }) => channels?.[name] ?? (name === 'online' ? online : 0))
  const channels = { online: way('online'), kiosk: way('kiosk'), paper: way('paper') }
  const ways = waysText({ channels, invalid: sum(({ invalid = 0 }) => invalid) }, reader)
  const ballots = `${format.number(recorded)} ${words.result.ballots(recorded)}`
  return ways === '' ? ballots : `${ballots}, ${ways}`
}
