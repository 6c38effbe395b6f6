import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'

/**
 * How many items of levels 1 and 2 each section of ASVS 5.0.0 has, by chapter and section. In every section
 * those of level 3 come last, so that the items are 1 to that number.
 */
const SECTIONS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  V1: { 1: 2, 2: 9, 3: 11, 4: 3, 5: 2 },
  V2: { 1: 3, 2: 3, 3: 4, 4: 1 },
  V3: { 2: 2, 3: 4, 4: 6, 5: 5, 7: 2 },
  V4: { 1: 3, 2: 1, 3: 2, 4: 4 },
  V5: { 1: 1, 2: 3, 3: 2, 4: 3 },
  V6: { 1: 3, 2: 12, 3: 4, 4: 4, 5: 5, 6: 3, 8: 4 },
  V7: { 1: 3, 2: 4, 3: 2, 4: 5, 5: 2, 6: 2 },
  V8: { 1: 2, 2: 3, 3: 1, 4: 1 },
  V9: { 1: 3, 2: 4 },
  V10: { 1: 2, 2: 2, 3: 4, 4: 11, 5: 5, 6: 2, 7: 3 },
  V11: { 1: 2, 2: 3, 3: 3, 4: 4, 5: 1, 6: 1 },
  V12: { 1: 3, 2: 2, 3: 4 },
  V13: { 1: 1, 2: 5, 3: 2, 4: 5 },
  V14: { 1: 2, 2: 4, 3: 3 },
  V15: { 1: 3, 2: 3, 3: 7 },
  V16: { 1: 1, 2: 5, 3: 4, 4: 3, 5: 3 },
  V17: { 1: 1, 2: 4, 3: 2 },
}

const ITEMS = Object.entries(SECTIONS).flatMap(([chapter, sections]) =>
  Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, at) => `${chapter}.${section}.${at + 1}`),
  ),
)

const page = readFileSync('docs/asvs.md', 'utf8')
const parts = page.split(/^## /m)
const partOf = (title: string) => parts.find((part) => part.startsWith(`${title}\n`)) ?? ''

type Row = { readonly items: readonly string[]; readonly cells: readonly string[] }

function rowsOf(title: string): readonly Row[] {
  const lines = partOf(title).split('\n')
  return lines
    .filter((line) => line.startsWith('| V'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, items = '', ...cells]) => ({ items: items.split(', '), cells }))
}

const applies = rowsOf('What applies')
const applyNot = rowsOf('What does not apply')
const shownBy = ({ cells }: Row) => cells[1] ?? ''
const countOf = (rows: readonly Row[]) => rows.flatMap(({ items }) => items).length

/** What is wrong with where a row says that it is shown; empty where nothing is. */
function missing(shown: string): readonly string[] {
  const named = [...shown.matchAll(/`(tests\/[^`]+)`(?: "((?:[^"\\]|\\.)+)")?/g)]
  const absent = named.filter(([, file = '', title]) => {
    if (!existsSync(file)) return true
    const text = readFileSync(file, 'utf8').replace(/^\s*(?:\/?\*|\/\/).*$/gm, '')
    return title !== undefined && !text.includes(title.replaceAll('\\"', '"'))
  })
  const sections = [...shown.matchAll(/below: ([A-Z][^;|.]+)/g)].map(([, title = '']) => title)
  const lost = sections.filter((title) => partOf(title.trim()) === '')
  const isShown = /^below|`|\bhost\b|\*\*Open\*\*/.test(shown)
  return [...absent.map(([text]) => text), ...lost, ...(isShown ? [] : ['nothing'])]
}

describe('docs/asvs.md', () => {
  test('names each item of levels 1 and 2 once', () => {
    const named = [...applies, ...applyNot].flatMap(({ items }) => items)
    expect(named.toSorted()).toEqual(ITEMS.toSorted())
  })

  test('names a test, a section, the host or what is missing for each that applies', () => {
    expect(
      applies.flatMap((row) => missing(shownBy(row)).map((each) => [row.items[0], each])),
    ).toEqual([])
  })

  test('would find a test, a title or a section that is not there', () => {
    for (const bad of [
      '`tests/nowhere.test.ts`',
      '`tests/asvs.test.ts` "no such title as this' + ' one"',
      'below: Nowhere',
      'somehow',
    ])
      expect(missing(bad), bad).toHaveLength(1)
  })

  test('counts right', () => {
    const open = applies.filter((row) => shownBy(row).includes('**Open**'))
    const told = /has (\d+) items at .*\*\*(\d+) apply, (\d+) do not; .* (\d+) are open\*\*/.exec(
      page,
    )
    const counted = [ITEMS.length, countOf(applies), countOf(applyNot), countOf(open)]
    expect(told?.slice(1).map(Number)).toEqual(counted)
  })
})

/** Algorithms as code names them, and as the page does; what git names a file by guards nothing of ours. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  sha256: 'SHA-256',
  sha2: 'SHA-256',
  'SHA-256': 'SHA-256',
  hmac: 'HMAC-SHA-256',
  hkdf: 'HKDF-SHA-256',
  'aes-256-gcm': 'AES-256-GCM',
  Ed25519: 'Ed25519',
  sha1: 'git names its objects by SHA-1',
}

const NAMED =
  /create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign|Verify|ECDH)\(\s*'([^']+)'|subtle\.digest\(\s*'([^']+)'|name: '([A-Z][A-Za-z0-9]*\d[A-Za-z0-9]*)'|@noble\/[\w-]+\/(?!utils)([\w-]+)\.js'/g

function algorithmsIn(text: string): string[] {
  return [...text.matchAll(NAMED)].map((found) => found.slice(1).find(Boolean) ?? '')
}

describe('what the page says', () => {
  test('of algorithms is all that the code uses', () => {
    const files = ['src', 'functions'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|astro)$/.test(name))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    )
    const used = new Set(files.flatMap(algorithmsIn))
    expect([...used].toSorted()).toEqual(Object.keys(ALGORITHMS).toSorted())
    const section = partOf('Keys and algorithms')
    for (const name of Object.values(ALGORITHMS)) expect(section).toContain(name)
    expect(algorithmsIn("createHash('md5'), subtle.digest('SHA-1', x)")).toEqual(['md5', 'SHA-1'])
  })

  test('of libraries holds: each in one version, and with the digest of what is installed', () => {
    const names = v.record(v.string(), v.string())
    const { dependencies, devDependencies } = v.parse(
      v.object({ dependencies: names, devDependencies: names }),
      JSON.parse(readFileSync('package.json', 'utf8')),
    )
    const versions = Object.values({ ...dependencies, ...devDependencies })
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    const { packages } = v.parse(
      v.object({ packages: v.record(v.string(), v.record(v.string(), v.unknown())) }),
      JSON.parse(readFileSync('package-lock.json', 'utf8')),
    )
    const unchecked = Object.entries(packages).filter(
      // What is bundled in another package is part of what that one's digest covers.
      ([path, { integrity, inBundle }]) => path !== '' && !integrity && !inBundle,
    )
    expect(unchecked.map(([path]) => path)).toEqual([])
  })
})
