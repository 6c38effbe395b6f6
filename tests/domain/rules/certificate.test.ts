import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certify, type Certificate } from '../../../src/domain/certificate.ts'
import { ruleNamed } from '../../../src/domain/rule-name.ts'
import { countContest } from '../../../src/domain/rules/count-contest.ts'
import { NO_LIMITS } from '../../../src/domain/rules/limits.ts'
import {
  verifyCertificate,
  type PublishedElection,
} from '../../../src/domain/verify-certificate.ts'
import { CertificateRefused } from '../../../src/domain/verify-replay.ts'
import type { Small } from '../../support/reference/rules.ts'
import { anElection, CASES, contestOfSmall } from '../../support/small-elections.ts'

const NAMES = [
  'greedy',
  'greedy-no-skip',
  'greedy-per-cost',
  'equalshares',
  'equalshares-cardinality',
  'equalshares/greedy',
  'equalshares/add1',
  'equalshares/add1u',
]

const idOf = (proposal: number) => `p${proposal}`

function published({ budget, costs, ballots, lot }: Small): PublishedElection {
  return {
    budget,
    proposals: costs.map((cost, at) => ({ id: idOf(at), cost })),
    lot: costs
      .map((_, at) => at)
      .toSorted((a, b) => (lot[a] ?? 0) - (lot[b] ?? 0))
      .map(idOf),
    ballots: ballots.map((ballot) => ({
      choices: ballot.flatMap((points, at) =>
        points === undefined ? [] : [[idOf(at), points] as const],
      ),
    })),
  }
}

function certified(small: Small, name: string): Certificate {
  const rule = ruleNamed(name)
  if (rule === undefined) throw new Error(`no rule ${name}`)
  const contest = contestOfSmall(small)
  const options = { rule, limits: NO_LIMITS }
  const outcome = countContest(contest, options)
  return certify(contest, { outcome, ids: small.costs.map((_, at) => idOf(at)), name }, options)
}

function verify(small: Small, name: string, certificate: Certificate): void {
  const add = name.includes('add1')
  const shares = {
    ...{ add, floor: add, increment: 100 },
    cardinality: name.includes('cardinality'),
  }
  verifyCertificate(published(small), certificate, {
    shares: name.startsWith('equalshares') ? shares : undefined,
    turns: {
      perCost: name === 'greedy-per-cost',
      stop: name === 'greedy-no-skip',
      withoutVotes: false,
      threshold: -Infinity,
    },
  })
}

/** The certificate with its n-th number one higher; numbers are those in text too. */
function changed(certificate: Certificate, n: number): Certificate | undefined {
  let seen = 0
  let done = false
  const numbers = /^\d+$/
  const visit = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => visit(each, key))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, visit(each, name)]),
      )
    const counts =
      (typeof value === 'number' && key !== 'schemaVersion') ||
      (typeof value === 'string' && numbers.test(value))
    if (!counts || seen++ !== n) return value
    done = true
    return typeof value === 'number' ? value + 1 : String(BigInt(String(value)) + 1n)
  }
  // The same shape with one number changed.
  const copy = visit(certificate, '') as Certificate
  return done ? copy : undefined
}

describe('certificates', () => {
  test.each(NAMES)(
    'of %s are accepted by the verifier',
    (name) => {
      fc.assert(
        fc.property(anElection, (small) => {
          expect(() => verify(small, name, certified(small, name))).not.toThrow()
        }),
        { numRuns: CASES },
      )
    },
    3_600_000,
  )

  test.each(NAMES)(
    'of %s are refused with any one number changed',
    (name) => {
      fc.assert(
        fc.property(anElection, fc.nat(200), (small, seed) => {
          const certificate = certified(small, name)
          let numbers = 0
          while (changed(certificate, numbers) !== undefined) numbers++
          const wrong = changed(certificate, seed % Math.max(1, numbers))
          if (wrong) expect(() => verify(small, name, wrong)).toThrow(CertificateRefused)
        }),
        { numRuns: Math.ceil(CASES / 10) },
      )
    },
    3_600_000,
  )
})
