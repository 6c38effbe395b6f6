/**
 * Changes a Markdown file that somebody may have written by hand, and leaves the rest of it alone.
 *
 * Pure over text. Invariant: what was made is read again and says what was wanted; a field that is not changed
 * keeps its bytes, its place and its comments, unless the file is in a form of YAML that has no room for it.
 * Decided in docs/decisions/0005.
 */
import { isDeepStrictEqual } from 'node:util'
import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  visit,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { readFields, readFrame } from './front-matter.ts'

type Fields = Readonly<Record<string, unknown>>
/** What items of a list are called by. */
const IDS = ['id', 'phase'] as const

/** A part of the text, from one letter up to another, and what is to stand there. */
type Splice = { readonly from: number; readonly to: number; readonly text: string }

/**
 * The file with these fields changed (undefined takes one out) and, where it is given, another body. Throws a
 * ContentError where the file has no front matter or one that cannot be read.
 */
export function editFile(file: string, text: string, fields: Fields, body?: string): string {
  const { head, yaml, tail } = readFrame(file, text)
  const line = text.includes('\r\n') ? '\r\n' : '\n'
  const rest = body === undefined ? tail : `${line}---${line}${line}${body.trim()}${line}`
  const around = (edited: string) =>
    `${head}${line === '\n' ? edited : edited.replace(/\r?\n/g, line)}${rest}`
  const wanted = asWritten({ ...readFields(file, text).fields, ...fields })
  const edited = hasOnePlaceEach(yaml) ? around(editYaml(yaml, fields)) : undefined
  return edited !== undefined && says(edited, wanted) ? edited : around(print(wanted).trimEnd())
}

/** Whether each value stands in a place of its own: no flow map around all, and no value that others point at. */
function hasOnePlaceEach(yaml: string): boolean {
  const document = parseDocument(yaml)
  let pointed = false
  visit(document, { Alias: () => ((pointed = true), visit.BREAK) })
  return !pointed && !(isMap(document.contents) && document.contents.flow)
}

function says(text: string, wanted: Fields): boolean {
  try {
    return isDeepStrictEqual(readFields('', text).fields, wanted)
  } catch {
    return false
  }
}

/** Without what a file cannot say: members that are undefined. */
function asWritten(fields: Fields): Fields {
  return JSON.parse(JSON.stringify(fields)) as Fields
}

function editYaml(yaml: string, fields: Fields): string {
  const { contents } = parseDocument(yaml)
  const pairs = isMap(contents) ? contents.items : []
  const known = new Map(pairs.map((pair) => [nameOf(pair), pair]))
  const splices = Object.entries(fields).flatMap(([name, value]) => {
    const pair = known.get(name)
    return pair === undefined ? [] : splice(yaml, pair, value)
  })
  const added = Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !known.has(name) && value !== undefined),
  )
  const kept = splices
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), yaml)
    .replace(/\r?\n$/, '')
  if (Object.keys(added).length === 0) return kept
  return `${kept === '' ? '' : `${kept}\n`}${print(added).trimEnd()}`
}

/** What is to be done to one field of the file: nothing, where it says the same already. */
function splice(yaml: string, pair: Pair, value: unknown): Splice[] {
  const { key, value: node } = pair
  if (isDeepStrictEqual(plain(node), value)) return []
  const from = isNode(key) ? (key.range?.[0] ?? 0) : 0
  const to = (isNode(node) ? node.range?.[2] : undefined) ?? lineEnd(yaml, from)
  if (value === undefined) return [{ from, to, text: '' }]
  const ends = yaml.slice(from, to).endsWith('\n') ? '\n' : ''
  return [{ from, to, text: `${printPair(pair, value).trimEnd()}${ends}` }]
}

/** The pair with its new value; comments before it stay where they are. */
function printPair(pair: Pair, value: unknown): string {
  const document = new Document({})
  const { key } = pair
  if (isScalar(key)) {
    delete key.commentBefore
    delete key.spaceBefore
  }
  pair.value = change(pair.value, value)
  document.add(pair)
  return document.toString({ lineWidth: 0 })
}

/** A node that says `value`, made from the one that is there as far as it goes. */
function change(node: unknown, value: unknown): unknown {
  if (isMap(node) && isFields(value)) return changeMap(node, value)
  if (isSeq(node) && Array.isArray(value)) return changeList(node, value)
  const made = new Document(value).contents
  if (isScalar(node) && isScalar(made)) {
    node.value = made.value
    delete node.source
    return node
  }
  return made
}

function changeMap(map: YAMLMap, fields: Fields): YAMLMap {
  for (const pair of [...map.items]) {
    const name = nameOf(pair)
    if (fields[name] === undefined) map.delete(pair.key)
    else if (!isDeepStrictEqual(plain(pair.value), fields[name]))
      pair.value = change(pair.value, fields[name])
  }
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined && !map.has(name)) map.set(name, new Document(value).contents)
  return map
}

/** An item is the one that was there where it says the same or has the same id, or is without one the only other. */
function changeList(list: YAMLSeq, values: readonly unknown[]): YAMLSeq {
  const left = [...list.items]
  const found = values.map((value) => {
    const at = left.findIndex((item) => isSame(plain(item), value))
    return at < 0 ? undefined : left.splice(at, 1)[0]
  })
  const [other, ...more] = left.filter((item) => !hasId(plain(item)))
  const isOne = more.length === 0 && found.filter((item) => item === undefined).length === 1
  list.items = values.map((value, index) => {
    const item = found[index] ?? (isOne && !hasId(value) ? other : undefined)
    return isDeepStrictEqual(plain(item), value) ? item : change(item, value)
  })
  return list
}

function isSame(there: unknown, value: unknown): boolean {
  if (isDeepStrictEqual(there, value)) return true
  if (!isFields(there) || !isFields(value)) return false
  return IDS.some((name) => there[name] !== undefined && there[name] === value[name])
}

function hasId(value: unknown): boolean {
  return isFields(value) && IDS.some((name) => value[name] !== undefined)
}

function plain(node: unknown): unknown {
  return isNode(node) ? node.toJS(new Document()) : node
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function lineEnd(yaml: string, from: number): number {
  const end = yaml.indexOf('\n', from)
  return end < 0 ? yaml.length : end
}

function print(fields: Fields): string {
  return stringify(fields, { lineWidth: 0 })
}
