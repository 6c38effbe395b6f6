import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { CertificateSchema, type Certificate } from '../../../src/domain/certificate.ts'
import { certify } from '../../../src/domain/certify.ts'
import { publishedElection } from '../../../src/domain/published-election.ts'
import { RuleSchema } from '../../../src/domain/rule.ts'
import { verifyCertificate } from '../../../src/domain/verify-certificate.ts'
import { CertificateRefused } from '../../../src/domain/verify-check.ts'
import { aPaper, ids } from '../../support/builders.ts'
import { changeOne, CHANGES } from '../../support/change-one.ts'
import { CASES, doorsOf, LONG, type Doors } from '../../support/small-elections.ts'
import { aCase, METHODS } from '../../support/small-rules.ts'

function certified({ paper, cast, facts }: Doors): Certificate {
  return certify(paper, cast, facts)
}

function verify({ paper, cast, facts }: Doors, certificate: Certificate): void {
  verifyCertificate(publishedElection(paper, cast, facts), certificate)
}

/** Whether the certificate is turned away, by its form or in a sentence; any other fault is one of ours. */
function isRefused(doors: Doors, certificate: unknown): boolean {
  const read = v.safeParse(CertificateSchema, certificate)
  if (!read.success) return true
  try {
    verify(doors, read.output)
    return false
  } catch (fault) {
    if (fault instanceof CertificateRefused) return true
    throw fault
  }
}

/** Where and how to change a certificate: several times where the cases are few. */
const times = CASES > 1_000 ? 1 : CHANGES
const changes = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: times, maxLength: times })

describe.each(METHODS)('certificates of %s', (method) => {
  test(
    'are accepted by the verifier, and are the same when read again',
    () => {
      fc.assert(
        fc.property(aCase(method), ({ small, rule }) => {
          const doors = doorsOf(small, rule)
          const text = JSON.stringify(certified(doors))
          const read = v.parse(CertificateSchema, JSON.parse(text))
          expect(JSON.stringify(read)).toBe(text)
          verify(doors, read)
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )

  test(
    'are refused with any one number, word or list changed',
    () => {
      fc.assert(
        fc.property(aCase(method), changes, ({ small, rule }, wrongs) => {
          const doors = doorsOf(small, rule)
          const certificate = certified(doors)
          for (const [where, how] of wrongs) {
            const wrong = changeOne(certificate, where, how)
            if (!isRefused(doors, wrong)) throw new Error(`accepted: ${JSON.stringify(wrong)}`)
          }
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )

  test(
    'that are sound in themselves are refused where another lot or another rule was counted',
    () => {
      fc.assert(
        fc.property(aCase(method), aCase(method), fc.boolean(), ({ small, rule }, other, lot) => {
          // What areas share is made for the budget of its own election.
          fc.pre(!('shares' in other.rule) && other.rule.method === rule.method)
          const doors = doorsOf(small, rule)
          const turned = { ...small, lot: small.lot.map((place) => -place) }
          const wrong = certified(lot ? doorsOf(turned, rule) : doorsOf(small, other.rule))
          const right = certified(doors)
          // That no step of add1 before was the last is for a recount, not for the certificate.
          const step = wrong.run?.extra !== right.run?.extra
          if (step || JSON.stringify(wrong) === JSON.stringify(right)) return
          if (!isRefused(doors, wrong)) throw new Error(`accepted: ${JSON.stringify(wrong)}`)
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )
})

describe('a certificate', () => {
  const rule = v.parse(RuleSchema, { method: 'equalshares', completion: 'greedy' })
  const doors: Doors = {
    paper: aPaper({ a: 60, b: 40, c: 20 }, { budget: 100 }),
    cast: ['a b', 'a b', 'a', 'b c', 'c'].map((words) => ({ choices: ids(...words.split(' ')) })),
    facts: { rule, lot: ids('c', 'b', 'a') },
  }
  const right = certified(doors)

  test('says who pays what', () => {
    expect(right.groups).toEqual([
      { ballots: 2, choices: ['a', 'b'] },
      { ballots: 1, choices: ['a'] },
      { ballots: 1, choices: ['b', 'c'] },
      { ballots: 1, choices: ['c'] },
    ])
    expect(right.run).toEqual({
      extra: 0,
      starts: [{ each: ['2000', '1'] }],
      purchases: [
        {
          proposal: 'b',
          price: ['4000', '3'],
          effectiveVotes: ['3', '1'],
          inFull: [0, 2],
          theRest: [],
        },
        {
          proposal: 'c',
          price: ['4000', '3'],
          effectiveVotes: ['3', '2'],
          inFull: [3],
          theRest: [{ each: ['2000', '3'], groups: [2] }],
        },
      ],
    })
    expect(right.turns).toEqual([{ proposal: 'a', left: 4_000, paid: 0 }])
    expect(right.funded).toEqual(['b', 'c'])
  })

  test.each<readonly [string, (run: NonNullable<Certificate['run']>) => object, string]>([
    [
      'the order is another',
      (run) => ({ ...run, purchases: run.purchases.toReversed() }),
      'a comes before c',
    ],
    [
      'a purchase is missing',
      (run) => ({ ...run, purchases: run.purchases.slice(0, 1) }),
      'the supporters of c could still pay for it',
    ],
    [
      'everyone starts with more',
      (run) => ({ ...run, extra: 100, starts: [{ each: ['2100', '1'] }] }),
      'money was added where the rule adds none',
    ],
    [
      'the starts are others',
      (run) => ({ ...run, starts: [{ each: ['2100', '1'] }] }),
      'a start is another sum',
    ],
  ])('is refused where %s', (_, change, sentence) => {
    const run = right.run && change(right.run)
    const wrong = v.parse(CertificateSchema, { ...right, run })
    expect(() => verify(doors, wrong)).toThrow(new CertificateRefused(sentence))
  })

  test('is refused where a ballot was taken out, or the rule is another', () => {
    const fewer = { ...doors, cast: doors.cast.slice(1) }
    expect(() => verify(fewer, right)).toThrow('the number of voters differs')
    const other = v.parse(RuleSchema, { method: 'equalshares', completion: 'greedy', minVotes: 3 })
    const changed = { ...doors, facts: { ...doors.facts, rule: other } }
    expect(() => verify(changed, right)).toThrow('c could not be bought')
  })

  test('does not depend on the order of the ballots, letter for letter', () => {
    const turned = { ...doors, cast: doors.cast.toReversed() }
    expect(JSON.stringify(certified(turned))).toBe(JSON.stringify(right))
  })
})

describe('the verifier', () => {
  const domain = new URL('../../../src/domain/', import.meta.url)
  const importsOf = (file: string) =>
    [...readFileSync(new URL(file, domain), 'utf8').matchAll(/^import (type )?[^']*'(.+)'/gm)].map(
      ([, type, from = '']) => ({ from, typeOnly: type !== undefined }),
    )

  test('runs no line of the rules', () => {
    const seen = new Set<string>()
    const visit = (file: string) => {
      if (seen.has(file)) return
      seen.add(file)
      for (const { from, typeOnly } of importsOf(file)) if (!typeOnly) visit(from.replace('./', ''))
    }
    visit('verify-certificate.ts')
    expect([...seen].toSorted()).toEqual([
      'verify-certificate.ts',
      'verify-check.ts',
      'verify-election.ts',
      'verify-loads.ts',
      'verify-run.ts',
      'verify-terms.ts',
      'verify-turns.ts',
    ])
  })
})
