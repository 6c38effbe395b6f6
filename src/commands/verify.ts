/**
 * `npm run verify -- <folder>`: checks a published election again, with nothing of this software.
 *
 * Talks to the published files, and to git where the board is a branch. Invariant: it imports nothing but
 * `node:`, prints no voting code and sends nothing anywhere. It is one long file on purpose: whoever does
 * not trust the rest can read this alone, top to bottom, beside docs/protocol.md, whose words it uses.
 * Sections 1 to 3 are hashes and files, 4 to 7 the checks, 8 and 9 the count of every rule, 10 the verdict.
 * Decided in docs/decisions/0013.
 */
import { execFileSync } from 'node:child_process'
import { createHash, createHmac, createPublicKey, verify as isSigned } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const USAGE = `Usage: npm run -s verify -- <content/rounds/R> [options]
  --board FOLDER     a folder with 0.json, 1.json …; by default the branch board of the repository around,
                     or else the copy that a final result has
  --snapshot N       another snapshot than the one that result.md names
  --head N:XXXXXXXX  a head of the board as a receipt or an old copy has it; as often as you like
  --receipt R, --signature S   a receipt, and the signature that came with it
  --unused CODE      the code of somebody who did not vote; - reads it from standard input
  --observed FILE    what observers were shown: CSV with the columns hall;q;R;c
  --json`

// 1. Hashes and encodings ------------------------------------------------------------------------------

const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const HEX_32_BYTES = /^[0-9a-f]{64}$/
/** What comes before the 32 bytes of an Ed25519 key in the form that node:crypto reads. */
const ED25519_HEADER = Buffer.from('302a300506032b6570032100', 'hex')

type Bytes = Buffer | string

const sha256 = (...parts: readonly Buffer[]) =>
  createHash('sha256').update(Buffer.concat(parts)).digest()

/** `lp`: the length as four bytes, and the bytes. */
function framed(part: Bytes): Buffer {
  const bytes = Buffer.from(part)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** `H(tag; x, y …)`. */
function H(round: string, tag: string, ...parts: readonly Bytes[]): Buffer {
  return sha256(...[`common-chest/1/${tag}`, round, ...parts].map(framed))
}

/** `M(list)`, as hex. */
function M(round: string, leaves: readonly Buffer[]): string {
  if (leaves.length === 0) return H(round, 'empty').toString('hex')
  let level = leaves.toSorted((a, b) => a.compare(b)).map((leaf) => sha256(Buffer.of(0), leaf))
  while (level.length > 1)
    level = level.flatMap((left, at) => {
      if (at % 2 === 1) return []
      const right = level[at + 1]
      return [right ? sha256(Buffer.of(1), left, right) : left]
    })
  return level[0]?.toString('hex') ?? ''
}

/** A root as it is published. */
const sized = (round: string, leaves: readonly Buffer[]) => ({
  root: M(round, leaves),
  size: leaves.length,
})

const hex = (text: string) => Buffer.from(text, 'hex')

/** Canonical JSON: keys by code units, no white space, text in NFC. */
function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.entries(value)
    .map(([key, member]) => [key.normalize('NFC'), member] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

const isSame = (a: unknown, b: unknown) => canonical(a) === canonical(b)

/** The code as it is hashed; undefined where the check letter says that it was mistyped. */
function readCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const digits = [...letters].map((letter) => BASE32.indexOf(letter))
  if (digits.length !== 16 || digits.includes(-1)) return undefined
  // A sum over GF(32), each letter times another power of 2; x^5 + x^2 + 1 is the polynomial.
  const double = (digit: number) => (digit & 16 ? (digit << 1) ^ 0b100101 : digit << 1)
  const times = (weight: number, digit: number): number =>
    digit === 0 ? 0 : (digit & 1 ? weight : 0) ^ times(double(weight), digit >> 1)
  let weight = 1
  const sum = digits.slice(0, 15).reduce((before, digit) => {
    weight = double(weight)
    return before ^ times(weight, digit)
  }, 0)
  return sum === digits[15] ? letters : undefined
}

// 2. Reading files -------------------------------------------------------------------------------------

/** Words of the person at the terminal that cannot be used. */
class Refused extends Error {
  override readonly name = 'Refused'
}

/** A published file that is not what it must be; the check that reads it fails. */
class Unreadable extends Error {}

/** A value in a JSON file that knows its place, so that whatever is wrong can be named. */
class Value {
  readonly raw: unknown
  readonly place: string

  constructor(raw: unknown, place: string) {
    this.raw = raw
    this.place = place
  }

  get isThere(): boolean {
    return this.raw !== undefined && this.raw !== null
  }

  get text(): string {
    return typeof this.raw === 'string' ? this.raw : this.wrong('a text')
  }

  get number(): number {
    return Number.isSafeInteger(this.raw) ? Number(this.raw) : this.wrong('a whole number')
  }

  get yes(): boolean {
    return this.raw === true
  }

  get list(): readonly Value[] {
    if (!Array.isArray(this.raw)) return this.wrong('a list')
    return this.raw.map((each, at) => new Value(each, `${this.place}[${at}]`))
  }

  get texts(): readonly string[] {
    return this.list.map((each) => each.text)
  }

  get keys(): readonly string[] {
    return typeof this.raw === 'object' && this.raw !== null ? Object.keys(this.raw) : []
  }

  of(key: string): Value {
    const { raw, place } = this
    if (typeof raw !== 'object' || raw === null) return this.wrong('an object')
    const member = Object.entries(raw).find(([name]) => name === key)?.[1]
    return new Value(member, `${place}: ${key}`)
  }

  wrong(expected: string): never {
    throw new Unreadable(`${this.place} is not ${expected}`)
  }
}

function parseJson(text: Bytes, name: string): Value {
  try {
    return new Value(JSON.parse(text.toString()), name)
  } catch {
    throw new Unreadable(`${name} is not JSON`)
  }
}

/** A file of canonical JSON and one line feed: nothing can be hidden in how it is written. */
function parseCanonical(text: Bytes, name: string): Value {
  const value = parseJson(text, name)
  if (`${canonical(value.raw)}\n` === text.toString()) return value
  throw new Unreadable(`${name} is not canonical JSON`)
}

/** Rows of a table with these columns, without its header line. */
function parseTable(text: string, name: string, columns: readonly string[]): readonly string[][] {
  const cells = /(?:^|(;)|(\n))(?:"((?:[^"]|"")*)"|([^;"\n]*))/g
  const rows: string[][] = [[]]
  let end = 0
  for (const [whole, , line, quoted, plain = ''] of text.replace(/\n$/, '').matchAll(cells)) {
    if (line !== undefined) rows.push([])
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    end += whole.length
  }
  const [header = [], ...body] = rows
  if (end < text.replace(/\n$/, '').length) throw new Unreadable(`${name} is not a table`)
  if (!isSame(header, columns))
    throw new Unreadable(`${name} does not have the columns ${columns.join(';')}`)
  if (body.some((row) => row.length !== columns.length))
    throw new Unreadable(`${name} has a row with another number of cells`)
  return body
}

type Board = {
  readonly from: string
  /** 0.json and the checkpoints, byte for byte, as far as there is no gap. */
  readonly texts: readonly Buffer[]
  readonly faults: readonly string[]
}

function readBoard(names: readonly string[], from: string, read: (name: string) => Buffer): Board {
  const numbers = names.flatMap((name) => (/^\d+\.json$/.test(name) ? [parseInt(name, 10)] : []))
  const there = new Set(numbers)
  const texts: Buffer[] = []
  while (there.has(texts.length)) texts.push(read(`${texts.length}.json`))
  const gap = texts.length < there.size ? [`checkpoint ${texts.length} is missing`] : []
  return { from, texts, faults: gap }
}

function boardOfFolder(folder: string): Board {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Refused(`There is no folder ${folder}.`)
  return readBoard(readdirSync(folder), folder, (name) => readFileSync(join(folder, name)))
}

function git(folder: string, ...words: readonly string[]): Buffer | undefined {
  try {
    const options = { maxBuffer: 2 ** 28, encoding: 'buffer', stdio: 'pipe' } as const
    return execFileSync('git', ['-C', folder, ...words], options)
  } catch {
    return undefined
  }
}

const lines = (text: Buffer | undefined) => (text?.toString() ?? '').split('\n').filter(Boolean)

/** The board of the repository around a folder; of two copies of it the longer one. */
function boardOfGit(folder: string, round: string): Board | undefined {
  const boards = ['refs/heads/board', 'refs/remotes/origin/board'].flatMap((ref) => {
    const path = `rounds/${round}/`
    const listed = git(folder, 'ls-tree', '--full-tree', '--name-only', ref, path)
    if (listed === undefined || listed.length === 0) return []
    const read = (name: string) => git(folder, 'show', `${ref}:${path}${name}`) ?? Buffer.alloc(0)
    const board = readBoard(
      lines(listed).map((each) => basename(each)),
      ref,
      read,
    )
    // An opening that broke off may replace 0.json before there is a 1.json; nothing else may change.
    const log = ['log', '--format=', '--name-only', '--no-renames', '--diff-filter=MD', ref, '--']
    const changed = lines(git(folder, ...log, `:/${path}`)).filter(
      (each) => !each.endsWith('/0.json'),
    )
    return [
      { ...board, faults: [...board.faults, ...changed.map((each) => `${each} was changed`)] },
    ]
  })
  const [first, second] = boards.toSorted((a, b) => b.texts.length - a.texts.length)
  if (first === undefined || second === undefined) return first
  const fork = second.texts.findIndex((text, n) => !first.texts[n]?.equals(text))
  const forks = fork < 0 ? [] : [`${first.from} and ${second.from} differ at checkpoint ${fork}`]
  return { ...first, faults: [...first.faults, ...second.faults, ...forks] }
}

const COPY = "board.jsonl, the council's own copy"

/** The copy of the board that a final result has: its entries one after the other, each ending its line. */
function boardOfCopy(copy: Buffer): Board {
  const texts: Buffer[] = []
  for (let from = 0; from < copy.length;) {
    const end = copy.indexOf(10, from)
    const next = end < 0 ? copy.length : end + 1
    texts.push(copy.subarray(from, next))
    from = next
  }
  return { from: COPY, texts, faults: [] }
}

/** The board itself where it is here, and then its copy must be the same; else the copy. */
function boardWithCopy(board: Board | undefined, copy: Buffer | undefined): Board | undefined {
  if (copy === undefined) return board
  if (board === undefined) return boardOfCopy(copy)
  const same = Buffer.concat(board.texts).equals(copy)
  return same ? board : { ...board, faults: [...board.faults, 'board.jsonl is no copy of it'] }
}

// 3. Findings ------------------------------------------------------------------------------------------

type State = 'holds' | 'fails' | 'not-possible'
type Finding = { readonly check: string; readonly state: State; readonly says: string }

