import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseRows } from '../../src/domain/csv.ts'
import { RoundIdSchema, ThemeIdSchema } from '../../src/domain/id.ts'
import { printLocal } from '../../src/domain/time.ts'
import { TokenSchema } from '../../src/domain/token.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { aSubmission } from '../support/box-data.ts'
import { ids } from '../support/builders.ts'
import { openDesk, undrawLot, type Desk } from '../support/clerk-desk.ts'
import { OPEN_ROUND } from '../support/running-site.ts'

const round = v.parse(RoundIdSchema, OPEN_ROUND)

let desk: Desk
let undrawn: Desk

beforeAll(async () => {
  ;[desk, undrawn] = await Promise.all([
    openDesk(),
    openDesk(async (contentDir) => {
      await undrawLot(contentDir, OPEN_ROUND)
      await lowerFloor(contentDir)
    }),
  ])
})

afterAll(async () => {
  await desk.close()
  await undrawn.close()
})

async function lowerFloor(contentDir: string): Promise<void> {
  const file = join(contentDir, 'rounds', OPEN_ROUND, 'round.md')
  const text = await readFile(file, 'utf8')
  expect(text).toContain('  floor: 50\n')
  await writeFile(file, text.replace('  floor: 50\n', '  floor: 12\n'))
}

/** The letters of a list, by the names of its columns. */
function lettersIn(csv: string) {
  const [header, ...rows] = parseRows(csv)
  expect(header).toEqual(['serial', 'code', 'kind', 'area', 'link'])
  return rows.map(([serial = '', code = '', kind = '', area = '', link = '']) => ({
    ...{ serial, code, kind, area, link },
  }))
}

const observed = () => join(desk.directory, 'observed.csv')

async function cast(code: string) {
  const ports = await desk.ports()
  return castBallot(ports, {
    roundId: OPEN_ROUND,
    token: v.parse(TokenSchema, code),
    nonce: Uint8Array.from(randomBytes(16)),
    choices: ids('lit-path'),
    ballotDigest: (await ports.content.round(OPEN_ROUND))?.digest ?? '',
    channel: 'online',
  })
}

const log = (contentDir: string, ...words: readonly string[]) =>
  execFileSync('git', ['log', '--all', ...words], { cwd: contentDir, encoding: 'utf8' })

