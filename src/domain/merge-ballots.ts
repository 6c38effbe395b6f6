/**
 * Merging: equal ballots become one group with a weight, so that a rule looks at each kind once.
 *
 * Pure. Invariant: two ballots are in one group if and only if they hold the same proposals with the same
 * points and belong to the same part of the electorate; blank ballots are in none. Groups are in the order
 * of their first ballots. Ballots are merged one by one, as they are read, so that they never lie in
 * memory all at once. Decided in docs/decisions/0006.
 */
import type { BallotRows, Points, Rows } from './contest.ts'

export type Merged = {
  /** All ballots, the blank ones too. */
  readonly voters: number
  readonly blank: number
  readonly partVoters: Float64Array
  /** How many ballots each group stands for, and which part of the electorate they belong to. */
  readonly weight: Int32Array
  readonly part: Int32Array
  readonly ballots: Rows
}

/** Ballots while they are merged: first nameProposal() for each entry of one, then closeBallot(). */
export type Merger = {
  readonly share: () => number
  /** The proposals of the ballot at hand, what it gives them, and on which ballot each last stood. */
  readonly hand: Int32Array
  readonly given: Float64Array
  readonly stoodOn: Int32Array
  size: number
  hash: number
  /** For each proposal a number without pattern; a ballot's hash is a sum of them, in any order. */
  readonly salt: Int32Array
  /** An open hash table: one more than the number of a group, or 0. It grows with the groups. */
  table: Int32Array
  /** How many ballots are closed, how many of them are blank, and how many groups there are. */
  closed: number
  blank: number
  groups: number
  readonly partVoters: Float64Array
  /** By group; `part` has no room where there is one part, which is 0. */
  hashes: Int32Array
  weight: Int32Array
  part: Int32Array
  start: Int32Array
  item: Int32Array
  points: Points
}

export type MergerFacts = {
  readonly proposals: number
  readonly parts: number
  /** False where every entry is a cross. */
  readonly pointed: boolean
  /** The share of all ballots that is closed, more or less: it tells how much room the others will take. */
  readonly share: () => number
}

/** Room for so many groups and entries at first. */
const GROUPS = 1024
const ENTRIES = 8 * GROUPS

/** A merger without ballots. */
export function makeMerger({ proposals, parts, pointed, share }: MergerFacts): Merger {
  return {
    share,
    hand: new Int32Array(proposals),
    given: new Float64Array(proposals),
    stoodOn: new Int32Array(proposals).fill(-1),
    ...{ size: 0, hash: 0, closed: 0, blank: 0, groups: 0 },
    salt: Int32Array.from({ length: proposals }, (_, at) => scatter(at + 1)),
    table: new Int32Array(4 * GROUPS),
    partVoters: new Float64Array(parts),
    hashes: new Int32Array(GROUPS),
    weight: new Int32Array(GROUPS),
    part: new Int32Array(parts > 1 ? GROUPS : 0),
    start: new Int32Array(GROUPS + 1),
    item: new Int32Array(ENTRIES),
    points: pointed ? new Float64Array(ENTRIES) : new Uint8Array(ENTRIES),
  }
}

/** Puts a proposal on the ballot at hand; false where it stands there already. */
export function nameProposal(merger: Merger, proposal: number, points: number): boolean {
  const { hand, given, stoodOn, salt, closed } = merger
  if (stoodOn[proposal] === closed) return false
  stoodOn[proposal] = closed
  given[proposal] = points
  hand[merger.size++] = proposal
  merger.hash = (merger.hash + Math.imul(salt[proposal]!, 2 * points + 1)) | 0
  return true
}

/** Ends the ballot at hand and begins the next. */
export function closeBallot(merger: Merger, part: number): void {
  merger.partVoters[part]! += 1
  if (merger.size === 0) merger.blank++
  else {
    const group = groupOf(merger, part)
    merger.weight[group]! += 1
  }
  merger.closed++
  merger.size = merger.hash = 0
}