/** A check that cannot be made with what is here. */
class NotPossible extends Error {}

const FEW = 3

/** How a check says what does not agree. */
type Found = {
  readonly wrong: (...sentences: readonly string[]) => void
  readonly same: (what: string, a: unknown, b: unknown) => void
}

/** Makes one check: `body` answers what agrees, or lists what does not. */
function finding(check: string, body: (found: Found) => string): Finding {
  const problems: string[] = []
  const wrong = (...sentences: readonly string[]) => void problems.push(...sentences)
  const same = (what: string, a: unknown, b: unknown) => {
    if (!isSame(a ?? null, b ?? null)) wrong(`${what}: ${shortened(a)} is not ${shortened(b)}`)
  }
  try {
    const agrees = body({ same, wrong })
    if (problems.length === 0) return { check, state: 'holds', says: agrees }
  } catch (fault) {
    if (fault instanceof NotPossible) return { check, state: 'not-possible', says: fault.message }
    if (!(fault instanceof Unreadable)) throw fault
    problems.push(fault.message)
  }
  const more = problems.length > FEW ? `; and ${problems.length - FEW} more` : ''
  return { check, state: 'fails', says: `${problems.slice(0, FEW).join('; ')}${more}` }
}

function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : canonical(value ?? null)
  return text.length > 50 ? `${text.slice(0, 47)}…` : text
}

/** A list whose order is not that of its text could tell in which order people voted. */
const isInOrder = (texts: readonly string[]) =>
  texts.every((text, at) => at === 0 || (texts[at - 1] ?? '') <= text)

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

/** How often each text is there. */
function tallied(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

// 4. The election as it was published ------------------------------------------------------------------

export type Request = {
  readonly folder: string
  readonly board?: string | undefined
  readonly snapshot?: number | undefined
  readonly heads?: readonly string[] | undefined
  readonly receipt?: string | undefined
  readonly signature?: string | undefined
  readonly unused?: string | undefined
  readonly observed?: string | undefined
}

type Election = {
  readonly round: string
  readonly n: number
  readonly folder: string
  /** What the result says of this box; of a round with halls `whole` says it of all boxes together. */
  readonly result: Value
  readonly whole: Value
  /** The hall whose box it is. */
  readonly hall?: string
  readonly board: Board | undefined
  /** A file of the snapshot; undefined where it is not there. */
  read(name: string): string | undefined
  /** A file without which a check cannot be made. A final result that has a board must have it. */
  need(name: string): string
  opening(): Value
  checkpoints(): readonly Value[]
  last(): Value
}

function openElection(request: Request): Election {
  const { folder } = request
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Refused(`There is no folder ${folder}.`)
  const n = request.snapshot ?? namedSnapshot(folder)
  const own = join(folder, 'results', String(n))
  const read = (name: string) =>
    existsSync(join(own, name)) ? readFileSync(join(own, name), 'utf8') : undefined
  const text = read('result.json')
  if (text === undefined) throw new Refused(`There is no file ${join(own, 'result.json')}.`)
  let result: Value
  let round: string
  try {
    result = parseJson(text, 'result.json')
    round = result.of('round').text
  } catch (fault) {
    throw fault instanceof Unreadable ? new Refused(`${fault.message}.`) : fault
  }
  const copy = join(own, 'board.jsonl')
  const board = boardWithCopy(
    request.board ? boardOfFolder(request.board) : boardOfGit(folder, round),
    existsSync(copy) ? readFileSync(copy) : undefined,
  )
  return electionOf({ round, n, folder, result, whole: result, board, read })
}

type Files = Pick<Election, 'round' | 'n' | 'folder' | 'result' | 'whole' | 'board' | 'read'>

function electionOf(files: Files, hall?: string): Election {
  const { result, board } = files
  const prefix = hall === undefined ? '' : `hall-${hall}.`
  const read = (name: string) => files.read(`${prefix}${name}`)
  const final = result.of('status').raw !== 'provisional'
  const noBoard = () =>
    final
      ? new Unreadable(
          'the board is missing, and its copy board.jsonl, which every final result has',
        )
      : new NotPossible('the board of this round is not here (--board FOLDER)')
  return {
    ...{ ...files, read, ...(hall !== undefined && { hall }) },
    need(name) {
      const found = read(name)
      if (found !== undefined) return found
      if (!final) throw new NotPossible(`a provisional result has no ${prefix}${name}`)
      throw new Unreadable(`${prefix}${name} is missing, and every final result must have it`)
    },
    opening() {
      if (board === undefined) throw noBoard()
      const [first] = board.texts
      if (first === undefined) throw new Unreadable('the board has no 0.json')
      return parseCanonical(first, '0.json')
    },
    checkpoints() {
      if (board === undefined) throw noBoard()
      return board.texts.slice(1).map((each, at) => parseCanonical(each, `${at + 1}.json`))
    },
    last() {
      const last = this.checkpoints().at(-1)
      if (last === undefined) throw new Unreadable('the board has no checkpoint')
      return last
    },
  }
}

/** The halls whose boxes are in the result. */
const hallsIn = (whole: Value) =>
  whole.of('halls').isThere ? whole.of('halls').list.filter((each) => each.of('pools').isThere) : []

/** The box of the round itself, and that of each hall: an election of its own, whose sum is the result. */
function boxesOf(e: Election): readonly Election[] {
  const halls = hallsIn(e.whole)
  if (halls.length === 0) return [e]
  const { whole } = e
  const withPools = (pools: readonly unknown[]) =>
    new Value({ ...Object(whole.raw), pools }, whole.place)
  const own = whole.of('pools').list.map((pool) => {
    const theirs = halls
      .flatMap((hall) => hall.of('pools').list)
      .filter((each) => poolOf(each) === poolOf(pool))
    const ways = ['online', 'kiosk', 'paper'].map((way) => {
      const all = [pool, ...theirs].map((each) => waysOf(each).get(way) ?? 0)
      return [way, (all[0] ?? 0) - sum(all.slice(1))] as const
    })
    const less = (number: (each: Value) => number) => number(pool) - sum(theirs.map(number))
    const ballots = {
      recorded: less(recordedIn),
      invalid: less(invalidIn),
      channels: Object.fromEntries(ways),
    }
    return { ...Object(pool.raw), ballots }
  })
  return [
    electionOf({ ...e, result: withPools(own) }),
    ...halls.map((each) => {
      const hall = each.of('hall').text
      const copy = e.read(`hall-${hall}.board.jsonl`)
      const board = copy === undefined ? undefined : boardOfCopy(Buffer.from(copy))
      const result = withPools(each.of('pools').list.map(({ raw }) => raw))
      return electionOf({ ...e, result, board }, hall)
    }),
  ]
}

/** The name of a check of one box. */
const named = (check: string, { hall }: Election) =>
  hall === undefined ? check : `${check} (${hall})`

/** The snapshot that result.md says counts. */
function namedSnapshot(folder: string): number {
  const page = join(folder, 'result.md')
  if (!existsSync(page))
    throw new Refused(
      `There is no ${page}: the round has no published result yet, or this is another folder.`,
    )
  const named = /^snapshot: (\d+)$/m.exec(readFileSync(page, 'utf8'))?.[1]
  if (named === undefined) throw new Refused(`${page} does not say which snapshot counts.`)
  return Number(named)
}

/** A line of result.md's front matter. */
function pageField(folder: string, name: string): string | undefined {
  const page = join(folder, 'result.md')
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''
  return new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1]
}

const poolOf = (value: Value) => value.of('pool').text
const recordedIn = (pool: Value) => pool.of('ballots').of('recorded').number

/** Paper sheets that were no ballot, and whose codes are used up. */
function invalidIn(pool: Value): number {
  const invalid = pool.of('ballots').of('invalid')
  return invalid.isThere ? invalid.number : 0
}

/** By which ways the ballots of a box came: a result that does not say it had online ballots only. */
function waysOf(pool: Value): ReadonlyMap<string, number> {
  const ways = pool.of('ballots').of('channels')
  if (!ways.isThere) return new Map([['online', recordedIn(pool)]])
  return new Map(ways.keys.map((way) => [way, ways.of(way).number]))
}

/** The head that anybody sees who looks at the board now. */
function headNow({ round, board }: Election): string {
  const texts = board?.texts ?? []
  return headOf(round, texts.length - 1, texts.at(-1) ?? Buffer.alloc(0))
}

const headOf = (round: string, n: number, text: Buffer) =>
  `${n}:${H(round, 'checkpoint', text).toString('hex').slice(0, 8)}`

/** Ballots by box in a checkpoint, whatever the channel. */
function recordedBy(checkpoint: Value): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const each of checkpoint.of('recorded').list)
    counts.set(poolOf(each), (counts.get(poolOf(each)) ?? 0) + each.of('ballots').number)
  return counts
}

/** Numbers of a checkpoint by channel and box, none of them nothing; `invalid` is there only after some paper. */
function byChannel(checkpoint: Value, key: 'recorded' | 'invalid'): ReadonlyMap<string, number> {
  const numbers = checkpoint.of(key)
  if (!numbers.isThere) return new Map()
  return new Map(
    numbers.list
      .map(
        (each) =>
          [`${each.of('channel').text} ${poolOf(each)}`, each.of('ballots').number] as const,
      )
      .filter(([, ballots]) => ballots > 0),
  )
}

const invalidAt = (checkpoint: Value) => sum([...byChannel(checkpoint, 'invalid').values()])

const recordedAt = (checkpoint: Value) => sum([...recordedBy(checkpoint).values()])

// 5. Checks of board and result ------------------------------------------------------------------------

function checkChain(e: Election): Finding {
  return finding(named('chain', e), ({ same, wrong }) => {
    const opening = e.opening()
    const checkpoints = e.checkpoints()
    wrong(...(e.board?.faults ?? []))
    same('protocol', opening.of('protocol').raw, 'common-chest/1')
    for (const [n, each] of [opening, ...checkpoints].entries()) {
      same(`the number in ${n}.json`, each.of('n').raw, n)
      same(`the round in ${n}.json`, each.of('round').raw, e.round)
      const before = e.board?.texts[n - 1]
      if (before === undefined) continue
      const previous = H(e.round, 'checkpoint', before).toString('hex')
      same(`previous in ${n}.json`, each.of('previous').raw, previous)
    }
    const kinds = checkpoints.map((each) => each.of('kind').text)
    if (!/^(voting )*(closing )+final $/.test(kinds.map((kind) => `${kind} `).join('')))
      wrong(`the board does not end with a closing and a final checkpoint: ${kinds.join(', ')}`)
    return `${plural(checkpoints.length, 'checkpoint')}, each naming the bytes before it; head ${headNow(e)}; read from ${e.board?.from ?? 'nowhere'}`
  })
}

