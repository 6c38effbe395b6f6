import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseFile, printFile } from '../../src/adapters/content/front-matter.ts'
import { readContent } from '../../src/adapters/content/read-content.ts'
import { CouncilSchema } from '../../src/domain/council.ts'

const EXAMPLE = resolve('content')
const ROUND = 'rounds/tranebro-decides-2026'
let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-'))
  await cp(EXAMPLE, directory, { recursive: true })
})

afterEach(async () => rm(directory, { recursive: true }))

/** Changes one file and answers what the author is told. */
async function told(file: string, before: string | RegExp, after: string): Promise<string> {
  const path = join(directory, file)
  const text = await readFile(path, 'utf8')
  expect(text).toMatch(before)
  await writeFile(path, text.replace(before, after))
  return readContent(directory).then(
    () => 'nothing',
    (fault: Error) => fault.message,
  )
}

describe('readContent', () => {
  test('reads the example council', async () => {
    const { council, rounds, guides } = await readContent(directory)
    expect(council.name).toBe('Tranebro')
    expect(guides.map(({ id }) => id)).toContain('privacy')
    expect(rounds.map(({ round }) => round.id)).toEqual([
      'tranebro-decides-2025',
      'tranebro-decides-2026',
    ])
  })

  test('names the file, the field, what was found and what was expected', async () => {
    expect(await told('council.md', 'Europe/Copenhagen', 'Europe/Kobenhavn')).toBe(
      'council.md: timeZone: found "Europe/Kobenhavn"; write a time zone such as Europe/Copenhagen',
    )
  })

  test.each([
    [
      'council.md',
      'schemaVersion: 1',
      'schemaVersion: 2',
      'council.md: schemaVersion: found 2; write 1',
    ],
    ['council.md', /name: .*/, '', 'council.md: name: missing, expected this field'],
    [
      'council.md',
      /currency: .*/,
      'currency: kr',
      'council.md: currency: found "kr"; write three capital letters such as DKK',
    ],
    [
      'council.md',
      /colour: .*/,
      'colour: "#ffcc00"',
      'council.md: colour: found "#ffcc00"; white text on it has a contrast of 1.5 and needs 4.5; write a darker colour, such as #8e7200',
    ],
    [
      'council.md',
      'schemaVersion: 1',
      'schemaVersion: 1\ncolor: red',
      'council.md: color: found a field that does not exist here, expected none (is it spelled right?)',
    ],
    [
      `${ROUND}/round.md`,
      /budget: 75000/,
      'budget: 75.000,00',
      `${ROUND}/round.md: budget: found "75.000,00"; write an amount in main units with at most two decimals, as in 15000 or 12.50`,
    ],
    [
      'council.md',
      /north: .*/,
      'north: 56.4',
      'council.md: map.north: found {"file":"map.svg","north":56.4,"east":11.639,"south":56.5…; write more than south',
    ],
    [
      `${ROUND}/proposals/lit-path.md`,
      /longitude: .*/,
      'longitude: 12.6',
      `${ROUND}/proposals/lit-path.md: place: found 56.50594, 12.6, expected a point on the map of council.md: latitude 56.5 to 56.5144, longitude 11.6 to 11.639`,
    ],
    [`${ROUND}/round.md`, /budget: 75000/, '', `${ROUND}/round.md: budget: missing`],
    [
      `${ROUND}/round.md`,
      /2026-11-09 08:00/,
      '2027-03-28 02:30',
      `${ROUND}/round.md: phases.voting.from: 2027-03-28 02:30 does not exist (the clocks go forward) in Europe/Copenhagen; choose another minute`,
    ],
    [
      `${ROUND}/round.md`,
      /2026-11-09 08:00/,
      '2026-10-25 02:30',
      `${ROUND}/round.md: phases.voting.from: 2026-10-25 02:30 exists twice (the clocks go back) in Europe/Copenhagen; choose another minute`,
    ],
    [
      `${ROUND}/round.md`,
      /2026-11-29 20:00/,
      '2026-11-09 07:00',
      `${ROUND}/round.md: phases.voting.to: 2026-11-09 07:00 is not after 2026-11-09 08:00`,
    ],
    [
      `${ROUND}/round.md`,
      /- cargo-bike/,
      '- cargo-bus',
      `${ROUND}/round.md: lot.order: "cargo-bike" is missing, expected every proposal on the ballot\n${ROUND}/round.md: lot.order: found "cargo-bus", expected only proposals on the ballot`,
    ],
    [
      `${ROUND}/round.md`,
      /\nrule:\n(?: .*\n)*/,
      '\nareas: [{ id: north, name: North }, { id: south, name: South }]\nrule: { method: equalshares, shares: { north: 600000, south: 150000.01 } }\n',
      `${ROUND}/round.md: rule.shares: the areas share 750000.01, expected at most the budget of 75000`,
    ],
    [
      `${ROUND}/round.md`,
      /\nrule:\n(?: .*\n)*/,
      '\nrule: { method: equalshares, shares: { north: 1 }, caps: [{ theme: gren, cost: 5 }, { area: east }] }\n',
      [
        'rule.caps.0.theme: the round has no theme "gren"',
        'rule.caps.1.area: the round has no area "east"',
        'rule.caps.1: write a cost, a count or both',
        'rule.shares.north: the round has no area "north"',
      ]
        .map((fault) => `${ROUND}/round.md: ${fault}`)
        .join('\n'),
    ],
    [
      `${ROUND}/round.md`,
      /\nrule:\n(?: .*\n)*/,
      '\nrule: { method: greedy, exclusive: [[lit-path, cargo-bus]] }\n',
      `${ROUND}/round.md: rule.exclusive: the round has no proposal "cargo-bus"`,
    ],
    [
      `${ROUND}/proposals/lit-path.md`,
      /cost: 14800/,
      'cost: 15001',
      `${ROUND}/proposals/lit-path.md: cost: found 15001, expected at most 15000 in this round`,
    ],
    [
      `${ROUND}/proposals/lit-path.md`,
      /theme: .*/,
      'theme: space',
      `${ROUND}/proposals/lit-path.md: theme: found "space", expected one that round.md names`,
    ],
    [
      `${ROUND}/proposals/lit-path.md`,
      /^---\n/,
      '',
      `${ROUND}/proposals/lit-path.md: found no front matter, expected a first line --- and a closing ---`,
    ],
    [
      `${ROUND}/proposals/grill-bar-terrace.md`,
      /\nreason:.*(\n {2}.*)*/,
      '',
      `${ROUND}/proposals/grill-bar-terrace.md: reason: missing, expected a sentence that says why the proposal is rejected`,
    ],
  ])('tells the author of %s about %s', async (file, before, after, message) => {
    expect(await told(file, before, after)).toBe(message)
  })

  test('says which line of a file is no YAML', async () => {
    expect(await told('council.md', 'schemaVersion: 1', 'schemaVersion: [1')).toMatch(
      /^council\.md: line \d+: found YAML that cannot be read/,
    )
  })

  test('refuses a proposal whose file name is no id', async () => {
    await cp(
      join(directory, ROUND, 'proposals/lit-path.md'),
      join(directory, ROUND, 'proposals/Lit Path.md'),
    )
    await expect(readContent(directory)).rejects.toThrow(
      `${ROUND}/proposals/Lit Path.md: found the name "Lit Path"; use 1 to 64 small letters a-z, digits and dashes, as in "lit-path"`,
    )
  })
})

describe('printFile', () => {
  test('is read back by parseFile, whatever the text holds', async () => {
    const text = await readFile(join(EXAMPLE, 'council.md'), 'utf8')
    const { fields, body } = parseFile('council.md', text, CouncilSchema)
    const tricky = { ...fields, name: 'yes: "no" # ---', kind: '- 1\u2028' }
    expect(parseFile('council.md', printFile(tricky, body), CouncilSchema).fields).toEqual({
      ...tricky,
      kind: '- 1',
    })
  })
})
