import { describe, expect, test } from 'vitest'
import { ballotFaults, choicesFault } from '../../src/client/ballot-faults.ts'
import { codeFault } from '../../src/domain/typed-code.ts'
import { makeNonce } from '../../src/client/ballot-store.ts'
import { readAnswer } from '../../src/client/send-ballot.ts'
import { ballotPaper } from '../../src/domain/ballot.ts'
import { refuse } from '../../src/domain/refusal.ts'
import { ok } from '../../src/domain/result.ts'
import { makeToken, printToken } from '../../src/domain/token.ts'
import { ballotWords } from '../../src/i18n/ballot-words.ts'
import { makeFormat } from '../../src/i18n/format.ts'
import { aProposal, aRound } from '../site/site-data.ts'
import { ids } from '../support/builders.ts'

const words = ballotWords('en')
const format = makeFormat({ language: 'en', currency: 'DKK', timeZone: 'Europe/Copenhagen' })
const token = printToken(makeToken(new Uint8Array(10).fill(7)))
const paper = ballotPaper(
  aRound(),
  [aProposal('a', { cost: 600 }), aProposal('b', { cost: 500 })],
  'all',
)

describe('codeFault', () => {
  test('finds slips of typing before anything is sent', () => {
    expect(codeFault('', words)).toBe(words.codeMissing)
    expect(codeFault('ABCD', words)).toBe(words.codeLength(4))
    expect(
      codeFault(
        token.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        words,
      ),
    ).toBe(words.codeTypo)
  })

  test('forgives small letters and spaces', () => {
    expect(codeFault(token.toLowerCase().replaceAll(' ', '-'), words)).toBeUndefined()
  })
})

describe('choicesFault', () => {
  test('says by how much choices go over the budget', () => {
    expect(choicesFault(ok(ids('a', 'b')), { paper, words, format })).toMatch(/at least 100\skr\.$/)
    expect(choicesFault(ok(ids('a')), { paper, words, format })).toBeUndefined()
  })

  test('says what is wrong with a field that cannot be read', () => {
    expect(choicesFault(refuse('rank-repeated', { rank: 2 }), { paper, words, format })).toBe(
      'More than one proposal is number 2. Give each a number of its own.',
    )
  })
})

describe('ballotFaults', () => {
  test('names the field of each fault', () => {
    expect(ballotFaults('code', 'choices').map(({ field }) => field)).toEqual(['token', 'choices'])
    expect(ballotFaults(undefined, undefined)).toEqual([])
  })
})

describe('readAnswer', () => {
  const receipt = { receipt: 'R', signature: 's', board: '0:1' }

  test('is recorded only for a complete 201', () => {
    expect(readAnswer(201, receipt)).toEqual({ outcome: 'recorded', ...receipt })
    expect(readAnswer(201, { receipt: 'R' }).outcome).toBe('unconfirmed')
    expect(readAnswer(200, receipt).outcome).toBe('unconfirmed')
  })

  test('is refused only where the server gave a reason', () => {
    const problem = { code: 'token-used', title: 'Used', detail: 'It was used.' }
    expect(readAnswer(409, problem).outcome).toBe('refused')
    expect(readAnswer(404, { message: 'no route' }).outcome).toBe('unconfirmed')
  })

  test.each([
    [503, { code: 'not-confirmed', title: 't', detail: 'd' }],
    [500, null],
    [502, 'bad gateway'],
  ])('is unconfirmed for %i', (status, body) => {
    expect(readAnswer(status, body).outcome).toBe('unconfirmed')
  })
})

describe('makeNonce', () => {
  test('is sixteen random bytes as base64url', () => {
    expect(makeNonce()).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(makeNonce()).not.toBe(makeNonce())
  })
})