function checkGrowth(e: Election): Finding {
  return finding(named('growth', e), ({ same, wrong }) => {
    const opening = e.opening()
    const checkpoints = e.checkpoints()
    const inHalls = sum(hallsIn(e.whole).flatMap((hall) => hall.of('pools').list.map(recordedIn)))
    let before: Value | undefined
    for (const each of checkpoints) {
      const ballots = recordedAt(each)
      const name = each.place
      for (const root of ['receiptsRoot', 'pairsRoot', 'ballotsRoot'])
        if (each.of(root).isThere || root !== 'ballotsRoot')
          same(
            `the size of ${root} in ${name}`,
            each.of(root).of('size').raw,
            // The ballots of halls are among all others, so that none of few can be told apart.
            root === 'ballotsRoot' ? ballots + inHalls : ballots,
          )
      const isFinal = each.of('kind').raw === 'final' && e.hall === undefined
      same(`whether ${name} has a ballotsRoot`, each.of('ballotsRoot').isThere, isFinal)
      same(`issued codes in ${name}`, each.of('issued').raw, opening.of('issued').raw)
      if (before) wrong(...shrunk(before, each))
      before = each
    }
    const last = e.last()
    const live = sum(opening.of('issued').list.map((each) => each.of('live').number))
    const able = live + last.of('reissued').number - last.of('revoked').number
    const used = recordedAt(last) + invalidAt(last)
    if (used > able) wrong(`${used} codes used, and only ${able} could vote`)
    same('codes held for paper at the end', last.of('held').raw, 0)
    const events = checkpoints.flatMap((each) => each.of('events').list)
    return `the board only grows: ${plural(recordedAt(last), 'ballot')}, ${last.of('revoked').number} revoked and ${last.of('reissued').number} reissued codes, ${plural(events.length, 'event')} (pauses, extensions)`
  })
}

/** What is less in a checkpoint than in the one before, or was cast after the close. */
function shrunk(before: Value, after: Value): readonly string[] {
  const fewer = (['recorded', 'invalid'] as const).flatMap((key) => {
    const now = byChannel(after, key)
    return [...byChannel(before, key)].filter(([name, count]) => (now.get(name) ?? 0) < count)
  })
  const lower = ['revoked', 'reissued'].filter(
    (key) => after.of(key).number < before.of(key).number,
  )
  // Paper that was handed in in time is counted after the close; nothing else is cast then.
  const cast = (each: Value) =>
    sum([...byChannel(each, 'recorded')].map(([name, n]) => (name.startsWith('paper ') ? 0 : n)))
  const late = before.of('kind').raw === 'closing' && cast(after) > cast(before)
  return [
    ...fewer.map(([name]) => `fewer ballots (${name}) in ${after.place} than before`),
    ...lower.map((key) => `fewer ${key} codes in ${after.place} than before`),
    ...['log', 'councilLog'].flatMap((name) => logWentBack(name, before, after)),
    ...(late ? [`ballots were cast after the close, in ${after.place}`] : []),
  ]
}

/** The desk's log only grows; older checkpoints say nothing of it. */
function logWentBack(name: string, before: Value, after: Value): readonly string[] {
  const [was, is] = [before.of(name), after.of(name)]
  if (!was.isThere) return []
  if (!is.isThere) return [`${name} is missing in ${after.place}`]
  const grew = is.of('n').number - was.of('n').number
  if (grew < 0) return [`fewer entries of ${name} in ${after.place} than before`]
  const isSame = is.of('head').text === was.of('head').text
  return (grew === 0) === isSame ? [] : [`another ${name} in ${after.place} than before`]
}

/** A receipt of a hall has the head of the hall's board. */
function checkHeads(boxes: readonly Election[], heads: readonly string[]): Finding {
  return finding('heads', ({ wrong }) => {
    const boards = boxes.flatMap(({ round, board }) => (board ? [{ round, ...board }] : []))
    if (heads.length === 0)
      throw new NotPossible('no old head was given (--head); every receipt carries one')
    if (boards.length === 0) throw new NotPossible('the board of this round is not here')
    for (const head of heads) {
      const n = Number(head.split(':')[0])
      const found = boards.map(({ round, texts }) => {
        const text = texts[n]
        return text === undefined ? 'no such checkpoint' : headOf(round, n, text)
      })
      if (!found.includes(head))
        wrong(`the board was rewritten or cut off: you hold ${head}, it has ${found.join(' or ')}`)
    }
    return `${plural(heads.length, 'head')} that you hold in the chain`
  })
}

function checkPaper(e: Election): Finding {
  return finding('paper', ({ same }) => {
    const text = e.read('paper.json')
    if (text === undefined) throw new Unreadable('paper.json is missing')
    const paper = parseCanonical(text, 'paper.json')
    const digest = sha256(Buffer.from(text.slice(0, -1))).toString('hex')
    same('the digest in result.json', e.result.of('ballotDigest').raw, digest)
    same('the round in paper.json', paper.of('round').raw, e.round)
    same('the rule in result.json', e.result.of('rule').raw, paper.of('rule').raw)
    const boxes = (value: Value) =>
      value.of('pools').list.map((each) => [poolOf(each), each.of('budget').number])
    same('the boxes and budgets in result.json', boxes(e.result), boxes(paper))
    if (e.board === undefined) return 'paper.json is what the result says was voted on'
    const opening = e.opening()
    same('the digest in the opening record', opening.of('digest').raw, digest)
    same('the lot order in the opening record', opening.of('lot').raw, paper.of('lot').raw)
    same('the floor in the opening record', opening.of('floor').raw, paper.of('floor').raw)
    return 'paper.json is what the opening record fixed before the first ballot'
  })
}

function checkDigest(e: Election): Finding {
  return finding('digest', ({ same }) => {
    const { digest, ...rest } = Object.fromEntries(Object.entries(Object(e.result.raw)))
    const own = sha256(Buffer.from(canonical(rest))).toString('hex')
    same('the digest in result.json', digest, own)
    return `result.json has the digest that it names, ${own.slice(0, 8)}…`
  })
}

/** Which snapshot counts, and how it follows those before it. */
function checkSnapshot(e: Election): Finding {
  return finding('snapshot', ({ same, wrong }) => {
    const { result, folder, n } = e
    same('the number in result.json', result.of('snapshot').raw, n)
    const status = result.of('status').text
    const named = pageField(folder, 'snapshot') === String(n)
    if (named)
      for (const key of ['status', 'digest'])
        same(`${key} in result.md`, pageField(folder, key), result.of(key).raw)
    const others = readdirSync(join(folder, 'results')).filter((name) => /^\d+$/.test(name))
    const newer = others.filter((name) => Number(name) > n)
    if (named && newer.length > 0)
      wrong(`results/${newer[0]} came later, and result.md does not name it`)
    const supersedes = result.of('supersedes')
    if (n > 1 !== supersedes.isThere || (supersedes.isThere && supersedes.number >= n))
      wrong('it does not say rightly which snapshot it replaces')
    else if (supersedes.isThere && !others.includes(String(supersedes.number)))
      wrong(`the snapshot that it replaces, results/${supersedes.number}, is gone`)
    same('a correction has a reason', result.of('reason').isThere, status === 'corrected')
    const why = result.of('reason').isThere ? `: "${result.of('reason').text}"` : ''
    return `snapshot ${n} is ${status}${why}${named ? '' : '; result.md names another'}`
  })
}

// 6. Checks of the lists -------------------------------------------------------------------------------

type Receipt = { readonly receipt: string; readonly first: number }

function receiptsOf(e: Election): readonly Receipt[] {
  const text = e.need('receipts.csv')
  const rows = parseTable(text, 'receipts.csv', ['receipt', 'checkpoint'])
  return rows.map(([receipt = '', first]) => ({ receipt, first: Number(first) }))
}

function checkReceipts(e: Election): Finding {
  return finding(named('receipts', e), ({ same, wrong }) => {
    const receipts = receiptsOf(e)
    const odd = receipts.find(({ receipt }) => !/^[0-9A-HJKMNP-TV-Z]{16}$/.test(receipt))
    if (odd) wrong(`${odd.receipt} is not a receipt`)
    if (!isInOrder(receipts.map(({ receipt }) => receipt))) wrong('receipts.csv is not sorted')
    // Two voters of different boxes can agree on one random number; of one box they cannot.
    const boxes = e.result.of('pools').list.length
    for (const [receipt, count] of tallied(receipts.map((each) => each.receipt)))
      if (count > boxes) wrong(`${receipt} is there ${count} times`)
    const checkpoints = e.checkpoints()
    const lost = receipts.find(({ first }) => !(first >= 1 && first <= checkpoints.length))
    if (lost) wrong(`${lost.receipt} names a checkpoint that is not there`)
    for (const [at, each] of checkpoints.entries()) {
      const until = receipts.filter(({ first }) => first <= at + 1)
      const own = sized(
        e.round,
        until.map(({ receipt }) => Buffer.from(receipt)),
      )
      same(`receiptsRoot in ${each.place}`, each.of('receiptsRoot').raw, own)
    }
    return `${plural(receipts.length, 'receipt')}; every receiptsRoot comes out again`
  })
}

type Issued = { readonly pool: string; readonly kind: string; readonly revoked: boolean }

function issuedOf(e: Election): ReadonlyMap<string, Issued> {
  const rows = parseTable(e.need('issued.csv'), 'issued.csv', ['k', 'pool', 'kind', 'revoked'])
  const odd = rows.find(
    ([k = '', , , said = '']) => !HEX_32_BYTES.test(k) || !/^(yes|no)$/.test(said),
  )
  if (odd) throw new Unreadable(`issued.csv has a row that is none: ${odd.join(';')}`)
  const marks = rows.map(([k = '', pool = '', kind = '', revoked]) => {
    return [k, { pool, kind, revoked: revoked === 'yes' }] as const
  })
  if (!isInOrder(marks.map(([k]) => k))) throw new Unreadable('issued.csv is not sorted')
  if (new Set(marks.map(([k]) => k)).size < marks.length)
    throw new Unreadable('issued.csv has a mark twice')
  return new Map(marks)
}

function checkIssued(e: Election): Finding {
  return finding(named('issued', e), ({ same }) => {
    const issued = [...issuedOf(e)]
    const opening = e.opening()
    const leaves = issued.map(([k, { pool, kind }]) => H(e.round, 'issued', hex(k), pool, kind))
    same('issuedRoot', opening.of('issuedRoot').raw, M(e.round, leaves))
    const counts = tallied(issued.map(([, { pool, kind }]) => `${kind} in ${pool}`))
    for (const each of opening.of('issued').list)
      for (const kind of ['live', 'reserve']) {
        const name = `${kind} in ${poolOf(each)}`
        same(`codes (${name})`, counts.get(name) ?? 0, each.of(kind).number)
      }
    const revoked = issued.filter(([, mark]) => mark.revoked).length
    same('revoked codes', revoked, e.last().of('revoked').raw)
    const pools = e.result.of('pools').list.map((pool) => pool.of('eligible'))
    const residents =
      pools.every(({ isThere }) => isThere) && sum(pools.map(({ number }) => number))
    const whom = residents === false ? '' : `, for ${residents} who could vote`
    const when = e.hall === undefined ? 'before the first ballot' : 'when its laptop was opened'
    return `${plural(issued.length, 'code')}${whom}, all fixed ${when}; ${revoked} revoked`
  })
}

