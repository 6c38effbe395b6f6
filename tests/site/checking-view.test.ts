import { describe, expect, test } from 'vitest'
import { checkingView, type CheckingTool } from '../../src/site/checking-view.ts'
import { aProposal, aReader, aRound, aRoundPage } from './site-data.ts'

const CERTIFIED = [
  ...['result.json', 'paper.json', 'results.csv', 'receipts.csv', 'issued.csv', 'used.txt'],
  ...['mark-key.txt', 'board.jsonl', 'reconciliation.json'],
]

/** The page of a round whose result is published with these files. */
function view(
  tool: CheckingTool,
  names: readonly string[] | undefined,
  status: 'provisional' | 'final' | 'corrected' = 'final',
) {
  const page = aRoundPage(aRound(), [aProposal('bench')], names && {})
  const { result } = page
  return checkingView(
    {
      ...page,
      ...(result && { result: { ...result, status } }),
      resultFiles: (names ?? []).map((name) => `results/${result?.snapshot}/${name}`),
    },
    aReader(),
    tool,
  )
}

const TOOLS = ['find-receipt', 'code-used', 'check-election'] as const

describe('checkingView', () => {
  test.each(TOOLS)('offers %s only after a final result', (tool) => {
    expect(view(tool, undefined)).toEqual({ state: 'not-yet' })
    expect(view(tool, CERTIFIED, 'provisional')).toEqual({ state: 'not-yet' })
    expect(view(tool, CERTIFIED)).toMatchObject({ state: 'ready', base: '/data/spring/1/' })
    expect(view(tool, CERTIFIED, 'corrected')).toMatchObject({ state: 'ready' })
  })

  test.each([
    ['find-receipt', ['receipts.csv', 'board.jsonl']],
    ['code-used', ['issued.csv', 'used.txt', 'mark-key.txt']],
    [
      'check-election',
      [
        ...['result.json', 'paper.json', 'board.jsonl', 'issued.csv', 'used.txt'],
        ...['mark-key.txt', 'results.csv', 'receipts.csv'],
      ],
    ],
  ] as const)('names for %s the published files that it reads', (tool, files) => {
    expect(view(tool, CERTIFIED)).toMatchObject({ files })
  })

  test('says that a result was published without the lists', () => {
    expect(view('code-used', ['result.json', 'receipts.csv'])).toEqual({ state: 'unpublished' })
    expect(view('find-receipt', ['receipts.csv'])).toMatchObject({ files: ['receipts.csv'] })
    expect(view('check-election', ['result.json'])).toEqual({ state: 'unpublished' })
  })
})
