import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyElection } from '../../src/commands/verify.ts'
import { BallotFormSchema } from '../../src/domain/ballot-form.ts'
import { ChoicesSchema } from '../../src/domain/choices.ts'
import { withContent, withSteps } from '../support/forged-changes.ts'
import { publishForged } from '../support/forged-election.ts'
import { factsOf, type Facts } from '../support/forged-facts.ts'
import {
  holdElection,
  publishedBy,
  saveElection,
  type HeldElection,
} from '../support/held-election.ts'
import { PAST_ROUND } from '../support/running-site.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'))
  folders.push(folder)
  return folder
}

type Ran = { readonly code: number; readonly out: string; readonly said: string }

/** The command as a stranger starts it; `typed` comes from standard input. */
function run(words: readonly string[], typed = ''): Promise<Ran> {
  const args = ['--disable-warning=ExperimentalWarning', 'src/commands/verify.ts', ...words]
  return new Promise((done) => {
    const child = execFile(process.execPath, args, (_, out, said) =>
      done({ code: child.exitCode ?? -1, out, said }),
    )
    child.stdin?.end(typed)
  })
}

const VECTORS = 'tests/commands/verify-vectors'
const MADE = `${VECTORS}/election`
const held = readFileSync(`${MADE}/held.txt`, 'utf8').trim().split('\n')
const wordsFor = (folder: string) => [`${folder}/round`, '--board', `${folder}/board`]

function filesIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path): [string, string] => [path.slice(folder.length), readFileSync(path, 'utf8')])
    .toSorted()
}

describe('the election made with sha256sum and openssl', () => {
  test('is accepted with everything that people hold of it', async () => {
    const observed = ['--observed', `${MADE}/observed.csv`]
    const { code, out, said } = await run([...wordsFor(MADE), ...observed, ...held])
    expect([code, said]).toEqual([0, ''])
    expect(out).toContain('Everything that is published agrees, and the result comes out again.')
    expect(out.match(/^✓/gm)).toHaveLength(17)
    expect(out).not.toMatch(/^[✗–]/m)
  })

  test('comes out of the script again, byte for byte', () => {
    const folder = newFolder()
    execFileSync(`${VECTORS}/make.sh`, [folder])
    expect(filesIn(folder)).toEqual(filesIn(MADE))
  })

  test.each([
    ['a head that it never had', ['--head', '1:00000000'], 'heads'],
    ['a receipt that is signed and not listed', [], 'receipt'],
    ['the code of somebody who voted', ['--unused', 'A234 5678 9abc defO'], 'code'],
  ])('does not stand beside %s', async (_, words, check) => {
    const folder = newFolder()
    cpSync(MADE, folder, { recursive: true })
    const receipts = join(folder, 'round/results/1/receipts.csv')
    const evidence = words.length > 0 ? words : held.slice(4, 8)
    if (words.length === 0)
      writeFileSync(receipts, readFileSync(receipts, 'utf8').replace(`${held[5]};1\n`, ''))
    const { code, out } = await run([...wordsFor(folder), ...evidence])
    expect(code).toBe(1)
    expect(out).toMatch(new RegExp(`^✗ ${check}: `, 'm'))
    expect(out).toContain('THIS DOES NOT AGREE')
  })
})

