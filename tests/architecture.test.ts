import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Who may import whom. The first matching row of a file counts; `*` at the end matches what is below.
 * A package is named as it is imported, `node:` as a whole; `node:` and types of Astro are open to the edges only.
 */
const TABLE: readonly Row[] = [
  row('src/domain/', ['src/domain/'], ['valibot', '@noble/hashes']),
  row('src/service/', ['src/service/', 'src/domain/'], []),
  row(
    'src/adapters/',
    ['src/adapters/', 'src/domain/', 'src/service/ports.ts', 'src/service/ports-'],
    ['*'],
  ),
  row('src/http/', ['src/http/', 'src/domain/', 'src/i18n/'], ['valibot', 'node-html-parser']),
  row('src/i18n/', ['src/i18n/'], []),
  row(
    'src/site/load.ts',
    ['src/site/', 'src/domain/', 'src/adapters/content/', 'src/adapters/env.ts'],
    ['node:fs/promises', 'node:path'],
  ),
  row('src/site/paint-card.ts', ['src/site/'], ['sharp', 'node:module']),
  row('src/site/paint-logo.ts', [], ['sharp']),
  row('src/site/qr-code.ts', [], ['uqr']),
  row('src/site/', ['src/site/', 'src/domain/', 'src/i18n/'], ['marked', 'sanitize-html']),
  // One way to draw a QR code: letters are drawn where their codes are, in the clerk's browser.
  row('src/client/draw-letter.ts', ['src/client/', 'src/domain/', 'src/site/qr-code.ts'], []),
  // A receipt to take along is drawn where it is given out.
  row('src/client/kiosk-receipt.ts', ['src/client/', 'src/site/qr-code.ts'], []),
  row('src/client/read-address-file.ts', ['src/domain/'], ['papaparse']),
  row('src/client/desk/passkey.ts', [], ['@simplewebauthn/browser']),
  row('src/client/', ['src/client/', 'src/domain/', 'src/i18n/'], ['nanostores']),
  row(
    'src/pages/',
    [
      'src/pages/',
      'src/layouts/',
      'src/components/',
      'src/site/',
      'src/i18n/',
      'src/domain/',
      'src/client/',
      'src/styles/',
    ],
    ['astro'],
  ),
  row(
    'src/layouts/',
    [
      'src/layouts/',
      'src/components/',
      'src/site/',
      'src/i18n/',
      'src/domain/',
      'src/client/',
      'src/styles/',
    ],
    ['astro'],
  ),
  row(
    'src/components/',
    ['src/components/', 'src/site/', 'src/i18n/', 'src/domain/', 'src/client/', 'src/styles/'],
    ['astro', 'astro:assets'],
  ),
  // Whoever distrusts the rest can read the verifier alone: nothing of ours, and no package.
  row('src/commands/verify.ts', [], ['node:']),
  row(
    'src/commands/',
    ['src/commands/', 'src/service/', 'src/domain/', 'src/adapters/', 'src/http/headers.ts'],
    ['*'],
  ),
  row(
    'functions/',
    ['src/http/', 'src/service/', 'src/adapters/live.ts', 'src/adapters/live-pictures.ts'],
    ['@netlify/functions'],
  ),
]

type Row = {
  readonly from: string
  readonly ours: readonly string[]
  readonly packages: readonly string[]
}

function row(from: string, ours: readonly string[], packages: readonly string[]): Row {
  return { from, ours, packages }
}

const ROOT = resolve(import.meta.dirname, '..')

/** What breaks the table in one file: the import, and which row forbids it. */
function offences(file: string, source: string): string[] {
  const rule = TABLE.find(({ from }) => file.startsWith(from))
  if (rule === undefined) return [`${file}: no row of the table says what it may import`]
  return importsOf(source).flatMap((name) => {
    const allowed = name.startsWith('.')
      ? rule.ours.some((each) => pathOf(file, name).startsWith(each))
      : isPackageAllowed(rule, name)
    return allowed
      ? []
      : [
          `${file} imports ${name}; ${rule.from} may import only ${[...rule.ours, ...rule.packages].join(', ')}`,
        ]
  })
}

function isPackageAllowed({ packages }: Row, name: string): boolean {
  return packages.some(
    (each) =>
      each === '*' || name === each || name.startsWith(each.endsWith(':') ? each : `${each}/`),
  )
}

function pathOf(file: string, name: string): string {
  return relative(ROOT, resolve(ROOT, dirname(file), name))
}

function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '')
  return [
    ...code.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g,
    ),
  ].map(([, named, bare]) => named ?? bare ?? '')
}

function filesIn(folder: string, ends: RegExp): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.test(name))
    .map((name) => `${folder}/${name}`)
    .toSorted()
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const modules = [...filesIn('src', /\.(ts|astro)$/), ...filesIn('functions', /\.ts$/)].filter(
  (file) => !file.endsWith('.d.ts'),
)