function usedOf(e: Election): readonly string[] {
  const used = e.need('used.txt').split('\n').filter(Boolean)
  const odd = used.find((u) => !HEX_32_BYTES.test(u))
  if (odd !== undefined) throw new Unreadable(`used.txt has a line that is none: ${shortened(odd)}`)
  return used
}

/** `k` of a used key, by the key that is published with the final result. */
function markOf(e: Election, u: Buffer): string {
  const key = e.need('mark-key.txt').trim()
  if (!HEX_32_BYTES.test(key)) throw new Unreadable('mark-key.txt is not a key')
  return createHmac('sha256', hex(key))
    .update(H(e.round, 'mark', u))
    .digest('hex')
}

function checkUsed(e: Election): Finding {
  return finding(named('used', e), ({ same, wrong }) => {
    const used = usedOf(e)
    const issued = issuedOf(e)
    if (!isInOrder(used)) wrong('used.txt is not sorted')
    for (const [u, count] of tallied(used)) if (count > 1) wrong(`${u} was used twice`)
    const marks = used.map((u) => ({ u, mark: issued.get(markOf(e, hex(u))) }))
    for (const { u, mark } of marks) {
      if (mark === undefined) wrong(`${u} was used and leads to no issued code`)
      if (mark?.revoked) wrong(`${u} was used and is revoked`)
    }
    const counts = tallied(marks.map(({ mark }) => mark?.pool ?? ''))
    for (const pool of e.result.of('pools').list)
      same(
        `used codes of ${poolOf(pool)}`,
        counts.get(poolOf(pool)) ?? 0,
        recordedIn(pool) + invalidIn(pool),
      )
    const last = e.last()
    const usedReserve = marks.filter(({ mark }) => mark?.kind === 'reserve').length
    if (usedReserve > last.of('reissued').number)
      wrong(`${usedReserve} reserve codes voted, and ${last.of('reissued').number} went live`)
    return `${plural(used.length, 'used key')}, each of an issued code, none twice, none revoked`
  })
}

type Listed = {
  readonly c: string
  readonly salt: string
  readonly pool: string
  readonly B: string
}

/** Rows of ballots.csv; none where every box is below the floor. */
function ballotsOf(e: Election): readonly Listed[] {
  const text = e.read('ballots.csv')
  if (text === undefined) return []
  const rows = parseTable(text, 'ballots.csv', ['commitment', 'salt', 'pool', 'choices'])
  return rows.map(([c = '', salt = '', pool = '', B = '']) => ({ c, salt, pool, B }))
}

function checkNumbers(e: Election): Finding {
  return finding(named('numbers', e), ({ same }) => {
    const pools = e.result.of('pools').list
    const recorded = sum(pools.map(recordedIn))
    // Ballots are listed for all boxes together, and not for a hall.
    const all = e.hall === undefined ? e.whole.of('pools').list : []
    const listed = new Set(ballotsOf(e).map(({ pool }) => pool))
    const kept = all.filter((pool) => !listed.has(poolOf(pool)))
    if (e.result.of('status').raw !== 'provisional') {
      const unlisted = sum(kept.map(recordedIn))
      const said = sum(all.map(recordedIn))
      same('ballots, listed and kept back', ballotsOf(e).length + unlisted, said)
      same('receipts', receiptsOf(e).length, recorded)
    }
    const last = e.last()
    for (const pool of pools)
      same(
        `ballots of ${poolOf(pool)} on the board`,
        recordedBy(last).get(poolOf(pool)) ?? 0,
        recordedIn(pool),
      )
    same('ballots on the board', recordedAt(last), recorded)
    for (const pool of pools) checkWays(pool, last, same)
    const invalid = sum(pools.map(invalidIn))
    same('invalid sheets on the board', invalidAt(last), invalid)
    if (e.result.of('status').raw === 'provisional')
      return `${plural(recorded, 'ballot')} in the result as on the board`
    same('used keys', usedOf(e).length, recorded + invalid)
    const rest = kept.length > 0 ? `, of them ${sum(kept.map(recordedIn))} kept back` : ''
    const none = invalid > 0 ? `; ${plural(invalid, 'more key')} used by invalid paper sheets` : ''
    return `as many used keys as receipts as ballots: ${recorded}${rest}${none}`
  })
}

/** By which ways the ballots of a box came, as the board counts them. */
function checkWays(pool: Value, last: Value, same: Found['same']): void {
  const said = waysOf(pool)
  for (const channel of new Set(['online', 'kiosk', 'paper', ...said.keys()])) {
    const name = `${channel} ${poolOf(pool)}`
    const here = said.get(channel) ?? 0
    same(`ballots (${name}) on the board`, byChannel(last, 'recorded').get(name) ?? 0, here)
  }
  const sheets = byChannel(last, 'invalid').get(`paper ${poolOf(pool)}`) ?? 0
  same(`invalid sheets of ${poolOf(pool)} on the board`, sheets, invalidIn(pool))
}

/** Every commitment, and which boxes must and must not be listed. */
function checkBallots(e: Election): Finding {
  return finding('ballots', ({ same, wrong }) => {
    const ballots = ballotsOf(e)
    const paper = parseJson(e.need('paper.json'), 'paper.json')
    const provisional = e.result.of('status').raw === 'provisional'
    const counts = tallied(ballots.map(({ pool }) => pool))
    let missing = false
    for (const pool of e.result.of('pools').list) {
      const [name, recorded] = [poolOf(pool), recordedIn(pool)]
      const expected = recorded >= paper.of('floor').number && !provisional ? recorded : 0
      same(`ballots of ${name} in ballots.csv`, counts.get(name) ?? 0, expected)
      missing ||= expected > 0
    }
    for (const { c, salt, pool, B } of ballots)
      if (H(e.round, 'ballot', pool, hex(salt), B).toString('hex') !== c)
        wrong(`the ballot ${c.slice(0, 8)}… is not what it was committed to`)
    if (!isInOrder(ballots.map(({ c }) => c))) wrong('ballots.csv is not sorted')
    if (new Set(ballots.map(({ c }) => c)).size < ballots.length) wrong('a ballot is listed twice')
    if (ballots.length > 0 || missing)
      return `${plural(ballots.length, 'ballot')}, each what its commitment fixed`
    throw new NotPossible(
      provisional
        ? 'a provisional result is sums only'
        : 'every box is below the floor, so no ballot is published',
    )
  })
}

function checkBallotsRoot(e: Election): Finding {
  return finding('ballots-root', ({ same }) => {
    const root = e.last().of('ballotsRoot')
    const ballots = ballotsOf(e)
    if (ballots.length < root.of('size').number)
      throw new NotPossible(
        'ballots of boxes below the floor are not published; observers can check it',
      )
    const own = sized(
      e.round,
      ballots.map(({ c }) => hex(c)),
    )
    same('ballotsRoot', root.raw, own)
    return 'ballotsRoot of the final checkpoint comes out of the published ballots'
  })
}

/** The authority's own report: its rows must be equal, and say what the files say. */
function checkReconciliation(e: Election): Finding {
  return finding(named('reconciliation', e), ({ same, wrong }) => {
    const report = parseJson(e.need('reconciliation.json'), 'reconciliation.json')
    const rows = new Map(
      report.of('rows').list.map((row) => [row.of('row').text, row.of('values')]),
    )
    for (const [name, values] of rows)
      if (new Set(values.keys.map((key) => canonical(values.of(key).raw))).size !== 1)
        wrong(`the row ${name} does not hold`)
    const final = e.result.of('status').raw !== 'provisional'
    const recorded = sum(e.result.of('pools').list.map(recordedIn))
    const invalid = sum(e.result.of('pools').list.map(invalidIn))
    const expected: readonly (readonly [row: string, key: string, value: unknown])[] = [
      ['used', 'used', recorded + invalid],
      ...(rows.has('invalid') || invalid > 0 ? [['invalid', 'counted', invalid] as const] : []),
      ['ballots', 'recorded', recorded],
      ['issued-root', 'published', e.opening().of('issuedRoot').raw],
      ['digest', 'published', e.opening().of('digest').raw],
      ['chain', 'links', e.checkpoints().length],
      ['head', 'published', headNow(e)],
      ['revoked', 'published', e.last().of('revoked').raw],
      ...(e.hall === undefined ? wholeRows(e, final) : []),
    ]
    same('the round in the report', report.of('round').raw, e.round)
    same('the snapshot in the report', report.of('snapshot').raw, e.n)
    for (const [row, key, value] of expected)
      same(`${row} in the report`, rows.get(row)?.of(key).raw, value)
    return `${plural(rows.size, 'row')} of the published report, all equal, and as the files are`
  })
}

type Row = readonly [row: string, key: string, value: unknown]

/** The rows about all boxes together. */
function wholeRows(e: Election, final: boolean): readonly Row[] {
  const recorded = sum(e.whole.of('pools').list.map(recordedIn))
  const halls = e.whole.of('halls')
  return [
    ['ballots-root', 'published', e.last().of('ballotsRoot').of('root').raw],
    ['result', 'differences', 0],
    ...(final ? [['files', 'recorded', recorded] as const] : []),
    ...(halls.isThere
      ? ([
          ['halls', 'named', halls.list.length],
          ['halls-ballots', 'boxed', recorded],
          ['codes-apart', 'twice', 0],
        ] as const)
      : []),
  ]
}