/** The groups of all ballots that were closed. */
export function groupsOf(merger: Merger): Merged {
  const { closed, blank, groups, partVoters, weight, part, start, item, points } = merger
  const end = start[groups]!
  return {
    ...{ voters: closed, blank, partVoters },
    weight: weight.subarray(0, groups),
    part: part.length > 0 ? part.subarray(0, groups) : new Int32Array(groups),
    ballots: {
      start: start.subarray(0, groups + 1),
      item: item.subarray(0, end),
      points: points.subarray(0, end),
    },
  }
}

/** The group of the ballot at hand; a new one where no ballot before was equal. */
function groupOf(merger: Merger, part: number): number {
  if (merger.groups === merger.hashes.length) makeRoomForGroups(merger)
  const { table } = merger
  const hash = scatter(merger.hash + part)
  let slot = hash & (table.length - 1)
  while (table[slot]! > 0 && !isInGroup(merger, part, table[slot]! - 1))
    slot = (slot + 1) & (table.length - 1)
  if (table[slot] === 0) table[slot] = addGroup(merger, { part, hash }) + 1
  return table[slot]! - 1
}

function isInGroup(merger: Merger, part: number, group: number): boolean {
  const { start, item, points, given, stoodOn, closed } = merger
  const end = start[group + 1]!
  if (end - start[group]! !== merger.size) return false
  if (merger.part.length > 0 && merger.part[group] !== part) return false
  for (let at = start[group]!; at < end; at++)
    if (stoodOn[item[at]!] !== closed || given[item[at]!] !== points[at]) return false
  return true
}

function addGroup(merger: Merger, { part, hash }: { part: number; hash: number }): number {
  const { hand, given, groups } = merger
  const first = merger.start[groups]!
  const end = first + merger.size
  if (end > merger.item.length) makeRoomForEntries(merger, end)
  for (let at = 0; at < merger.size; at++) {
    merger.item[first + at] = hand[at]!
    merger.points[first + at] = given[hand[at]!]!
  }
  merger.start[groups + 1] = end
  if (part > 0) merger.part[groups] = part
  merger.hashes[groups] = hash
  return merger.groups++
}

function makeRoomForGroups(merger: Merger): void {
  const { groups, part } = merger
  const size = roomFor(merger, groups)
  merger.hashes = widened(merger.hashes, size)
  merger.weight = widened(merger.weight, size)
  merger.start = widened(merger.start, size + 1)
  if (part.length > 0) merger.part = widened(part, size)
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * size)))
  for (let group = 0; group < groups; group++) {
    let slot = merger.hashes[group]! & (table.length - 1)
    while (table[slot]! > 0) slot = (slot + 1) & (table.length - 1)
    table[slot] = group + 1
  }
  merger.table = table
}

function makeRoomForEntries(merger: Merger, needed: number): void {
  const { points } = merger
  const size = roomFor(merger, needed)
  merger.item = widened(merger.item, size)
  merger.points = points instanceof Uint8Array ? new Uint8Array(size) : new Float64Array(size)
  merger.points.set(points)
}

/** Room for what is needed now and for as much from each of the ballots to come. */
function roomFor({ share }: Merger, needed: number): number {
  return Math.ceil((needed / Math.min(1, Math.max(share(), 1 / 64))) * 1.0625) + 64
}

function widened(array: Int32Array, size: number): Int32Array {
  const wider = new Int32Array(size)
  wider.set(array)
  return wider
}

/** Ballots one behind the other, as contest.ts describes them, in groups. */
export function mergeBallots(rows: BallotRows, proposals: number, parts: number): Merged {
  const { start, proposal, points, part } = rows
  const voters = start.length - 1
  const share = () => merger.closed / voters
  const merger = makeMerger({ proposals, parts, pointed: points !== undefined, share })
  for (let voter = 0; voter < voters; voter++) {
    for (let at = start[voter]!; at < start[voter + 1]!; at++)
      nameProposal(merger, proposal[at]!, points ? points[at]! : 1)
    closeBallot(merger, part ? part[voter]! : 0)
  }
  return groupsOf(merger)
}

/** Spreads whole numbers over 32 bits. */
function scatter(whole: number): number {
  const mixed = Math.imul(whole ^ (whole >>> 16), 0x7feb352d)
  return Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b) ^ (mixed >>> 13)
}
