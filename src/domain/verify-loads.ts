/**
 * Verifying loads: carries every purchase of Phragmén's rule again and looks whether anything came first.
 *
 * Pure. Invariant: imports nothing of the rules; one pass; loads are whole numbers of a unit that grows
 * finer. Decided in docs/decisions/0006.
 */
import type { CertifiedLoads } from './certificate.ts'
import { check, checkSame, commonDivisor, readFraction, type Written } from './verify-check.ts'
import { isBefore, type Known, type KnownProposal } from './verify-election.ts'
import { isWithin, take, type Bound } from './verify-terms.ts'

type State = {
  /** Loads are whole numbers of 1/scale hundredths. */
  scale: bigint
  /** By group. */
  loads: bigint[]
  left: number
  open: readonly KnownProposal[]
}

/** Checks the purchases and the end; tells what was bought, in order. */
export function verifyLoads(
  { budget, groups, proposals }: Known,
  { purchases, stop }: CertifiedLoads,
  bounds: readonly Bound[],
): readonly KnownProposal[] {
  const isOpen = (each: KnownProposal) => isWithin(bounds, each)
  const taking = [...proposals.values()].filter(
    ({ supporters, cost }) => supporters.length > 0 && cost <= budget,
  )
  const state = {
    scale: 1n,
    loads: groups.map(() => 0n),
    left: budget,
    open: taking.filter(isOpen),
  }
  const bought: KnownProposal[] = []
  for (const { proposal, load } of purchases) {
    const chosen = state.open.find(({ id }) => id === proposal)
    check(chosen !== undefined, `${proposal} could not be bought`)
    buy(state, chosen, load)
    take(bounds, chosen)
    bought.push(chosen)
    state.open = state.open.filter((each) => each !== chosen && isOpen(each))
  }
  checkEnd(state, stop)
  return bought
}

function buy(state: State, chosen: KnownProposal, written: Written): void {
  const load = inUnits(state, written)
  const tied = tiedAt(state, load)
  check(tied.includes(chosen), `the load of ${chosen.id} is another`)
  for (const each of tied) {
    check(each === chosen || isBefore(chosen, each), `${each.id} comes before ${chosen.id}`)
    check(each.cost <= state.left, `${each.id} did not fit, and the count went on`)
  }
  for (const { group } of chosen.supporters) state.loads[group] = load
  state.left -= chosen.cost
}

function checkEnd(state: State, stop: CertifiedLoads['stop']): void {
  if (stop === undefined) {
    check(state.open.length === 0, 'the count ended too early')
    return
  }
  const tied = tiedAt(state, inUnits(state, stop.load))
  const ids = tied.toSorted((a, b) => (isBefore(a, b) ? -1 : 1)).map(({ id }) => id)
  checkSame(stop.proposals, ids, 'others came next when the count ended')
  check(
    tied.some(({ cost }) => cost > state.left),
    'everything that came next fitted',
  )
}

/** The open proposals whose supporters would come to this load; none may come to a lower one. */
function tiedAt({ scale, loads, open }: State, load: bigint): readonly KnownProposal[] {
  return open.filter(({ id, cost, supporters }) => {
    let together = BigInt(cost) * scale
    let voters = 0n
    for (const { group, ballots } of supporters) {
      together += loads[group]! * ballots
      voters += ballots
    }
    check(together >= load * voters, `${id} has a lower load`)
    return together === load * voters
  })
}

/** The load as a whole number; the unit becomes finer where it must. */
function inUnits(state: State, written: Written): bigint {
  const [top, bottom] = readFraction(written)
  const factor = bottom / commonDivisor(bottom, state.scale)
  state.scale *= factor
  if (factor > 1n) state.loads = state.loads.map((each) => each * factor)
  return (top * state.scale) / bottom
}