/** Every hall that was named before the first ballot is there, or was given up in public; no code is of two boxes. */
function checkHalls(boxes: readonly Election[]): readonly Finding[] {
  const [e] = boxes
  if (e === undefined) return []
  const check = finding('halls', ({ same, wrong }) => {
    const paper = parseJson(e.need('paper.json'), 'paper.json')
    const ids = paper.of('halls').isThere ? paper.of('halls').texts : []
    const told = e.whole.of('halls').isThere ? e.whole.of('halls').list : []
    same(
      'the halls in result.json',
      told.map((each) => each.of('hall').raw),
      ids,
    )
    if (ids.length > 0 || e.opening().of('halls').isThere) {
      same('the halls in the opening record', e.opening().of('halls').raw, ids)
      const keys = e.opening().of('hallKeys').list
      same(
        'the halls with a key in the opening record',
        keys.map((each) => each.of('hall').raw),
        ids,
      )
    }
    same('the hall in the opening record', e.opening().of('hall').raw, undefined)
    const fixed = e.last().of('halls').isThere ? e.last().of('halls').list : []
    same(
      'the halls in the final checkpoint',
      fixed.map((each) => each.of('hall').raw),
      ids,
    )
    for (const each of told.filter((one) => !one.of('pools').isThere)) {
      const hall = each.of('hall').text
      const said = fixed.find((one) => one.of('hall').raw === hall)
      same(`why the box of ${hall} is not there`, each.of('reason').text, said?.of('reason').raw)
    }
    const own = boxes.slice(1)
    for (const box of own) sameHall(e, box, fixed, same)
    for (const box of boxes)
      for (const other of boxes) if (box !== other) wrong(...codesOfBoth(box, other))
    const lost = told.filter((one) => !one.of('pools').isThere)
    const without = lost.map(
      (one) => `; ${one.of('hall').text} is NOT in it: "${one.of('reason').text}"`,
    )
    return `${own.length} of ${plural(told.length, 'hall')} in the result, each ended as the final checkpoint fixed it, no code in two boxes${without.join('')}`
  })
  return e.whole.of('halls').isThere || check.state === 'fails' ? [check] : []
}

/** A hall's box was opened on the same ballot, with the key that was named before it, and its chain ends where the round's own says. */
function sameHall(e: Election, box: Election, fixed: readonly Value[], same: Found['same']): void {
  const { hall = '', round, board } = box
  const opening = box.opening()
  same(`the hall in the opening record of ${hall}`, opening.of('hall').raw, hall)
  for (const key of ['digest', 'opensAt', 'halls', 'lot', 'floor', 'timeZone'])
    same(`${key} in the opening record of ${hall}`, opening.of(key).raw, e.opening().of(key).raw)
  const named = e
    .opening()
    .of('hallKeys')
    .list.find((each) => each.of('hall').raw === hall)
  same(`the key of ${hall}`, opening.of('signKey').raw, named?.of('signKey').raw)
  // A box that the ballot does not have would take ballots along that nobody counts.
  const areas = e.whole.of('pools').list.map(poolOf)
  same(`the areas of ${hall} in result.json`, box.result.of('pools').list.map(poolOf), areas)
  const foreign = opening
    .of('issued')
    .list.map(poolOf)
    .filter((pool) => !areas.includes(pool))
  same(`codes of ${hall} for areas that the ballot does not have`, foreign, [])
  const texts = board?.texts ?? []
  const head = H(round, 'checkpoint', texts.at(-1) ?? Buffer.alloc(0)).toString('hex')
  const said = fixed.find((one) => one.of('hall').raw === hall)
  same(
    `the end of the chain of ${hall}`,
    [said?.of('n').raw, said?.of('head').raw],
    [texts.length - 1, head],
  )
}

function codesOfBoth(box: Election, other: Election): readonly string[] {
  if (box.whole.of('status').raw === 'provisional') return []
  const issued = issuedOf(other)
  return usedOf(box)
    .filter((u) => issued.has(markOf(other, hex(u))))
    .map((u) => `${u} was used in one box and issued in another`)
}

// 7. Checks with what somebody holds -------------------------------------------------------------------

function checkReceipt(
  boxes: readonly Election[],
  { receipt: typed = '', signature }: Request,
): Finding {
  return finding('receipt', ({ wrong }) => {
    const receipt = typed.toUpperCase().replace(/[\s-]/g, '')
    const found = boxes.map((e) => receiptsOf(e).find((each) => each.receipt === receipt))
    if (signature === undefined) {
      const listed = found.find((each) => each !== undefined)
      if (listed) return `${receipt} is in receipts.csv, first in checkpoint ${listed.first}`
      throw new NotPossible(
        `${receipt} is not in receipts.csv; with its signature (--signature) that would be a proof`,
      )
    }
    // Each box signs with a key of its own, and its own list must have what it signed.
    const signedBy = ({ round }: Election, key: string) =>
      hasSigned(round, key, { receipt, signature })
    const signer = boxes.findIndex((e) => signedBy(e, e.opening().of('signKey').text))
    const listed = found[signer]
    const lost = lostHalls(boxes).find(({ e, key }) => signedBy(e, key))
    if (lost !== undefined)
      return `${receipt} was signed by the laptop of ${lost.hall}. Its box was given up: "${lost.reason}". So this ballot is NOT in the result`
    if (signer < 0)
      wrong(
        `the signature on ${receipt} is not by the key of this board: it was miscopied, or the board is another one`,
      )
    else if (!listed)
      wrong(`${receipt} is signed and not in receipts.csv: this proves that a ballot was lost`)
    return `${receipt} is signed, and in receipts.csv since checkpoint ${listed?.first ?? 0}`
  })
}

/** The halls whose boxes were given up, each with the key that the opening record names. */
function lostHalls([e]: readonly Election[]) {
  if (e === undefined || !e.whole.of('halls').isThere) return []
  const lost = e.whole.of('halls').list.filter((each) => !each.of('pools').isThere)
  return lost.flatMap((each) => {
    const hall = each.of('hall').text
    const keys = e.opening().of('hallKeys').list
    const key = keys.find((one) => one.of('hall').raw === hall)?.of('signKey').text
    return key === undefined ? [] : [{ e, hall, key, reason: each.of('reason').text }]
  })
}

function hasSigned(
  round: string,
  signKey: string,
  { receipt, signature }: { readonly receipt: string; readonly signature: string },
): boolean {
  const raw = Buffer.from(signKey, 'base64url')
  if (raw.length !== 32) throw new Unreadable('the opening record has no key for receipts')
  const key = createPublicKey({
    key: Buffer.concat([ED25519_HEADER, raw]),
    format: 'der',
    type: 'spki',
  })
  const message = H(round, 'receipt-signature', receipt)
  return isSigned(null, message, key, Buffer.from(signature, 'base64url'))
}

/** The code is used here only: neither it nor anything that leads back to it is printed. */
function checkUnused(boxes: readonly Election[], typed: string): Finding {
  return finding('code', ({ wrong }) => {
    const code = readCode(typed)
    if (code === undefined)
      throw new Refused('--unused is not a voting code: a letter of it is wrong.')
    const marks = boxes.map((e) => {
      const u = H(e.round, 'use', code)
      return { mark: issuedOf(e).get(markOf(e, u)), used: usedOf(e).includes(u.toString('hex')) }
    })
    const mark = marks.find((each) => each.mark !== undefined)?.mark
    if (marks.some(({ used }) => used))
      wrong('this code voted: if its owner did not, somebody else used it')
    if (mark === undefined)
      wrong('this code is not among the issued ones: it is of another round, or was taken out')
    if (mark?.revoked)
      wrong('this code was revoked: if its owner asked for no other letter, ask who did')
    return 'this code was issued, has not voted and was not revoked'
  })
}

/** What observers were shown of all boxes: then every pairsRoot comes out again. */
function checkObserved(boxes: readonly Election[], file: string): Finding {
  if (!existsSync(file)) throw new Refused(`There is no file ${file}.`)
  return finding('observers', ({ same, wrong }) => {
    const rows = parseTable(readFileSync(file, 'utf8'), basename(file), ['hall', 'q', 'R', 'c'])
    const held = rows.map(([hall = '', q = '', R = '', c = '']) => ({ hall, q, R, c }))
    const lists = boxes.map((e) => ({ e, receipts: receiptsOf(e) }))
    const names = (each: readonly { readonly hall: string; readonly R: string }[]) =>
      each.map(({ hall, R }) => `${hall} ${R}`).toSorted()
    const listed = lists.flatMap(({ e: { hall = '' }, receipts }) =>
      receipts.map(({ receipt: R }) => ({ hall, R })),
    )
    if (!isSame(names(held), names(listed)))
      wrong('the receipts that observers were shown are not those in receipts.csv')
    const [e] = boxes
    const shown = new Set(held.map(({ c }) => c))
    const foreign = e === undefined ? 0 : ballotsOf(e).filter(({ c }) => !shown.has(c)).length
    if (foreign > 0)
      wrong(`${plural(foreign, 'published ballot')} not among those that observers were shown`)
    // Two voters may share a receipt: it may stand in two boxes, and in those of two areas.
    const sameReceipt = new Set(names(listed)).size < listed.length
    for (const list of lists) samePairs(list, { held, sameReceipt }, same)
    const all = sized(
      e?.round ?? '',
      held.map(({ c }) => hex(c)),
    )
    same('ballotsRoot', e?.last().of('ballotsRoot').raw, all)
    const which = sameReceipt
      ? 'the last two (two voters share a receipt, so the earlier ones are not told apart)'
      : 'all'
    return `${plural(held.length, 'ballot')} as observers were shown them; pairsRoots come out again: ${which}`
  })
}

type Shown = {
  readonly held: readonly Readonly<Record<'hall' | 'q' | 'R' | 'c', string>>[]
  readonly sameReceipt: boolean
}

/** The roots of one box, from its own pairs. */
function samePairs(
  { e, receipts }: { readonly e: Election; readonly receipts: readonly Receipt[] },
  { held, sameReceipt }: Shown,
  same: Found['same'],
): void {
  const firsts = new Map(receipts.map(({ receipt, first }) => [receipt, first]))
  const own = held.flatMap(({ hall, q, R, c }) => {
    const first = firsts.get(R)
    return first === undefined || hall !== (e.hall ?? '')
      ? []
      : [{ first, leaf: H(e.round, 'pair', hex(q), R, hex(c)) }]
  })
  for (const each of e.checkpoints()) {
    if (sameReceipt && each.of('kind').raw === 'voting') continue
    const until = own.filter(({ first }) => first <= each.of('n').number)
    const root = sized(
      e.round,
      until.map(({ leaf }) => leaf),
    )
    same(`pairsRoot in ${each.place}`, each.of('pairsRoot').raw, root)
  }
}

// 8. Counting, as docs/counting.md defines it, in whole numbers of any length ---------------------------

type Rule = {
  readonly method: string
  readonly fundWithoutVotes: boolean
  readonly partFunding: boolean
  readonly minVotes: number
  readonly exclusive: readonly (readonly string[])[]
  readonly caps: readonly Cap[]
  readonly comparison: string | undefined
  readonly cardinality: boolean
  readonly completion: string
  readonly floor: boolean
  readonly increment: number
  /** Hundredths that areas keep for themselves. A ballot names no area, so its voter shares the rest. */
  readonly shared: number
  readonly perTheme: number
  readonly withinBudget: boolean
}

type Cap = {
  readonly theme: string | undefined
  readonly area: string | undefined
  readonly cost: number
  readonly count: number
}

const METHODS =
  /^(greedy|greedy-no-skip|greedy-per-cost|greedy-threshold|greedy-exclusive|equalshares|phragmen|top-per-theme)$/