/** One story: codes are made, voting is opened and run, a lost letter is replaced. */
describe('tokens and round, one after the other', () => {
  let letters: ReturnType<typeof lettersIn> = []

  test('round shows a round that was not opened yet, and does not open it without codes', async () => {
    expect(await desk.run('round', OPEN_ROUND)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^State +draft\n[\s\S]*Ballots +none\n$/),
    })
    const early = await desk.run('round', OPEN_ROUND, 'open')
    expect([early.code, early.out]).toEqual([1, ''])
    expect(early.said).toContain('Make voting codes first')
  })

  test('tokens prints a list on standard output, and everything else beside it', async () => {
    const made = await desk.run('tokens', OPEN_ROUND, '--count', '3', '--reserve', '1')
    expect(made.code).toBe(0)
    letters = lettersIn(made.out)
    expect(letters.map(({ kind, area }) => [kind, area])).toEqual([
      ...Array.from({ length: 3 }, () => ['live', 'all']),
      ['reserve', 'all'],
    ])
    expect(new Set(letters.map(({ code }) => code)).size).toBe(4)
    for (const { serial, code, link } of letters) {
      expect(serial).toMatch(/^[0-9A-Z]{4}-\d$/)
      expect(code).toMatch(/^(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}$/)
      expect(link).toBe(`${desk.siteUrl}/rounds/${OPEN_ROUND}/vote/#${code.replaceAll(' ', '')}`)
      expect(made.said).not.toContain(code)
    }
  })

  test('tokens writes a new file with --out that only its owner can read, and never over another', async () => {
    const file = join(desk.directory, 'codes.csv')
    const made = await desk.run('tokens', OPEN_ROUND, '--count', '2', '--out', file)
    expect([made.code, made.out]).toEqual([0, ''])
    const text = await readFile(file, 'utf8')
    expect(lettersIn(text)).toHaveLength(2)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const again = await desk.run('tokens', OPEN_ROUND, '--count', '2', '--out', file)
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('is there already')])
    expect(await readFile(file, 'utf8')).toBe(text)
    expect((await (await desk.ports()).box.marks(round)).length).toBe(6)
  })

  test('round opens voting once, and then shows codes and ballots as numbers', async () => {
    const opened = await desk.run('round', OPEN_ROUND, 'open')
    expect([opened.code, opened.out]).toEqual([
      0,
      expect.stringMatching(/digest [0-9a-f]{64}\.\n$/),
    ])
    expect(await desk.run('round', OPEN_ROUND, 'open')).toMatchObject({ code: 1, out: '' })
    expect(await cast(letters[0]!.code)).toMatchObject({ ok: true })
    const { out } = await desk.run('round', OPEN_ROUND, 'show')
    expect(out).toMatch(/^State +open\n/)
    expect(out).toMatch(/live:all 5/)
    expect(out).toMatch(/Ballots +online:all 1\n/)
    for (const { code } of letters) expect(out).not.toContain(code)
  })

  test('tokens makes no codes once voting is open, and prints none', async () => {
    const late = await desk.run('tokens', OPEN_ROUND, '--count', '1')
    expect(late).toEqual({ code: 1, out: '', said: expect.stringContaining('--reissue') })
  })

  test('tokens replaces a lost letter by a reserve letter, and none that has voted', async () => {
    const [voted, lost, , reserve] = letters
    const swap = (serial: string) =>
      desk.run('tokens', OPEN_ROUND, '--reissue', serial, '--with', reserve!.serial)
    expect(await swap(voted!.serial)).toMatchObject({
      code: 1,
      said: expect.stringContaining('Nothing was changed'),
    })
    expect(await swap(lost!.serial.toLowerCase())).toMatchObject({ code: 0, out: '' })
    expect(await cast(lost!.code)).toMatchObject({ error: { code: 'token-revoked' } })
    expect(await cast(reserve!.code)).toMatchObject({ ok: true })
  })

  test('round pauses, resumes and extends, and never closes or certifies early', async () => {
    expect((await desk.run('round', OPEN_ROUND, 'pause')).said).toContain('--reason')
    const why = ['--reason', 'The hall is full.']
    expect((await desk.run('round', OPEN_ROUND, 'pause', ...why)).out).toBe(
      'The round is paused.\n',
    )
    expect(await cast(letters[2]!.code)).toMatchObject({ error: { code: 'voting-paused' } })
    expect((await desk.run('round', OPEN_ROUND, 'resume')).out).toBe('The round is open.\n')
    const { closesAt = 0 } = (await (await desk.ports()).box.meta(round)) ?? {}
    const inDays = (days: number) => printLocal(closesAt + days * 86_400_000, 'Europe/Copenhagen')
    const far = await desk.run('round', OPEN_ROUND, 'extend', '--to', inDays(40))
    expect(far).toMatchObject({ code: 1, out: '' })
    const extended = await desk.run('round', OPEN_ROUND, 'extend', '--to', inDays(7))
    expect(extended).toMatchObject({ code: 0, out: expect.stringContaining('round.md') })
    expect(extended.out).toContain(inDays(7).slice(0, 10))
    for (const [step, sentence] of [
      ['close', 'Voting never closes early'],
      ['seal', 'the round is open'],
      ['certify', 'the round is open'],
      ['observers', 'the round is open'],
    ] as const)
      expect(await desk.run('round', OPEN_ROUND, step, '--out', observed())).toEqual({
        ...{ code: 1, out: '', said: expect.stringContaining(sentence) },
      })
    expect(await cast(letters[2]!.code)).toMatchObject({ ok: true })
  })
  test('round shows observers the sealed boxes in a private file, and verify makes use of it', async () => {
    expect((await desk.run('round', OPEN_ROUND, 'observers')).said).toMatch(/^Usage: /)
    const { box } = await desk.ports()
    await box.transition(round, 'close', { closesAt: (await box.meta(round))?.closesAt })
    expect((await desk.run('round', OPEN_ROUND, 'seal')).out).toBe('The round is sealed.\n')
    const show = () => desk.run('round', OPEN_ROUND, 'observers', '--out', observed())
    expect(await show()).toMatchObject({ code: 0, out: expect.stringContaining('nobody else') })
    expect((await stat(observed())).mode & 0o777).toBe(0o600)
    expect(parseRows(await readFile(observed(), 'utf8')).length).toBe(1 + 3)
    expect(await show()).toMatchObject({ code: 1, said: expect.stringContaining('already') })
    expect((await desk.run('round', OPEN_ROUND, 'certify')).code).toBe(0)
    const folder = join(desk.contentDir, 'rounds', OPEN_ROUND)
    const { out } = await desk.run('verify', folder, '--observed', observed())
    expect(out).toContain('✓ observers: 3 ballots')
    expect(out).not.toContain('✗')
  })
})