describe('verify', () => {
  test('notices any letter that is changed in the board, the lists, the paper or the result', () => {
    const folder = newFolder()
    cpSync(MADE, folder, { recursive: true })
    const names = ['board/0', 'board/1', 'board/2', 'board/3'].map((name) => `${name}.json`)
    const lists = ['ballots.csv', 'receipts.csv', 'issued.csv', 'used.txt', 'mark-key.txt']
    const others = ['paper.json', 'result.json']
    const request = { folder: join(folder, 'round'), board: join(folder, 'board') }
    const verdict = () => {
      try {
        return verifyElection(request).verdict
      } catch (fault) {
        return fault instanceof Error && fault.name === 'Refused' ? 'refused' : fault
      }
    }
    for (const name of [
      ...names,
      ...[...lists, ...others].map((each) => `round/results/1/${each}`),
    ]) {
      const file = join(folder, name)
      const text = readFileSync(file, 'utf8')
      for (let at = 0; at < text.length; at += Math.ceil(text.length / 25)) {
        const letter = text.charAt(at) === '7' ? '8' : '7'
        writeFileSync(file, text.slice(0, at) + letter + text.slice(at + 1))
        expect([name, at, verdict()]).toEqual([
          name,
          at,
          expect.stringMatching(/^(fails|refused)$/),
        ])
      }
      writeFileSync(file, text)
    }
    expect(verdict()).toBe('agrees')
  })

  test('says of the example what holds, and what its files alone cannot show', async () => {
    const { code, out } = await run([`content/rounds/${PAST_ROUND}`])
    expect(code).toBe(0)
    expect(out).toContain('✓ result all: all: counted again from 83 ballots, one by one')
    expect(out).toContain("read from board.jsonl, the council's own copy")
    expect(out).toContain('– heads: not possible: no old head was given')
    expect(out).toContain('What the files alone cannot show:\n- Whether the public board')
  })

  test('does what the ten minutes of docs/security.md say, with what a voter of the example holds', async () => {
    const page = readFileSync('docs/security.md', 'utf8')
    const [, words = ''] =
      /`npm run -s verify -- (content\S+ --head \S+ --receipt \S+ --signature \S+)`/.exec(page) ??
      []
    const held = await run(words.split(' '))
    expect([held.code, held.out]).toEqual([0, expect.stringContaining('✓ heads:')])
    expect(held.out).toContain('✓ receipt: ')
    const [, code = ''] = /`--unused -` and the code `(\S+)`/.exec(page) ?? []
    const unused = await run([`content/rounds/${PAST_ROUND}`, '--unused', code])
    expect([unused.code, unused.out]).toEqual([0, expect.stringContaining('✓ code')])
    expect(unused.out).not.toContain(code)
  })

  test('answers programs in one line of JSON', async () => {
    const { code, out } = await run([...wordsFor(MADE), '--json'])
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(out)).toMatchObject({ verdict: 'agrees', findings: { length: 14 } })
  })

  test('takes a code from standard input, and never repeats one', async () => {
    const code = held.at(-1) ?? ''
    const right = await run([...wordsFor(MADE), '--unused', '-'], `${code}\n`)
    expect([right.code, right.said]).toEqual([0, ''])
    expect(right.out).toContain('✓ code: this code was issued, has not voted')
    const mistyped = code.replace('D', 'E')
    const wrong = await run([...wordsFor(MADE), '--unused', mistyped])
    expect([wrong.code, wrong.out]).toEqual([1, ''])
    expect(wrong.said).toBe('--unused is not a voting code: a letter of it is wrong.\n')
    for (const letters of [code, mistyped])
      expect([right.out, wrong.said].join()).not.toContain(letters)
  })

  test.each([
    [['nowhere'], 'There is no folder'],
    [['content'], 'the round has no published result yet, or this is another folder'],
    [[`${MADE}/round`, '--snapshot', '7'], 'There is no file'],
    [[`${MADE}/round`, '--snapshot', 'x'], '--snapshot is the number of a folder in results/'],
    [[`${MADE}/round`, '--board', 'nowhere'], 'There is no folder'],
    [[`${MADE}/round`, '--head', 'x'], '--head looks like 3:0123abcd'],
    [[`${MADE}/round`, '--signature', 'x'], '--signature needs the --receipt'],
    [[`${MADE}/round`, '--observed', 'nowhere'], 'There is no file nowhere'],
  ])('answers %j with a sentence', async (words, sentence) => {
    const { code, out, said } = await run(words)
    expect([code, out]).toEqual([1, ''])
    expect(said).toContain(sentence)
    expect(said).not.toContain('    at ')
  })
})

/** Six ballots in one box that reaches the floor. */
let small: HeldElection
let facts: Facts
beforeAll(async () => {
  small = await holdElection({
    fields: { publication: { floor: 5 } },
    boxes: [{ pool: 'all', live: 7, ballots: Array.from({ length: 6 }, () => ['park']) }],
  })
  folders.push(small.ports.directory)
  facts = await factsOf(small.ports, await publishedBy(small.ports))
})