describe('the import table', () => {
  test('holds for every file', () => {
    expect(modules.flatMap((file) => offences(file, read(file)))).toEqual([])
  })

  test.each([
    ['src/domain/ballot.ts', `import { readFile } from 'node:fs'`],
    ['src/domain/ballot.ts', `import { live } from '../adapters/live.ts'`],
    ['src/domain/ballot.ts', `import * as redis from '@upstash/redis'`],
    ['src/service/cast-ballot.ts', `import { makeKeys } from '../adapters/keys.ts'`],
    ['src/service/cast-ballot.ts', `import * as v from 'valibot'`],
    ['src/client/vote-form.ts', `import { read } from '../http/read.ts'`],
    ['src/site/markdown.ts', `import { live } from '../adapters/live.ts'`],
    ['functions/cast-ballot.ts', `import { round } from '../src/domain/round.ts'`],
    ['functions/cast-ballot.ts', `export { x } from '../src/adapters/env.ts'`],
    ['src/i18n/en.ts', `const x = await import('../domain/round.ts')`],
    ['src/commands/verify.ts', `import { hash } from '../domain/hash.ts'`],
    ['src/commands/verify.ts', `import { summary } from './recount-folder.ts'`],
    ['src/commands/verify.ts', `const { sha256 } = await import('@noble/hashes/sha2.js')`],
    ['src/somewhere/new.ts', `import { x } from './y.ts'`],
  ])('finds it broken on purpose in %s: %s', (file, source) => {
    expect(offences(file, source)).toHaveLength(1)
  })
})

describe('the pure core', () => {
  const domain = filesIn('src/domain', /\.ts$/)

  test.each([
    ['the clock', /\bDate\.now\b|new Date(?:\(\)|(?!\())|\bperformance\b/],
    ['randomness', /Math\.random|randomBytes|getRandomValues|randomUUID/],
    ['async work', /\basync\b|\bawait\b|Promise</],
    ['the environment', /\bprocess\b|import\.meta|\bglobalThis\b/],
    ['the network and timers', /\bfetch\b|\bset(?:Timeout|Interval)\b|\bcrypto\b/],
  ])('knows nothing of %s', (_, pattern) => {
    expect(domain.filter((file) => pattern.test(codeOf(read(file))))).toEqual([])
  })
})

describe('one way only', () => {
  test.each([
    [
      'process.env',
      /process\.env/,
      ['src/adapters/env.ts', 'src/adapters/git/git-command.ts', 'src/commands/'],
    ],
    [
      'the clock of the platform',
      /Date\.now\(|new Date\(\)/,
      ['src/adapters/live.ts', 'src/client/', 'src/commands/'],
    ],
    ['the Markdown renderer', /from 'marked'/, ['src/site/markdown.ts']],
    ['Upstash', /from '@upstash\//, ['src/adapters/upstash/']],
    [
      'the way to the desk',
      /\/api\/desk\//,
      // The last one in the browser of a clerk whom it signed in.
      ['src/client/desk/ask.ts', 'functions/desk.ts', 'src/commands/desk-example.ts'],
    ],
    [
      'the network',
      /\bfetch\(|\?\? fetch\)|new Redis\(|from 'node:(?:https?|net|tls|dgram|dns)'/,
      [
        'src/adapters/github/client.ts',
        'src/adapters/upstash/client.ts',
        'src/adapters/upstash/plan.ts',
        'src/client/',
        'src/commands/',
      ],
    ],
    [
      'randomness',
      /randomBytes|getRandomValues|randomUUID|randomInt/,
      ['src/adapters/keys.ts', 'src/adapters/live.ts', 'src/client/', 'src/commands/'],
    ],
    ['randomness that can be guessed', /Math\.random/, []],
    [
      'an end to the check of certificates',
      /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|strictSSL/,
      [],
    ],
    [
      'the program of another process',
      /from 'node:child_process'/,
      ['src/adapters/git/git-command.ts', 'src/commands/'],
    ],
    [
      'HTML that is made from text in a browser or a function',
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment/,
      ['src/http/page.ts'],
    ],
    [
      'HTML that Astro does not escape',
      /set:html/,
      ['src/components/Prose.astro', 'src/components/StreetScene.astro'],
    ],
    [
      'the YAML library',
      /from 'yaml'/,
      [
        'src/adapters/content/front-matter.ts',
        'src/adapters/content/edit-file.ts',
        'src/commands/host/shift-dates.ts',
      ],
    ],
  ])('%s is used in its place only', (_, pattern, places) => {
    const users = modules.filter((file) => pattern.test(codeOf(read(file))))
    expect(users.filter((file) => !places.some((place) => file.startsWith(place)))).toEqual([])
  })

  test('no text becomes code, a shell command or part of a query', () => {
    const pattern =
      /\beval\(|new Function\b|\bexec(?:Sync)?\(\s*[`'"](?:git|sh)|shell: true|(?:WHERE|VALUES|SET)[^`]*\$\{(?!COLUMNS|staged|noConflict|LEAF_LETTERS)/
    expect(modules.filter((file) => pattern.test(codeOf(read(file))))).toEqual([])
    for (const bad of ['eval(text)', "exec('git log ' + name)", '`WHERE id = ${id}`'])
      expect(pattern.test(bad), bad).toBe(true)
  })

  test('no file has a name that says nothing, and none is over 250 lines', () => {
    const vague = modules.filter((file) =>
      /(^|\/)(utils?|helpers?|misc|common|manager|index)\.ts$/.test(file),
    )
    // One file on purpose: a stranger reads it from top to bottom, with nothing else open.
    const whole = ['src/commands/verify.ts']
    const long = modules.filter(
      (file) => !whole.includes(file) && read(file).split('\n').length > 250,
    )
    expect([...vague, ...long]).toEqual([])
  })

  test('each handler is thin: at most 25 lines', () => {
    const bodyOf = (file: string) =>
      /\nexport async function handle[\s\S]*?\n}\n/.exec(read(file))?.[0]
    const handlers = filesIn('functions', /\.ts$/).map((file) => [file, bodyOf(file)] as const)
    const thick = handlers.filter(
      ([, body = '\n'.repeat(99)]) => body.trim().split('\n').length > 25,
    )
    expect(thick.map(([file]) => file)).toEqual([])
  })
})

function codeOf(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '')
}
