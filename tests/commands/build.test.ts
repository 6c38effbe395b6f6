import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite, BuildFailed } from '../../src/commands/build.ts'
import { PROJECT_DIR } from '../../src/commands/host/project.ts'
import { makeFolder, type Folder } from './small-site.ts'

/** Says for which council it was built; one of them stands for content with a fault. */
const PAGE = `---
const council = process.env.CONTENT_DIR.split('/').at(-1)
if (council === 'broken') throw new Error('rounds/spring/round.md: budget: missing')
---
<html lang="en"><head><title>{council} at {Astro.site}</title></head>
<body><h1>Home</h1><script>document.title += '!'</script><style>h1 { color: red }</style></body></html>
`

/** Milliseconds; a machine that does much else is slow. */
const A_BUILD = 120_000

let folder: Folder

/** The project's own settings over one small page. */
beforeAll(async () => {
  folder = await makeFolder()
  const council = await readFile(join(PROJECT_DIR, 'content/council.md'), 'utf8')
  await folder.write({
    'package.json': '{ "type": "module" }',
    'astro.config.mjs': await readFile(join(PROJECT_DIR, 'astro.config.mjs'), 'utf8'),
    'src/pages/en/index.astro': PAGE,
    'src/pages/404.astro': '<html lang="en"><head><title>No such page</title></head></html>',
    'north/council.md': council.replace(/languages: .*/, 'languages: [da, en]'),
    'south/council.md': council.replace(/languages: .*/, 'languages: [en]'),
    'broken/council.md': council,
    '.netlify/v1/functions/ssr/ssr.mjs': 'left by an older build',
    '.netlify/build/entry.mjs': 'left by an older build',
  })
  await symlink(join(PROJECT_DIR, 'node_modules'), join(folder.path, 'node_modules'))
  await Promise.all([build('north'), build('south')])
}, A_BUILD)

afterAll(() => folder.remove())

const build = (content: string) =>
  buildSite({
    contentDir: join(folder.path, content),
    outDir: join(folder.path, 'out', content),
    siteUrl: 'https://budget.example.org',
    projectDir: folder.path,
  })

const read = (path: string) => readFile(join(folder.path, path), 'utf8')

describe('buildSite', () => {
  test('builds two councils at once, each with its own content and languages', async () => {
    expect(await read('out/north/en/index.html')).toContain('north at https://budget.example.org/')
    expect(await read('out/south/en/index.html')).toContain('south at')
    expect(await read('out/north/_redirects')).toBe(
      [
        '/  /en/  302  Language=en',
        '/  /da/  302',
        '/rounds/*  /en/rounds/:splat  302  Language=en',
        '/rounds/*  /da/rounds/:splat  302',
        '/desk/*  /en/desk/:splat  302  Language=en',
        '/desk/*  /da/desk/:splat  302\n',
      ].join('\n'),
    )
    expect(await read('out/south/_redirects')).not.toContain('Language')
    expect(await read('out/south/_headers')).toContain("frame-ancestors 'none'")
  })

  test('script and style of a page become files, since its headers would refuse any other', async () => {
    const page = await read('out/north/en/index.html')
    expect(page).toMatch(/<script type="module" src="\/_astro\/[^"]+"><\/script>/)
    expect(page).toMatch(/<link rel="stylesheet" href="\/_astro\/[^"]+">/)
  })

  test(
    'a page that holds script or style, or text that left its part, stops the build',
    { timeout: A_BUILD },
    async () => {
      const before = await read('out/south/en/index.html')
      const page = join(folder.path, 'src/pages/en/planted.astro')
      const html = '<p onclick="a()">a</p><div data-prose="resident"></div><h1>Over</h1>'
      await writeFile(page, `<html lang="en"><body>${html}</body></html>`)
      const stopped = await build('south').then(String, (fault: unknown) => fault)
      await rm(page)
      expect(stopped).toBeInstanceOf(BuildFailed)
      expect(String(stopped)).toContain('/en/planted/: <p onclick="a()"> is script or style')
      expect(String(stopped)).toContain('/en/planted/: text from content leaves its part')
      // What was served before is untouched.
      expect(await read('out/south/en/index.html')).toBe(before)
    },
  )

  test('leaves no function beside those in functions/', async () => {
    const files = await readdir(join(folder.path, '.netlify'), { recursive: true })
    expect(files.filter((file) => file.endsWith('.mjs'))).toEqual([])
  })

  test(
    'tells an author what Astro found, without the lines for its developers',
    { timeout: A_BUILD },
    async () => {
      await expect(build('broken')).rejects.toThrow(/^rounds\/spring\/round\.md: budget: missing$/)
    },
  )

  test(
    'a page that would need a function of its own stops the build',
    { timeout: A_BUILD },
    async () => {
      const page = join(folder.path, 'src/pages/en/late.astro')
      await writeFile(page, '---\nexport const prerender = false\n---\n<p>{Date.now()}</p>')
      await expect(build('north')).rejects.toThrow(/adapter/)
    },
  )
})