describe('the copy of the board in a result', () => {
  test('stands in for it where only the files were taken, and must be one where it is there', async () => {
    const { folder, board } = saveElection(newFolder(), await publishedBy(small.ports))
    const agreed = verifyElection({ folder })
    expect(agreed.verdict).toBe('agrees')
    const plain = ({ findings }: typeof agreed) =>
      findings.map(({ says, ...each }) => ({ ...each, says: says.replace(/; read from .*/, '') }))
    expect(plain(agreed)).toEqual(plain(verifyElection({ folder, board })))
    expect(agreed.beyond[0]).toContain('only the copy was here')
    const own = join(folder, 'results/1')
    const copy = join(own, 'board.jsonl')
    writeFileSync(copy, readFileSync(copy, 'utf8').replace('"floor":5', '"floor":6'))
    const chain = verifyElection({ folder, board }).findings.find(({ check }) => check === 'chain')
    expect(chain).toMatchObject({ state: 'fails', says: 'board.jsonl is no copy of it' })
    expect(verifyElection({ folder }).verdict).toBe('fails')
    // Taking away more makes nothing milder.
    for (const name of ['board.jsonl', 'receipts.csv', 'issued.csv', 'used.txt', 'mark-key.txt'])
      rmSync(join(own, name))
    expect(verifyElection({ folder }).verdict).toBe('fails')
  })
})

describe('the board in a repository', () => {
  test('is read from its branch; a fork, and a checkpoint that was written over, are found', async () => {
    const { directory } = small.ports
    const { folder } = saveElection(join(directory, 'saved'), await publishedBy(small.ports))
    expect(verifyElection({ folder }).verdict).toBe('agrees')

    const other = join(newFolder(), 'other')
    const git = (cwd: string, ...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
        cwd,
        stdio: 'pipe',
      })
    git(directory, 'worktree', 'add', '--detach', other, 'board')
    const file = join(other, 'rounds/spring/2.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"held":0', '"held":1'))
    git(other, 'commit', '-qam', 'Another checkpoint')
    const commit = git(other, 'rev-parse', 'HEAD').toString().trim()
    const chain = () => verifyElection({ folder }).findings.find(({ check }) => check === 'chain')

    git(directory, 'update-ref', 'refs/remotes/origin/board', commit)
    expect(chain()).toMatchObject({
      state: 'fails',
      says: expect.stringContaining('differ at checkpoint 2'),
    })
    git(directory, 'update-ref', '-d', 'refs/remotes/origin/board')
    git(directory, 'update-ref', 'refs/heads/board', commit)
    expect(chain()).toMatchObject({
      state: 'fails',
      says: expect.stringMatching(/^rounds\/spring\/2\.json was changed/),
    })
  })
})

const points = (...given: readonly (readonly [string, number])[]) =>
  given.map(([proposal, each]) => ({ proposal, points: each }))
const stances = (...given: readonly (readonly [string, string])[]) =>
  given.map(([proposal, stance]) => ({ proposal, stance }))

