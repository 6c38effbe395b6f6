/**
 * The proof that nothing stored, published or logged joins a code to a ballot on paper, even where the clerk
 * did not shuffle the sheets: the linker tries, while they are typed and when the result is out.
 *
 * Talks to a Redis with an append-only file, SQLite files, and git. Invariant: what the linker must find is
 * planted in what it reads here.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLinkerHome, type LinkerHome } from './linker-home.ts'
import { holdOnPaper, type PaperElection } from './linker-paper.ts'
import { joinsIn } from './linker-together.ts'
import { inWords, link, type Reading } from './linker.ts'

const VOTERS = 60

describe.each(['redis', 'sqlite'] as const)('paper in %s', { timeout: 600_000 }, (name) => {
  let home: LinkerHome
  let election: PaperElection
  beforeAll(async () => {
    home = await openLinkerHome(name, { git: true })
    election = await holdOnPaper(home, { voters: VOTERS, seed: 7 })
  }, 600_000)
  afterAll(async () => {
    election.close()
    await home.close()
  })

  const stages = ['typed', 'after'] as const

  test.each(stages)('nobody is joined to a ballot (%s)', (stage) => {
    const reading = election[stage]
    const verdict = link([reading])
    console.log(`${name}, paper, ${stage}: ${inWords(verdict)}`)
    expect(verdict.leaks).toEqual([])
    expect(joinsIn(reading)).toEqual([])
    expect(new Set(reading.truth).size).toBe(VOTERS / 2)
  })

  test.each(stages)('a list of stubs in the order of scanning would be found (%s)', (stage) => {
    const { people, truth, ballots } = election[stage]
    const inOrder = truth.map((_, ballot) => people[truth.indexOf(ballot)]!)
    const plant = (lines: readonly string[], of: string) => ({ name: `planted ${of}`, lines })
    const stubs = plant(inOrder.map(nameOf('use')), 'stubs')
    const sheets = plant(
      ballots.map(nameOf(stage === 'typed' ? 'sealed first' : 'record')),
      'sheets',
    )
    expect(link([withSights(election[stage], stubs, sheets)]).leaks).not.toEqual([])
  })

  test.each(stages)('one line that names both would be found (%s)', (stage) => {
    const { people, truth, ballots } = election[stage]
    const both = [nameOf('k')(people[0]!), ballots[truth[0]!]![0]!.texts[0]!].join(' ')
    const planted = withSights(election[stage], { name: 'planted', lines: [both] })
    expect(joinsIn(planted)).not.toEqual([])
  })
})

function nameOf(kind: string) {
  return (party: Reading['people'][number]) =>
    party.find((name) => name.kind === kind)?.texts[0] ?? ''
}

function withSights(reading: Reading, ...planted: Reading['sights']): Reading {
  return { ...reading, sights: [...reading.sights, ...planted] }
}
