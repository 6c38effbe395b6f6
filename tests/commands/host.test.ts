import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleFunctions, type BundledFunction } from '../../src/commands/host/bundle.ts'
import { startHost, type Host } from '../../src/commands/host/host.ts'
import { askHost, type Question } from './ask-host.ts'
import { FUNCTION_FILES, makeFolder, siteFiles, type Folder } from './small-site.ts'

const faults: string[] = []
let folder: Folder
let functions: readonly BundledFunction[]
let host: Host

beforeAll(async () => {
  folder = await makeFolder()
  await folder.write({
    ...FUNCTION_FILES,
    ...siteFiles('site-1', 'First'),
    ...siteFiles('site-2', 'Second'),
  })
  functions = await bundleFunctions({
    outDir: join(folder.path, 'bundles'),
    functionsDir: join(folder.path, 'functions'),
  })
  host = await startHost({
    siteDir: join(folder.path, 'site-1'),
    functions,
    port: 0,
    siteUrl: 'http://localhost:4321',
    log: { event: () => {}, fault: (name) => void faults.push(name) },
  })
})

afterAll(async () => {
  await host.close()
  await folder.remove()
})

const ask = (question: Question) => askHost(host.url, question)
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask({ method: 'GET', path, headers })

describe('functions', () => {
  test('a function gets what Netlify gives it', async () => {
    const answer = await ask({
      method: 'POST',
      path: '/api/echo/ann%20lee?x=1',
      body: 'hello',
      headers: { 'x-nf-client-connection-ip': '6.6.6.6', host: 'budget.example.org' },
    })
    const told = JSON.parse(answer.text)
    expect(told).toMatchObject({
      params: { name: 'ann%20lee' },
      ip: '127.0.0.1',
      address: '127.0.0.1',
      site: { url: 'http://localhost:4321' },
      deploy: { context: 'production', published: true },
      url: 'http://budget.example.org/api/echo/ann%20lee?x=1',
      body: 'hello',
    })
    expect(told.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers['set-cookie']).toEqual(['seen=yes'])
  })

  test('an unknown method is told which ones there are', async () => {
    const answer = await ask({ method: 'DELETE', path: '/api/echo/ann' })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, POST'])
  })

  test('a fault is answered without its text, and logged; the host goes on', async () => {
    const answer = await ask({ method: 'POST', path: '/api/fail' })
    expect(answer.status).toBe(500)
    expect(answer.text).not.toContain('secret')
    expect(faults).toContain('function-failed')
    expect((await get('/en/')).status).toBe(200)
  })

  test('a body of more than 6 MB is refused', async () => {
    const ofSize = (bytes: number) =>
      ask({ method: 'POST', path: '/api/echo/ann', body: 'x'.repeat(bytes) })
    expect((await ofSize(6 * 1024 * 1024)).status).toBe(200)
    expect((await ofSize(6 * 1024 * 1024 + 1)).status).toBe(413)
  })
})

describe('schedules', () => {
  test('a scheduled function runs when it is told to, and knows when it runs next', async () => {
    const file = join(folder.path, 'ticks')
    process.env['TICK_FILE'] = file
    await host.runSchedule('tick')
    const next = new Date((await readFile(file, 'utf8')).trim())
    expect(next.getTime()).toBeGreaterThan(Date.now())
    expect(next.getUTCMinutes() % 5).toBe(0)
  })

  test('its fault reaches the one who asked for the run', async () => {
    process.env['TICK_FAILS'] = 'yes'
    await expect(host.runSchedule('tick')).rejects.toThrow('not today')
    delete process.env['TICK_FAILS']
    await expect(host.runSchedule('echo')).rejects.toThrow('no function with a schedule')
  })

  test('nobody can reach it from outside', async () => {
    for (const path of ['/.netlify/functions/tick', '/tick', '/api/tick'])
      expect((await ask({ method: 'POST', path })).status).toBe(404)
  })
})

describe('deploy', () => {
  test('pages and functions are new, and what was begun ends on the old ones', async () => {
    await get('/api/echo/ann')
    const begun = get('/api/slow')
    await new Promise((done) => setTimeout(done, 100))
    await host.deploy({ siteDir: join(folder.path, 'site-2') })
    const after = JSON.parse((await get('/api/slow')).text)
    const before = JSON.parse((await begun).text)
    expect((await get('/en/')).text).toContain('Second')
    expect(JSON.parse((await get('/api/echo/ann')).text).calls).toBe(1)
    expect(before.deploy).not.toBe(after.deploy)
    expect([before.calls, after.calls]).toEqual([2, 2])
  })
})

describe('close', () => {
  test('waits for answers and for what functions left to do', async () => {
    const siteDir = join(folder.path, 'site-1')
    const second = await startHost({ siteDir, functions, port: 0, siteUrl: 'http://localhost' })
    const file = join(folder.path, 'afterwards')
    await fetch(`${second.url}/api/slow?after=${encodeURIComponent(file)}`)
    const begun = fetch(`${second.url}/api/slow`)
    await new Promise((done) => setTimeout(done, 50))
    await second.close()
    expect((await begun).status).toBe(200)
    expect(await readFile(file, 'utf8')).toBe('done')
  })

  test('a port that is taken is named, with what to do', async () => {
    const port = Number(new URL(host.url).port)
    const siteDir = join(folder.path, 'site-1')
    const second = startHost({ siteDir, functions: [], port, siteUrl: 'http://localhost' })
    await expect(second).rejects.toThrow(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    )
  })
})