const OPTIONS =
  /^(method|fundWithoutVotes|partFunding|minVotes|exclusive|caps|comparison|utility|completion|start|increment|shares|perTheme|withinBudget)$/

const textOr = (value: Value, other: string) => (value.isThere ? value.text : other)
const numberOr = (value: Value, other: number) => (value.isThere ? value.number : other)
const listOr = (value: Value) => (value.isThere ? value.list : [])

/** Throws a NotPossible on a rule that is not known here. */
function readRule(rule: Value): Rule {
  const method = rule.of('method').text
  const odd =
    rule.keys.find((key) => !OPTIONS.test(key)) ?? (METHODS.test(method) ? undefined : method)
  if (odd !== undefined)
    throw new NotPossible(`this program does not know the rule or option ${odd}`)
  const completion = textOr(rule.of('completion'), 'none')
  const start = textOr(rule.of('start'), completion.startsWith('add1') ? 'floor' : 'exact')
  const shares = rule.of('shares')
  return {
    ...{ method, completion, floor: start === 'floor' },
    fundWithoutVotes: rule.of('fundWithoutVotes').yes,
    partFunding: rule.of('partFunding').yes,
    minVotes: numberOr(rule.of('minVotes'), -Infinity),
    exclusive: listOr(rule.of('exclusive')).map((group) => group.texts),
    caps: listOr(rule.of('caps')).map((cap) => ({
      theme: cap.of('theme').isThere ? cap.of('theme').text : undefined,
      area: cap.of('area').isThere ? cap.of('area').text : undefined,
      cost: numberOr(cap.of('cost'), Infinity),
      count: numberOr(cap.of('count'), Infinity),
    })),
    comparison: rule.of('comparison').isThere ? rule.of('comparison').text : undefined,
    cardinality: rule.of('utility').raw === 'cardinality',
    increment: numberOr(rule.of('increment'), 100),
    shared: sum(shares.keys.map((area) => shares.of(area).number)),
    perTheme: numberOr(rule.of('perTheme'), Infinity),
    withinBudget: rule.of('withinBudget').raw !== false,
  }
}

type Item = {
  readonly id: string
  readonly cost: number
  readonly theme: string | undefined
  readonly area: string | undefined
  /** The place in the lot order. */
  readonly place: number
  readonly votes: number
  readonly score: number
}

/** Equal ballots: what they give, and how many they are. */
type Group = { readonly weight: number; readonly points: ReadonlyMap<string, number> }

type Contest = {
  readonly budget: number
  readonly items: readonly Item[]
  readonly groups: readonly Group[]
}

type Turn = {
  readonly item: Item
  readonly kind: string
  readonly before: number
  readonly paid: number
}

type Count = {
  readonly funded: readonly Item[]
  readonly cost: number
  /** Where the rule went by turn: every turn. */
  readonly turns?: readonly Turn[]
  /** Where it did not: what was bought, in its order. */
  readonly bought?: readonly Item[]
  readonly extra?: number
  readonly comparison?: object
}

const costOf = (items: readonly Item[]) => sum(items.map(({ cost }) => cost))

/** Lowest cost, then most votes, then lot. */
const byTie = (a: Item, b: Item) => a.cost - b.cost || b.votes - a.votes || a.place - b.place

function excludes({ exclusive }: Rule, funded: readonly Item[], { id }: Item): boolean {
  return exclusive.some(
    (group) => group.includes(id) && funded.some((each) => group.includes(each.id)),
  )
}

function isOverCap({ caps }: Rule, funded: readonly Item[], item: Item): boolean {
  return caps.some((cap) => {
    const isInside = (each: Item) =>
      (cap.theme ?? each.theme) === each.theme && (cap.area ?? each.area) === each.area
    const together = [...funded, item].filter(isInside)
    return isInside(item) && (together.length > cap.count || costOf(together) > cap.cost)
  })
}

/** Whether equal shares and Phragmén can fund it beside those. */
function isOpen(rule: Rule, funded: readonly Item[], item: Item): boolean {
  const isWanted = item.votes > 0 && item.score > 0 && item.score >= rule.minVotes
  return (
    isWanted &&
    !funded.includes(item) &&
    !excludes(rule, funded, item) &&
    !isOverCap(rule, funded, item)
  )
}

function turnOrder(items: readonly Item[], perCost: boolean): readonly Item[] {
  // What is free has endless points for its money; without any points it has none.
  const endless = ({ cost, score }: Item) => (cost === 0 ? score : 0)
  const times = (a: Item, b: Item) => BigInt(a.score) * BigInt(b.cost || 1)
  const byDensity = (a: Item, b: Item) =>
    endless(b) - endless(a) || Number(times(b, a) - times(a, b))
  return items.toSorted((a, b) => (perCost ? byDensity(a, b) : b.score - a.score) || byTie(a, b))
}

/** Rules by turn, and what spends the rest after equal shares. */
function countTurns({ items, budget }: Contest, rule: Rule, before: readonly Item[] = []): Count {
  const { method, withinBudget } = rule
  const funded = [...before]
  let left = (withinBudget ? budget : costOf(items)) - costOf(before)
  let hasEnded = false
  const turns: Turn[] = []
  for (const item of turnOrder(items, method === 'greedy-per-cost')) {
    if (before.includes(item)) continue
    const kind: string = hasEnded ? 'after-stop' : kindOfTurn(rule, { item, funded, left })
    const paid = kind === 'funded' ? item.cost : kind === 'part-funded' ? left : 0
    turns.push({ item, kind, before: left, paid })
    if (kind === 'funded' || kind === 'part-funded') funded.push(item)
    left -= paid
    hasEnded ||= kind === 'part-funded' || (kind === 'does-not-fit' && method === 'greedy-no-skip')
  }
  return { funded, turns, cost: costOf(before) + sum(turns.map(({ paid }) => paid)) }
}

type Moment = { readonly item: Item; readonly funded: readonly Item[]; readonly left: number }

function kindOfTurn(rule: Rule, { item, funded, left }: Moment): string {
  const { votes, score, cost, theme } = item
  if (votes === 0 && !rule.fundWithoutVotes) return 'no-votes'
  if (votes > 0 && score < (rule.fundWithoutVotes ? 0 : 1)) return 'outvoted'
  if (score < rule.minVotes) return 'below-threshold'
  if (excludes(rule, funded, item)) return 'excluded'
  if (isOverCap(rule, funded, item)) return 'over-cap'
  if (funded.filter((each) => each.theme === theme).length >= rule.perTheme) return 'over-cap'
  if (cost <= left) return 'funded'
  return rule.partFunding && left > 0 ? 'part-funded' : 'does-not-fit'
}

type Fraction = readonly [numerator: bigint, denominator: bigint]

const isLess = (a: Fraction, b: Fraction) => a[0] * b[1] < b[0] * a[1]

type Supporter = { readonly at: number; readonly weight: bigint; readonly own: bigint }

/** By proposal the groups that gave it points. */
function supportersOf({ items, groups }: Contest): ReadonlyMap<Item, readonly Supporter[]> {
  const given = (item: Item) =>
    groups.flatMap(({ weight, points }, at) => {
      const own = points.get(item.id) ?? 0
      return own > 0 ? [{ at, weight: BigInt(weight), own: BigInt(own) }] : []
    })
  return new Map(items.map((item) => [item, given(item)]))
}

function countShares(contest: Contest, rule: Rule): Count {
  const supporters = supportersOf(contest)
  const run = (extra: number) => buyByShares(contest, rule, { supporters, extra })
  let [extra, bought] = [0, run(0)]
  while (rule.completion.startsWith('add1')) {
    const left = contest.budget - costOf(bought)
    if (!contest.items.some((each) => each.cost <= left && isOpen(rule, bought, each))) break
    const next = run(extra + rule.increment)
    if (costOf(next) > contest.budget) break
    ;[extra, bought] = [extra + rule.increment, next]
  }
  if (rule.completion === 'none' || rule.completion === 'add1')
    return { funded: bought, bought, extra, cost: costOf(bought) }
  const { turns: _, ...rest } = countTurns(contest, rule, bought)
  return { ...rest, bought, extra }
}

type Purses = {
  readonly supporters: ReadonlyMap<Item, readonly Supporter[]>
  /** Hundredths that every voter holds more. */
  readonly extra: number
}

/** One run of equal shares. All purses are whole numbers over one denominator, which grows. */
function buyByShares(
  { budget, items, groups }: Contest,
  rule: Rule,
  { supporters, extra }: Purses,
) {
  const voters = BigInt(Math.max(1, sum(groups.map(({ weight }) => weight))))
  const money = BigInt(budget - rule.shared)
  let denominator = rule.floor ? 1n : voters
  const start = rule.floor ? (money / voters / 100n) * 100n : money
  const purses = groups.map(() => start + BigInt(extra) * denominator)
  const bought: Item[] = []
  /** Values only fall, so an earlier one is a bound; a proposal that nobody can pay stays unpaid. */
  const bounds = new Map<Item, Fraction>(items.map((item) => [item, [1n, 0n]]))
  for (;;) {
    const open = items
      .filter((each) => bounds.has(each) && isOpen(rule, bought, each))
      .toSorted(byTie)
    const free = open.find(({ cost }) => cost === 0)
    if (free) {
      bought.push(free)
      continue
    }
    let best: { item: Item; price: Price; value: Fraction } | undefined
    const hopeful = open.toSorted((a, b) => compareBounds(bounds.get(a), bounds.get(b)))
    for (const item of hopeful) {
      if (best && isLess(bounds.get(item) ?? [0n, 1n], best.value)) break
      const price = priceOf(BigInt(item.cost) * denominator, supporters.get(item) ?? [], purses)
      if (price === undefined) {
        bounds.delete(item)
        continue
      }
      const worth = rule.cardinality ? 1n : BigInt(item.cost)
      const value: Fraction = [worth * denominator * price.units, price.sum]
      bounds.set(item, value)
      const isBetter =
        best === undefined ||
        isLess(best.value, value) ||
        (!isLess(value, best.value) && byTie(item, best.item) < 0)
      if (isBetter) best = { item, price, value }
    }
    if (best === undefined) return bought
    const { item, price } = best
    bought.push(item)
    denominator *= price.units
    const paying = new Map((supporters.get(item) ?? []).map(({ at, own }) => [at, own]))
    for (const [at, held] of purses.entries()) {
      const due = price.sum * (paying.get(at) ?? 0n)
      const scaled = held * price.units
      purses[at] = scaled > due ? scaled - due : 0n
    }
  }
}

function compareBounds(a: Fraction = [0n, 1n], b: Fraction = [0n, 1n]): number {
  if (a[1] === 0n || b[1] === 0n) return Number(a[1] - b[1])
  return isLess(b, a) ? -1 : isLess(a, b) ? 1 : 0
}

