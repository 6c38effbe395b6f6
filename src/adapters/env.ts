/**
 * Settings: the one place that reads the environment, through one schema.
 *
 * Talks to process.env. Invariant: a missing or wrong setting is named, and its value is never shown.
 * Decided in docs/decisions/0002.
 */
import { resolve } from 'node:path'
import * as v from 'valibot'
import { fromBase64url } from '../domain/encoding.ts'
import { NotConfigured } from '../domain/fault.ts'
import { HallSettingSchema } from '../domain/hall-setting.ts'

const text = v.pipe(v.string(), v.trim(), v.minLength(1))

/** Nothing that is sent may be read on its way; within one machine, as in tests, there is no way. */
const safeUrl = v.pipe(text, v.url(), v.check(isSafe))

const SettingsSchema = v.object({
  /** Where ballots and submissions live. Only our own commands choose sqlite. */
  STORE: v.picklist(['redis', 'sqlite']),
  /** Address and token of the Redis database, as Upstash shows them. */
  UPSTASH_REDIS_REST_URL: v.optional(safeUrl),
  UPSTASH_REDIS_REST_TOKEN: v.optional(text),
  /** Optional, to show how many commands were used: e-mail, Read Only key and database of Upstash's Developer API. */
  UPSTASH_EMAIL: v.optional(v.pipe(text, v.regex(/^[^\s:]+$/))),
  UPSTASH_API_KEY: v.optional(text),
  UPSTASH_DATABASE_ID: v.optional(v.pipe(text, v.regex(/^[\w-]+$/))),
  /** The council's secret: 32 bytes as base64url (43 letters). */
  CHEST_KEY: v.pipe(text, v.regex(/^[A-Za-z0-9_-]{43}$/), v.transform(fromBase64url)),
  /** On the laptop of a hall, in place of CHEST_KEY: the line that the council's desk gives for it. */
  HALL: v.optional(HallSettingSchema),
  /** Makes the council's first clerk, once. Another one mends a lost key ring. At least 128 random bits. */
  SETUP_SECRET: v.optional(v.pipe(text, v.check(isStrong))),
  /** Where results are committed in production: owner/name, branch, and a token that may write contents. */
  GITHUB_REPOSITORY: v.optional(v.pipe(text, v.regex(/^[\w.-]+\/[\w.-]+$/))),
  GITHUB_BRANCH: v.optional(text, 'main'),
  GITHUB_TOKEN: v.optional(text),
  /** The address of the site: https://budget.example.org. Ballots are accepted nowhere else. */
  SITE_URL: v.pipe(
    safeUrl,
    v.transform((url) => url.replace(/\/+$/, '')),
  ),
  /** The council's content folder or repository. */
  CONTENT_DIR: v.optional(text, 'content'),
  /** The built site, whose pages the functions fill. */
  SITE_DIR: v.optional(text, 'dist'),
  /** Where the embedded store keeps its file. */
  DATA_DIR: v.optional(text, '.data'),
})

export type Settings = v.InferOutput<typeof SettingsSchema>

/** All settings. Throws NotConfigured with the names of those that are missing or wrong. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== '')
  const parsed = v.safeParse(SettingsSchema, withHallKey(Object.fromEntries(given)))
  if (!parsed.success) {
    const names = new Set(parsed.issues.map((issue) => v.getDotPath(issue)))
    throw new NotConfigured(`missing or wrong settings: ${[...names].join(', ')}`)
  }
  const settings = parsed.output
  const missing = neededFor(settings).filter((name) => settings[name] === undefined)
  if (missing.length > 0) throw new NotConfigured(`missing settings: ${missing.join(', ')}`)
  return settings
}

/** The line of a hall has the secret in it; another one beside it must not be taken for it. */
function withHallKey(given: Readonly<Record<string, string | undefined>>) {
  const hall = v.safeParse(HallSettingSchema, given['HALL'])
  if (!hall.success) return given
  if (given['CHEST_KEY'] !== undefined)
    throw new NotConfigured('wrong settings: CHEST_KEY, because HALL has a secret of its own')
  return { ...given, CHEST_KEY: hall.output.secret }
}

/** The council's content folder as an absolute path; known without any other setting. */
export function contentDirectory(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  return resolve(env['CONTENT_DIR'] || 'content')
}

/** The folder of the built site; known without any other setting. */
export function siteDirectory(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  return resolve(env['SITE_DIR'] || 'dist')
}

/** Whether LOG asks for faults alone, as our own commands do to keep the terminal calm. */
export function onlyFaults(
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  return env['LOG'] === 'faults'
}

/** Base64url of 16 bytes, or base 32 of as many bits; and not a word that somebody thought of. */
function isStrong(secret: string): boolean {
  const fewest = /[A-Z]/.test(secret) && /[a-z]/.test(secret) ? 22 : 26
  return (
    /^[A-Za-z0-9_-]{1,100}$/.test(secret) && secret.length >= fewest && new Set(secret).size >= 10
  )
}

function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  const within = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return protocol === 'https:' || (protocol === 'http:' && within)
}

function neededFor(settings: Settings): readonly (keyof Settings)[] {
  return [
    ...(settings.STORE === 'redis'
      ? (['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'] as const)
      : []),
    ...(settings.GITHUB_REPOSITORY ? (['GITHUB_TOKEN'] as const) : []),
  ]
}