test('tokens and round warn of a low floor for publication while it can be changed', async () => {
  const made = await undrawn.run('tokens', OPEN_ROUND, '--count', '1')
  expect([made.code, made.said]).toEqual([0, expect.stringContaining('published from 12 on')])
  expect((await undrawn.run('round', OPEN_ROUND)).out).toContain('published from 12 on')
})

describe('inbox', () => {
  const titles = ['A bench by the lake', 'A second bench', 'A casino']

  beforeAll(async () => {
    const { inbox } = await undrawn.ports()
    for (const [index, title] of titles.entries()) {
      const { area: _, ...fields } = aSubmission(round).submission
      const theme = v.parse(ThemeIdSchema, 'green')
      const submission = { ...fields, title, theme, payee: 'The lake friends, account 12' }
      await inbox.add(aSubmission(round, { id: `ID-${index}`, submission }), 500)
    }
  })

  test('shows the clerk what waits, with the private part', async () => {
    const { code, out } = await undrawn.run('inbox', OPEN_ROUND)
    expect(code).toBe(0)
    for (const text of [...titles, 'Ada Holm', 'ada@example.org', 'account 12'])
      expect(out).toContain(text)
  })

  /** As the list names it. */
  const nameOf = async (id: string) =>
    new RegExp(`${id}:[0-9a-f]{12}`).exec((await undrawn.run('inbox', OPEN_ROUND)).out)?.[0] ?? ''

  test('decides only on what was listed', async () => {
    const { inbox } = await undrawn.ports()
    const name = await nameOf('ID-0')
    const stored = await inbox.find(round, 'ID-0')
    if (stored === undefined) throw new Error('it is gone')
    const { submission } = stored
    const keep = (title: string) =>
      inbox.decide(round, 'ID-0', ['waiting'], {
        ...{ state: 'waiting', text: { edition: undefined, submission: { ...submission, title } } },
      })
    await keep('A bench by the road')
    const late = await undrawn.run('inbox', OPEN_ROUND, 'approve', name)
    expect(late.code).toBe(1)
    expect(late.said).toContain('changed')
    expect((await undrawn.run('inbox', OPEN_ROUND, 'approve', 'ID-0')).said).toContain(
      'as the list does',
    )
    await keep(submission.title)
    expect(await nameOf('ID-0')).toBe(name)
  })

  test('approves two in one commit, and nothing private is ever in git', async () => {
    const { contentDir } = undrawn
    const before = log(contentDir, '--format=%H').trim().split('\n').length
    const { code, out, said } = await undrawn.run(
      ...(['inbox', OPEN_ROUND, 'approve'] as const),
      ...[await nameOf('ID-0'), await nameOf('ID-1')],
    )
    expect([code, said]).toEqual([0, ''])
    expect(out).toMatch(/ID-0 is now proposals\/a-bench-by-the-lake\.md\nID-1 is now /)
    expect(log(contentDir, '--format=%H').trim().split('\n')).toHaveLength(before + 1)
    const added = log(contentDir, '-1', '--name-only', '--format=')
    expect(added.trim().split('\n')).toHaveLength(2)
    const history = log(contentDir, '-p')
    expect(history).toContain('A second bench')
    expect(history).not.toMatch(/Ada Holm|ada@example|account 12/)
  })

  test('rejects with a reason only, and then nothing waits', async () => {
    const [step, id, name] = ['reject', 'ID-2', await nameOf('ID-2')]
    expect((await undrawn.run('inbox', OPEN_ROUND, step, name)).said).toMatch(/^Usage: /)
    const reason = ['--reason', 'The law does not allow it.']
    expect((await undrawn.run('inbox', OPEN_ROUND, step, name, ...reason)).code).toBe(0)
    const stored = await (await undrawn.ports()).inbox.find(round, id)
    expect(stored).toMatchObject({ state: 'rejected', reason: 'The law does not allow it.' })
    expect((await undrawn.run('inbox', OPEN_ROUND)).out).toBe('Nothing is waiting.\n')
    expect((await undrawn.run('inbox', OPEN_ROUND, 'approve', name)).code).toBe(1)
  })
})
