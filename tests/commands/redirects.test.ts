import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readRedirects, redirect } from '../../src/commands/host/redirects.ts'
import { makeFolder, type Folder } from './small-site.ts'

let folder: Folder

beforeEach(async () => {
  folder = await makeFolder()
})
afterEach(() => folder.remove())

async function check(rules: string, path: string, language: string) {
  await folder.write({ _redirects: rules })
  const request = new Request(`http://localhost${path}`, {
    headers: { 'accept-language': language },
  })
  return redirect(await readRedirects(folder.path), request)?.headers.get('location')
}

describe('redirect', () => {
  test('a rule of several languages serves each', async () => {
    const rules = '/ /da/ 302 Language=da,nb\n/ /en/ 302'
    expect(await check(rules, '/', 'nb-NO,da;q=0.5')).toBe('/da/')
    expect(await check(rules, '/', 'sv')).toBe('/en/')
  })

  test('only the language that the reader likes best counts, as at Netlify', async () => {
    expect(await check('/ /da/ 302 Language=da\n/ /en/ 302', '/', 'fr, da;q=0.9')).toBe('/en/')
  })

  test('a star is all that follows, or nothing', async () => {
    const rules = '/rounds/* /en/rounds/:splat 302'
    expect(await check(rules, '/rounds/a/b/', '')).toBe('/en/rounds/a/b/')
    expect(await check(rules, '/rounds', '')).toBe('/en/rounds/')
    expect(await check(rules, '/roundsabout', '')).toBeUndefined()
  })

  test('a folder without the file has no redirects', async () => {
    expect(await readRedirects(folder.path)).toEqual([])
  })

  test.each([
    ['a rewrite', '/a /b 200'],
    ['a condition on the country', '/a /b 302 Country=dk'],
    ['a placeholder', '/a/:id /b/:id 302'],
    ['a query', '/a id=:id /b 302'],
  ])('%s stops the host, because it would not follow it', async (_, rule) => {
    await folder.write({ _redirects: rule })
    await expect(readRedirects(folder.path)).rejects.toThrow()
  })
})
