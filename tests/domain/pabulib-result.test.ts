import { describe, expect, test } from 'vitest'
import { countPool } from '../../src/domain/counted-pool.ts'
import { parsePabulib } from '../../src/domain/pabulib.ts'
import { pabulibResult } from '../../src/domain/pabulib-result.ts'
import { aProposal, aRound, aRoundPage, council } from '../site/site-data.ts'
import { checkPabulib } from '../support/check-pabulib.ts'

function fileOf(place: Readonly<Record<string, unknown>>) {
  const round = aRound()
  const proposals = [aProposal('park', place), aProposal('bench')]
  const { result: snapshot } = aRoundPage(round, proposals, {})
  if (snapshot === undefined) throw new Error('no snapshot was made')
  const pool = countPool({ round, proposals, pool: 'all', ballots: [], receipts: [] })
  const file = parsePabulib(
    pabulibResult({ council, round, proposals, opensAt: 0, snapshot }, pool),
  )
  return { file, places: file.projects.map(({ latitude, longitude }) => [latitude, longitude]) }
}

describe('pabulibResult', () => {
  test('says the degrees of the proposals that have some, and is still a good file', () => {
    const place = { name: 'The green', latitude: 55.6, longitude: -12.5 }
    const { file, places } = fileOf({ place })
    expect(places.toSorted()).toEqual([
      ['', ''],
      ['55.6', '-12.5'],
    ])
    expect(checkPabulib(file)).toEqual([])
  })

  test('has no such column where no proposal has degrees', () => {
    const { places } = fileOf({ place: { name: 'The green' } })
    expect(places).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
  })
})