describe('every ballot type', () => {
  const crosses = [['park'], ['park'], ['bench'], ['park'], []]
  test.each([
    [{ type: 'approval' }, crosses],
    [{ type: 'knapsack' }, [['bench', 'park'], ...crosses]],
    [{ type: 'choose-1' }, crosses],
    [{ type: 'ranking', maxLength: 2 }, [['pool', 'park'], ['park', 'bench'], ...crosses]],
    [{ type: 'ranking', scoring: 'borda' }, [['pool', 'park', 'bench'], ...crosses]],
    [
      { type: 'points', maxSumPoints: 10 },
      [points(['park', 7], ['pool', 3]), points(['pool', 10]), points(['bench', 1])],
    ],
    [
      { type: 'score', minPoints: -3, maxPoints: 3 },
      [points(['park', 3], ['pool', -3]), points(['pool', 2]), points(['bench', 1]), [], []],
    ],
    [
      { type: 'for-against' },
      [stances(['park', 'for'], ['pool', 'against']), stances(['pool', 'for']), [], [], []],
    ],
  ])('is counted again as it was published: %j', async (form, ballots) => {
    const secrets = facts.secrets.map((secret, at) => ({
      ...secret,
      ballot: { choices: v.parse(ChoicesSchema, ballots[at] ?? []) },
    }))
    const ballot = v.parse(BallotFormSchema, form)
    const published = await publishForged(withContent({ ...facts, secrets }, { ballot }))
    const { verdict, findings } = verifyElection(saveElection(newFolder(), published))
    expect(findings.filter(({ state }) => state === 'fails')).toEqual([])
    expect(verdict).toBe('agrees')
  })

  test.each([
    [{ type: 'approval', maxLength: 1 }, ['bench', 'park'], 'names 2 proposals'],
    [{ type: 'approval', blank: false }, [], 'is blank'],
    [{ type: 'choose-1' }, ['bench', 'park'], 'names 2 proposals'],
    [{ type: 'knapsack' }, ['bench', 'park', 'pool'], 'costs more than it may'],
    [{ type: 'approval' }, ['park', 'park'], 'names a proposal twice'],
    [{ type: 'points', maxSumPoints: 3 }, points(['park', 4]), 'too many or too few points'],
    [{ type: 'points', maxSumPoints: 3 }, points(['bench', 2], ['park', 2]), 'too many points'],
    [{ type: 'score', maxPoints: 3 }, points(['park', -1]), 'too many or too few points'],
  ])('has limits that no counted ballot breaks: %j with %j', async (form, choices, words) => {
    const isPoints = form.type === 'points' || form.type === 'score'
    const others = v.parse(ChoicesSchema, isPoints ? points(['park', 1]) : ['park'])
    const secrets = facts.secrets.map((secret, at) => ({
      ...secret,
      ballot: { choices: at === 0 ? v.parse(ChoicesSchema, choices) : others },
    }))
    const ballot = v.parse(BallotFormSchema, form)
    const published = await publishForged(withContent({ ...facts, secrets }, { ballot }))
    const { findings } = verifyElection(saveElection(newFolder(), published))
    expect(findings.find(({ check }) => check === 'result all')).toMatchObject({
      state: 'fails',
      says: expect.stringContaining(words),
    })
  })
})

describe('the desk’s log on the board', () => {
  let held: HeldElection
  let facts: Facts
  beforeAll(async () => {
    const crosses = Array.from({ length: 26 }, () => ['park'])
    held = await holdElection({ boxes: [{ pool: 'all', live: 30, ballots: crosses }] })
    facts = await factsOf(held.ports, await publishedBy(held.ports))
  }, 60_000)
  afterAll(() => held.ports.close())

  const head = (n: number, name = 'a') => ({ n, head: name.repeat(64) })
  /** What the check of growth says of these heads, one a checkpoint. */
  const growth = async (name: 'log' | 'councilLog', heads: readonly (object | undefined)[]) => {
    const told = withSteps(facts, (step, n) => ({ ...step, [name]: heads[n - 1] }))
    const published = await publishForged(told)
    const { findings } = verifyElection(saveElection(newFolder(), published))
    return findings.find(({ check }) => check === 'growth')
  }

  test.each(['log', 'councilLog'] as const)('may begin at any time, and grow: %s', async (name) => {
    const grown = [undefined, head(3), head(7, 'b')]
    expect(facts.steps).toHaveLength(grown.length)
    expect(await growth(name, grown)).toMatchObject({ state: 'holds' })
    expect(await growth(name, [head(2), head(2), head(2)])).toMatchObject({ state: 'holds' })
  })

  test.each([
    ['is missing', [head(1), undefined], 'log is missing in'],
    ['has fewer entries', [head(2), head(1, 'b')], 'fewer entries of log in'],
    ['is as long, and another', [head(2), head(2, 'b')], 'another log in'],
    ['is longer, and ends alike', [head(2), head(3)], 'another log in'],
  ])('is found out where it %s', async (_, [first, then], words) => {
    const heads = facts.steps.map((_, at) => (at === 0 ? first : then))
    expect(await growth('log', heads)).toMatchObject({
      state: 'fails',
      says: expect.stringContaining(words),
    })
  })
})