/** What is left to pay when the poorest have given all, and the points among which it is shared. */
type Price = { readonly sum: bigint; readonly units: bigint }

function priceOf(
  cost: bigint,
  supporters: readonly Supporter[],
  purses: readonly bigint[],
): Price | undefined {
  const held = supporters.map((each) => ({ ...each, purse: purses[each.at] ?? 0n }))
  if (held.reduce((all, { purse, weight }) => all + purse * weight, 0n) < cost) return undefined
  let rest = cost
  let units = held.reduce((all, { own, weight }) => all + own * weight, 0n)
  const poorestFirst = held.toSorted((a, b) => {
    const [x, y] = [a.purse * b.own, b.purse * a.own]
    return x < y ? -1 : x > y ? 1 : 0
  })
  for (const { purse, own, weight } of poorestFirst) {
    if (rest * own <= purse * units) return { sum: rest, units }
    rest -= purse * weight
    units -= own * weight
  }
  return undefined
}

/** Sequential Phragmén: the lowest new load is next, until one of the lowest does not fit. */
function countLoads(contest: Contest, rule: Rule): Count {
  const { items, groups, budget } = contest
  const supporters = supportersOf(contest)
  const loads = groups.map(() => 0n)
  let denominator = 1n
  const bought: Item[] = []
  for (;;) {
    const offers = items
      .filter((each) => each.cost <= budget && isOpen(rule, bought, each))
      .toSorted(byTie)
      .map((item) => {
        const own = supporters.get(item) ?? []
        const voters = own.reduce((all, { weight }) => all + weight, 0n)
        const carried = own.reduce((all, { at, weight }) => all + weight * (loads[at] ?? 0n), 0n)
        const load: Fraction = [carried + BigInt(item.cost) * denominator, voters]
        return { item, own, load }
      })
    const best = offers.reduce<(typeof offers)[number] | undefined>(
      (low, each) => (low === undefined || isLess(each.load, low.load) ? each : low),
      undefined,
    )
    const left = budget - costOf(bought)
    const tied = offers.filter(({ load }) => best && !isLess(best.load, load))
    if (best === undefined || tied.some(({ item }) => item.cost > left))
      return { funded: bought, bought, cost: costOf(bought) }
    bought.push(best.item)
    const [load, voters] = best.load
    for (const [at, each] of loads.entries()) loads[at] = each * voters
    for (const { at } of best.own) loads[at] = load
    denominator *= voters
  }
}

function countPlain(contest: Contest, rule: Rule): Count {
  if (rule.method === 'phragmen') return countLoads(contest, rule)
  return rule.method === 'equalshares' ? countShares(contest, rule) : countTurns(contest, rule)
}

/** Counts by the rule, and compares with greedy where the rule says so. */
function countBy(contest: Contest, rule: Rule): Count {
  const own = countPlain(contest, rule)
  if (rule.comparison === undefined) return own
  const { fundWithoutVotes, minVotes, exclusive, caps } = rule
  const plain = readRule(new Value({ method: 'greedy' }, 'greedy'))
  const greedy = countTurns(contest, { ...plain, fundWithoutVotes, minVotes, exclusive, caps })
  const most = rule.comparison === 'exclusion' ? 1 : Infinity
  const [forRule, forGreedy] = preferring(contest, [own, greedy], most)
  const kept = forGreedy > forRule ? 'greedy' : 'rule'
  const comparison = { by: rule.comparison, forRule, forGreedy, kept }
  return { ...(kept === 'greedy' ? greedy : own), comparison }
}

/** How many of the funded proposals a ballot gave points, at most `most`. */
const wanted = ({ points }: Group, { funded }: Count, most: number) =>
  Math.min(most, funded.filter(({ id }) => (points.get(id) ?? 0) > 0).length)

/** Voters with more under the first, and under the second. */
function preferring({ groups }: Contest, [a, b]: readonly [Count, Count], most: number) {
  const gains = groups.map((group) => ({
    ...{ weight: group.weight, gain: wanted(group, b, most) - wanted(group, a, most) },
  }))
  const voters = (sign: number) =>
    sum(gains.map(({ weight, gain }) => (Math.sign(gain) === sign ? weight : 0)))
  return [voters(-1), voters(1)] as const
}

// 9. Checks of the result ------------------------------------------------------------------------------

/** The proposals of a box, and the budget it decided on. */
function paperOf(paper: Value, pool: string) {
  const boxes = paper.of('pools').list
  const lot = paper.of('lot').isThere ? paper.of('lot').texts : []
  const textIn = (each: Value, key: string) =>
    each.of(key).isThere ? each.of(key).text : undefined
  const placeOf = (id: string) => (lot.includes(id) ? lot.indexOf(id) : lot.length)
  const items = paper
    .of('proposals')
    .list.map((each) => ({
      ...{ id: each.of('id').text, cost: each.of('cost').number },
      ...{ theme: textIn(each, 'theme'), area: textIn(each, 'area') },
    }))
    .filter(({ area }) => boxes.length === 1 || area === pool)
    .toSorted((a, b) => placeOf(a.id) - placeOf(b.id) || (a.id < b.id ? -1 : 1))
    .map((item, place) => ({ ...item, place }))
  const budget = boxes.find((each) => poolOf(each) === pool)?.of('budget').number
  if (budget === undefined) throw new Unreadable(`paper.json knows no box ${pool}`)
  return { items, budget }
}

type Paper = ReturnType<typeof paperOf> & { readonly ballot: Value }

/** The points that a ballot gives by proposal. Throws on one that could not be cast. */
function readBallot(B: string, { items, budget, ballot }: Paper): ReadonlyMap<string, number> {
  const type = ballot.of('type').text
  const choices = parseJson(B, 'the ballot').list
  const first =
    ballot.of('scoring').raw === 'borda'
      ? items.length
      : numberOr(ballot.of('maxLength'), items.length)
  const points = choices.map((choice, at): readonly [string, number] => {
    if (type === 'ranking') return [choice.text, first - at]
    if (type === 'points' || type === 'score')
      return [choice.of('proposal').text, choice.of('points').number]
    if (type !== 'for-against') return [choice.text, 1]
    const stance = choice.of('stance').text
    return [choice.of('proposal').text, stance === 'for' ? 1 : stance === 'against' ? -1 : 0]
  })
  const wrong = limitBroken(points, { ballot, budget, items, type })
  const ids = points.map(([id]) => id)
  if (wrong ?? (canonical(choices.map(({ raw }) => raw)) !== B || !isSorted(type, ids)))
    throw new Unreadable(wrong ?? 'is not written in canonical form')
  return new Map(points)
}

const isSorted = (type: string, ids: readonly string[]) =>
  type === 'ranking' || ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id)

function limitBroken(
  points: readonly (readonly [string, number])[],
  { ballot, budget, items, type }: Paper & { readonly type: string },
): string | undefined {
  const chosen = items.filter(({ id }) => points.some(([each]) => each === id))
  if (chosen.length < points.length)
    return 'names a proposal twice, or one that is not on the paper'
  const one = type === 'choose-1' ? 1 : undefined
  const [least, most] = [
    one ?? numberOr(ballot.of('minLength'), 1),
    one ?? numberOr(ballot.of('maxLength'), Infinity),
  ]
  if (points.length === 0) return ballot.of('blank').raw === false ? 'is blank' : undefined
  if (points.length < least || points.length > most) return `names ${points.length} proposals`
  if (type === 'knapsack' && costTogether(chosen) > numberOr(ballot.of('maxCost'), budget))
    return 'costs more than it may'
  if (type === 'for-against')
    return points.some(([, each]) => each === 0) ? 'has an unknown stance' : undefined
  if (type !== 'points' && type !== 'score') return undefined
  const highest = type === 'points' ? 'maxSumPoints' : 'maxPoints'
  const [low, high] =
    type === 'points'
      ? [1, numberOr(ballot.of('maxPoints'), ballot.of(highest).number)]
      : [numberOr(ballot.of('minPoints'), 0), ballot.of(highest).number]
  if (points.some(([, each]) => each < low || each > high || each === 0))
    return 'gives too many or too few points'
  const all = sum(points.map(([, each]) => each))
  return type === 'points' && all > ballot.of(highest).number ? 'gives too many points' : undefined
}

const costTogether = (items: readonly { readonly cost: number }[]) =>
  sum(items.map(({ cost }) => cost))

/** The groups of equal ballots of a box. */
function groupsOf(ballots: readonly Listed[], paper: Paper, { wrong }: Found): readonly Group[] {
  return [...tallied(ballots.map(({ B }) => B))].map(([B, weight]) => {
    try {
      return { weight, points: readBallot(B, paper) }
    } catch (fault) {
      if (!(fault instanceof Unreadable)) throw fault
      wrong(`a ballot that could not be cast: ${shortened(B)} ${fault.message}`)
      return { weight, points: new Map<string, number>() }
    }
  })
}

/** The result of one box, from its ballots; from its sums where these are all that is published. */
function checkResult(e: Election, pool: Value): Finding {
  const name = poolOf(pool)
  return finding(`result ${name}`, (found) => {
    const { same } = found
    const frozen = parseJson(e.need('paper.json'), 'paper.json')
    const rule = readRule(frozen.of('rule'))
    const paper = { ...paperOf(frozen, name), ballot: frozen.of('ballot') }
    const ballots = ballotsOf(e).filter((each) => each.pool === name)
    const isListed = ballots.length > 0 || recordedIn(pool) === 0
    const said = pool.of('allocation')
    if (
      !isListed &&
      (rule.method === 'equalshares' || rule.method === 'phragmen' || rule.comparison)
    )
      throw new NotPossible(
        `the rule needs the ballots of ${name}, and they are not published; observers can count them`,
      )
    if (said.of('shares').isThere && !said.of('shares').of('finished').yes)
      throw new NotPossible('the search for more money was ended by a bound')
    const groups = groupsOf(ballots, paper, found)
    const contest = isListed ? contestOf(paper, groups) : contestOfSums(paper, said)
    if (isListed) {
      const blank = sum(groups.map(({ weight, points }) => (points.size === 0 ? weight : 0)))
      same(`ballots of ${name}`, recordedIn(pool), ballots.length)
      same(`blank ballots of ${name}`, pool.of('ballots').of('blank').raw, blank)
    }
    const count = countBy(contest, rule)
    expectCount(found, { said, contest, count })
    if (pool.of('sideBySide').isThere)
      expectBeside(found, pool.of('sideBySide'), { contest, count })
    const from = isListed
      ? `${plural(ballots.length, 'ballot')}, one by one`
      : 'the published sums only'
    return `${name}: counted again from ${from}: ${plural(count.funded.length, 'proposal')} for ${money(count.cost)} of ${money(contest.budget)}`
  })
}

const money = (hundredths: number) => (hundredths / 100).toFixed(2)

