/**
 * A small site and small functions in a folder of their own, for tests of the host.
 *
 * Talks to the file system. Invariant: everything lies in one new folder, which `remove` takes away.
 * Decided in docs/decisions/0001.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { printHeaders, printRedirects } from '../../src/commands/host/site-rules.ts'

export type Folder = {
  readonly path: string
  write(files: Readonly<Record<string, string>>): Promise<void>
  remove(): Promise<void>
}

export async function makeFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'common-chest-test-'))
  return {
    path,
    write: async (files) => {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(path, name)), { recursive: true })
        await writeFile(join(path, name), text)
      }
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}

/** A built site below `folder`; its home page says `greeting`. */
export function siteFiles(folder: string, greeting: string): Readonly<Record<string, string>> {
  return {
    [`${folder}/en/index.html`]: `<!doctype html><title>${greeting}</title>`,
    [`${folder}/en/rounds/spring/vote/index.html`]: '<!doctype html><title>Vote</title>',
    [`${folder}/404.html`]: '<!doctype html><title>There is no such page</title>',
    [`${folder}/_astro/site.abc123.css`]: 'body { color: black }\n'.repeat(100),
    [`${folder}/data/spring/1/ballots.pb`]: 'META\n',
    [`${folder}/favicon.svg`]: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    [`${folder}/_headers`]: printHeaders(),
    [`${folder}/_redirects`]: printRedirects(['en', 'da', 'nl']),
  }
}

/** Functions in today's form of Netlify's; the module remembers how often it was called. */
export const FUNCTION_FILES = {
  'package.json': '{ "type": "module" }',
  'src/remember.ts': `
    let calls = 0
    export function count(): number { return ++calls }
  `,
  'functions/echo.ts': `
    import type { Config, Context } from '@netlify/functions'
    import { count } from '../src/remember.ts'
    export default async (request: Request, context: Context) => {
      context.cookies.set('seen', 'yes')
      const { params, ip, requestId, site, deploy } = context
      return Response.json({ params, ip, requestId, site, deploy, calls: count(),
        url: request.url, body: await request.text(), address: request.headers.get('x-nf-client-connection-ip') })
    }
    export const config: Config = { path: '/api/echo/:name', method: ['GET', 'POST'] }
  `,
  'functions/fail.ts': `
    import type { Config } from '@netlify/functions'
    export default () => { throw new Error('a secret') }
    export const config: Config = { path: '/api/fail', method: 'POST' }
  `,
  'functions/slow.ts': `
    import type { Config, Context } from '@netlify/functions'
    import { writeFile } from 'node:fs/promises'
    import { count } from '../src/remember.ts'
    const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
    export default async (request: Request, context: Context) => {
      count()
      const file = new URL(request.url).searchParams.get('after')
      if (file) context.waitUntil(pause(900).then(() => writeFile(file, 'done')))
      else await pause(300)
      return Response.json({ calls: count(), deploy: context.deploy.id })
    }
    export const config: Config = { path: '/api/slow', method: 'GET' }
  `,
  'functions/tick.ts': `
    import type { Config } from '@netlify/functions'
    import { appendFile } from 'node:fs/promises'
    export default async (request: Request) => {
      const { next_run: next } = await request.json()
      if (process.env.TICK_FAILS) throw new Error('not today')
      await appendFile(process.env.TICK_FILE ?? '', next + '\\n')
    }
    export const config: Config = { schedule: '*/5 * * * *' }
  `,
} as const
