import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import { recountFile } from '../../src/commands/recount-file.ts'
import { IS_HEAVY } from '../support/heavy.ts'
import { requirePabulib } from '../support/pabulib.ts'
import { sharedBundle } from '../support/shared.ts'

const directory = requirePabulib()

/** Thousands of ballots over HTTP, on a machine that may be busy. */
const LONG = 300_000

const LineSchema = v.object({
  ballots: v.number(),
  recorded: v.number(),
  refused: v.array(v.object({ reason: v.string(), count: v.number() })),
  selected: v.array(v.string()),
  cost: v.number(),
  budget: v.number(),
  commit: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
  recountAgrees: v.boolean(),
  seconds: v.number(),
})

// The command bundles the functions where nobody did.
beforeAll(async () => void (await sharedBundle()), LONG)

async function replay(file: string, store: string, rule = 'greedy') {
  const command = ['--disable-warning=ExperimentalWarning', 'src/commands/replay.ts', file]
  const child = spawn(process.execPath, [...command, '--store', store, '--rule', rule, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = new Promise((done) => child.on('close', done))
  const line = v.parse(v.pipe(v.string(), v.parseJson(), LineSchema), await text(child.stdout))
  return { line, exit: await exit }
}

function expectedWinners(file: string): readonly string[] {
  const WinnersSchema = v.object({
    files: v.record(
      v.string(),
      v.object({
        rules: v.object({
          approval: v.optional(v.object({ greedy: v.object({ winners: v.array(v.string()) }) })),
        }),
      }),
    ),
  })
  const json = readFileSync(join(directory ?? '', 'expected.json'), 'utf8')
  const { files } = v.parse(v.pipe(v.string(), v.parseJson(), WinnersSchema), json)
  return files[file]?.rules.approval?.greedy.winners ?? []
}

describe.skipIf(directory === undefined)('replay', () => {
  test.each<readonly [file: string, store: string, ballots: number]>([
    ['Netherlands_Assen_2024.pb', 'sqlite', 84],
    ...(IS_HEAVY ? ([['Poland_Swiecie_2023.pb', 'redis', 2553]] as const) : []),
  ])(
    'casts every ballot of %s on %s, and funds what other programs fund',
    async (file, store, ballots) => {
      const { line, exit } = await replay(join(directory ?? '', file), store)
      expect(line).toMatchObject({ ballots, recorded: ballots, refused: [], recountAgrees: true })
      expect(line.selected.toSorted()).toEqual(expectedWinners(file).toSorted())
      expect(exit).toBe(0)
    },
    LONG,
  )

  test.each<readonly [file: string, store: string, rule: string, ballots: number]>([
    ['Worldwide_Mechanical_Turk_Ranking_value_6.pb', 'redis', 'equalshares/add1u', 78],
    ...(IS_HEAVY
      ? ([['Poland_Czestochowa_2024_Bleszno.pb', 'sqlite', 'phragmen', 618]] as const)
      : []),
  ])(
    'casts the ballots of %s on %s by %s as a recount of the file counts them',
    async (file, store, rule, ballots) => {
      const path = join(directory ?? '', file)
      const { line, exit } = await replay(path, store, rule)
      expect(line).toMatchObject({ ballots, recorded: ballots, refused: [], recountAgrees: true })
      const counted = await recountFile(path, { rule, fields: {}, explain: false })
      expect(line.selected).toEqual(counted.selected)
      expect(exit).toBe(0)
    },
    LONG,
  )
})

describe('replay of a made-up file', () => {
  test('names what a rule of the ballot refused, and counts the rest', async () => {
    const { line, exit } = await replay('tests/commands/made-up.pb', 'sqlite')
    expect(line).toMatchObject({
      ballots: 6,
      recorded: 4,
      refused: [
        { reason: 'ballot-too-long', count: 1 },
        { reason: 'proposal-not-on-ballot', count: 1 },
      ],
      selected: ['BO.1/24', '3'].toSorted(),
      cost: 900.5,
      budget: 1000.5,
      recountAgrees: true,
    })
    expect(exit).toBe(0)
  })
})
