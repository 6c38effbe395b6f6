/**
 * The worked example of docs/protocol.md, computed from the document with nothing of this software.
 *
 * Talks to the document. Invariant: only node:crypto is used, as a stranger's verifier would.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const doc = readFileSync('docs/protocol.md', 'utf8')
const example = doc.slice(doc.indexOf('## A worked example'))

const sha = (...parts: readonly Buffer[]) =>
  createHash('sha256').update(Buffer.concat(parts)).digest()

function framed(part: Buffer | string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(part))
  return Buffer.concat([length, Buffer.from(part)])
}

const H = (tag: string, ...parts: readonly (Buffer | string)[]) =>
  sha(...[`common-chest/1/${tag}`, 'spring', ...parts].map(framed))

/** Two leaves are one node. */
function M(leaves: readonly Buffer[]): string {
  const [left, right] = leaves
    .toSorted((a, b) => a.compare(b))
    .map((leaf) => sha(Buffer.of(0), leaf))
  return sha(Buffer.of(1), left!, right!).toString('hex')
}

/** The cells in backticks of the rows that begin with a number, table by table. */
function cells(width: number): string[][] {
  return [...example.matchAll(/^\| \d +\|(.+)\|$/gm)]
    .map(([, row = '']) => [...row.matchAll(/`([^`]+)`/g)].map(([, cell = '']) => cell))
    .filter((row) => row.length === width)
}

test('every number of the example comes out again', () => {
  const ballots = cells(4).map(([R = '', B = '', salt = '', q = '']) => {
    const c = H('ballot', 'all', Buffer.from(salt, 'hex'), B)
    return { R, c, leaf: H('pair', Buffer.from(q, 'hex'), R, c) }
  })
  expect(ballots).toHaveLength(2)
  const hex = ballots.map(({ c, leaf }) => [c.toString('hex'), leaf.toString('hex')])
  expect(cells(2)).toEqual(hex)
  const [, text = ''] = /```text\n([\s\S]*?\n)```/.exec(example) ?? []
  const sized = (leaves: readonly Buffer[]) => ({ size: 2, root: M(leaves) })
  expect(JSON.parse(text)).toEqual({
    ...{ n: 1, round: 'spring', kind: 'final', events: [] },
    previous: H('checkpoint', '{"n":0}\n').toString('hex'),
    receiptsRoot: sized(ballots.map(({ R }) => Buffer.from(R))),
    pairsRoot: sized(ballots.map(({ leaf }) => leaf)),
    ballotsRoot: sized(ballots.map(({ c }) => c)),
    recorded: [{ channel: 'online', pool: 'all', ballots: 2 }],
    issued: [{ pool: 'all', live: 3, reserve: 0 }],
    ...{ revoked: 0, reissued: 0, held: 0 },
  })
  const head = H('checkpoint', text).toString('hex').slice(0, 8)
  expect(example).toContain(`\`1:${head}\``)
})