function contestOf({ items, budget }: Paper, groups: readonly Group[]): Contest {
  const given = (id: string) =>
    groups.flatMap(({ weight, points }) => {
      const own = points.get(id)
      return own === undefined ? [] : [{ weight, own }]
    })
  const counted = items.map((item) => ({
    ...item,
    votes: sum(given(item.id).map(({ weight }) => weight)),
    score: sum(given(item.id).map(({ weight, own }) => weight * own)),
  }))
  return { budget, items: counted, groups }
}

function contestOfSums({ items, budget }: Paper, said: Value): Contest {
  const lines = new Map(said.of('lines').list.map((line) => [line.of('proposal').text, line]))
  const counted = items.map((item) => {
    const line = lines.get(item.id) ?? new Value(undefined, `the line of ${item.id}`)
    const votes = line.of('votes').number
    return { ...item, votes, score: numberOr(line.of('score'), votes) }
  })
  return { budget, items: counted, groups: [] }
}

type Compared = { readonly contest: Contest; readonly count: Count }

const idsOf = (items: readonly Item[]) => items.map(({ id }) => id).toSorted()

/** Holds every number of the published outcome against the count. */
function expectCount(
  { same }: Found,
  { said, contest, count }: Compared & { readonly said: Value },
): void {
  same('funded proposals', said.of('selected').raw, idsOf(count.funded))
  same('cost', said.of('cost').raw, count.cost)
  same('money left', said.of('leftover').raw, contest.budget - count.cost)
  const lines = said.of('lines').list
  const idOf = (line: Value) => line.of('proposal').text
  same('the proposals', lines.map(idOf).toSorted(), idsOf(contest.items))
  same(
    'ranks',
    lines.map((line) => line.of('rank').raw),
    [...lines.keys()].map((at) => at + 1),
  )
  for (const line of lines) {
    const item = contest.items.find(({ id }) => id === idOf(line))
    const [id, votes] = [idOf(line), line.of('votes').number]
    same(`votes of ${id}`, votes, item?.votes)
    same(`points of ${id}`, numberOr(line.of('score'), votes), item?.score)
    same(`cost of ${id}`, line.of('cost').raw, item?.cost)
    const kind = line.of('reason').of('kind').text
    const isFunded = count.funded.some((each) => each.id === id)
    same(`whether ${id} is funded`, /^(part-)?funded$/.test(kind), isFunded)
  }
  const bought = count.bought ?? []
  same(
    'the order of purchases',
    lines.slice(0, bought.length).map(idOf),
    bought.map(({ id }) => id),
  )
  for (const [at, { item, kind, before }] of (count.turns ?? []).entries()) {
    const line = lines[at] ?? new Value({}, 'a line')
    const reason = line.of('reason')
    same(`turn ${at + 1}`, [line.of('proposal').raw, reason.of('kind').raw], [item.id, kind])
    if (reason.of('moneyBefore').isThere)
      same(`money before turn ${at + 1}`, reason.of('moneyBefore').raw, before)
  }
  same('the comparison', said.of('comparison').raw, count.comparison)
  if (said.of('shares').isThere)
    same('what was added to every start', said.of('shares').of('extra').raw, count.extra)
}

/** What was published of another rule. */
function expectBeside({ same }: Found, beside: Value, { contest, count }: Compared): void {
  const other = countBy(contest, readRule(beside.of('rule')))
  const [here, there] = preferring(contest, [count, other], Infinity)
  const served = (each: Count) =>
    sum(contest.groups.map((group) => (wanted(group, each, 1) > 0 ? group.weight : 0)))
  const own = {
    ...{ selected: idsOf(other.funded), cost: other.cost, prefer: { here, there } },
    served: { here: served(count), there: served(other) },
  }
  for (const [key, value] of Object.entries(own))
    same(`another rule's ${key}`, beside.of(key).raw, value)
}

// 10. The verdict --------------------------------------------------------------------------------------

export type Report = {
  readonly verdict: 'agrees' | 'agrees-as-far-as-it-goes' | 'fails'
  readonly says: string
  readonly findings: readonly Finding[]
  /** What these files cannot show, and who can. */
  readonly beyond: readonly string[]
}

/** Makes every check that can be made. Throws where the folder, a code or an option is no such thing. */
export function verifyElection(request: Request): Report {
  const e = openElection(request)
  const boxes = readable(() => boxesOf(e))
  const findings = [
    ...boxes.flatMap((box) => [checkChain(box), checkGrowth(box)]),
    checkHeads(boxes, request.heads ?? []),
    ...[checkPaper(e), checkDigest(e), checkSnapshot(e)],
    ...boxes.flatMap((box) => [
      ...[checkReceipts(box), checkIssued(box), checkUsed(box), checkNumbers(box)],
    ]),
    ...readable(() => checkHalls(boxes)),
    ...[checkBallots(e), checkBallotsRoot(e)],
    ...poolsIn(e).map((pool) => checkResult(e, pool)),
    ...boxes.map(checkReconciliation),
    ...(request.receipt === undefined ? [] : [checkReceipt(boxes, request)]),
    ...(request.unused === undefined ? [] : [checkUnused(boxes, request.unused)]),
    ...(request.observed === undefined ? [] : [checkObserved(boxes, request.observed)]),
  ]
  return { ...verdictOn(findings), findings, beyond: beyondFiles(request, e) }
}

function poolsIn({ result }: Election): readonly Value[] {
  return readable(() => result.of('pools').list.filter((pool) => poolOf(pool) !== ''))
}

/** Without a result that can be read nothing can be checked. */
function readable<T>(read: () => T): T {
  try {
    return read()
  } catch (fault) {
    throw fault instanceof Unreadable ? new Refused(`${fault.message}.`) : fault
  }
}

function verdictOn(findings: readonly Finding[]): Pick<Report, 'verdict' | 'says'> {
  const failed = findings.filter(({ state }) => state === 'fails').map(({ check }) => check)
  const open = findings.filter(({ state, check }) => state === 'not-possible' && check !== 'heads')
  if (failed.length > 0)
    return {
      verdict: 'fails',
      says: `THIS DOES NOT AGREE: ${failed.length} of ${findings.length} checks fail (${failed.join(', ')}).`,
    }
  if (open.length === 0)
    return {
      verdict: 'agrees',
      says: 'Everything that is published agrees, and the result comes out again.',
    }
  return {
    verdict: 'agrees-as-far-as-it-goes',
    says: `Nothing disagrees, but ${plural(open.length, 'check')} could not be made with what is here (${open.map(({ check }) => check).join(', ')}).`,
  }
}

function beyondFiles(
  { heads = [], signature, unused, observed }: Request,
  { board, whole }: Election,
): readonly string[] {
  const open = (isHeld: boolean, sentence: string) => (isHeld ? [] : [sentence])
  return [
    ...open(
      board?.from !== COPY,
      'Whether the public board says what its copy in the result says: only the copy was here. Fetch the branch board too.',
    ),
    ...open(
      heads.length > 0,
      'Whether the board and all lists were written anew together. A head of the board that anybody kept tells: every receipt carries one (--head).',
    ),
    ...open(
      hallsIn(whole).length === 0,
      'When the codes of a hall were fixed, and whether its laptop kept another box for the same hour: before the result only its key was public. A head on a receipt of its voters tells (--head).',
    ),
    ...open(
      signature !== undefined,
      'Whether a ballot was left out together with its receipt. Its voter can prove it (--receipt, --signature).',
    ),
    ...open(
      unused !== undefined,
      'Whether somebody voted with the codes of people who did not vote. Each of them can tell (--unused).',
    ),
    ...open(
      observed !== undefined,
      'Whether ballots were exchanged for others before they were published. Observers who were shown the boxes can tell (--observed).',
    ),
    'Whether the server recorded what the voter sent, whether a voter was paid, pressed or deceived, and to whom the letters went. No file tells.',
  ]
}

const SIGNS = { holds: '✓', fails: '✗', 'not-possible': '–' } as const

function describeReport({ says, findings, beyond }: Report): string {
  const rows = findings.map(({ check, state, says: own }) => {
    return `${SIGNS[state]} ${check}: ${state === 'not-possible' ? 'not possible: ' : ''}${own}`
  })
  const cannot = ['What the files alone cannot show:', ...beyond.map((each) => `- ${each}`)]
  return [...rows, '', says, '', ...cannot].join('\n')
}

function readRequest(): { readonly request: Request; readonly json: boolean } {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{
        board: text,
        snapshot: text,
        receipt: text,
        signature: text,
        unused: text,
        observed: text,
      },
      head: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
    },
  })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new Refused(USAGE)
  const { json, head: heads, snapshot, unused, ...rest } = values
  if (snapshot !== undefined && !/^[1-9]\d*$/.test(snapshot))
    throw new Refused(`--snapshot is the number of a folder in results/, not "${snapshot}".`)
  const odd = heads?.find((head) => !/^\d+:[0-9a-f]{8}$/.test(head))
  if (odd !== undefined) throw new Refused(`--head looks like 3:0123abcd, not "${odd}".`)
  if (rest.signature !== undefined && rest.receipt === undefined)
    throw new Refused('--signature needs the --receipt that it came with.')
  const typed = unused === '-' ? readLine() : unused
  const request = {
    ...rest,
    heads,
    unused: typed,
    snapshot: snapshot === undefined ? undefined : Number(snapshot),
  }
  return { request: { ...request, folder: resolve(folder) }, json }
}

/** One line of standard input; from a keyboard it is asked for, and not shown. */
function readLine(): string {
  const isKeyboard = process.stdin.isTTY
  if (isKeyboard) process.stderr.write('Code (it is not shown), then Enter: ')
  if (isKeyboard) process.stdin.setRawMode(true)
  try {
    const byte = Buffer.alloc(1)
    let line = ''
    while (readSync(0, byte) === 1 && !/[\r\n\x04]/.test(byte.toString('latin1'))) {
      if (byte[0] === 3) throw new Refused('Stopped.')
      line += byte.toString('latin1')
    }
    return line.trim()
  } finally {
    if (isKeyboard) process.stdin.setRawMode(false)
    if (isKeyboard) process.stderr.write('\n')
  }
}

function main(): void {
  if (process.argv.includes('--help')) return console.log(USAGE)
  try {
    const { request, json } = readRequest()
    const report = verifyElection(request)
    console.log(json ? JSON.stringify(report) : describeReport(report))
    if (report.verdict === 'fails') process.exitCode = 1
  } catch (fault) {
    const isUnknownOption =
      fault instanceof Error && 'code' in fault && String(fault.code).startsWith('ERR_PARSE')
    if (!isUnknownOption && !(fault instanceof Refused)) throw fault
    console.error(isUnknownOption ? USAGE : fault.message)
    process.exitCode = 1
  }
}

if (import.meta.main) main()
