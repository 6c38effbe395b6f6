import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '@netlify/functions'
import { describe, expect, test } from 'vitest'
import { sharedBundle } from '../support/shared.ts'

type Configured = { readonly config: Config }

describe('the bundled functions', () => {
  test('are these, at these addresses or by this schedule, and no others', async () => {
    const functions = await sharedBundle()
    expect(functions.map(({ name, routes, schedule }) => [name, schedule ?? routes])).toEqual([
      ['advance-rounds', '*/5 * * * *'],
      ['cast-at-kiosk', [{ pattern: '/api/rounds/:round/kiosk/ballots', methods: ['POST'] }]],
      ['cast-ballot', [{ pattern: '/api/rounds/:round/ballots', methods: ['POST'] }]],
      ['desk', [{ pattern: '/api/desk/:action', methods: ['POST'] }]],
      ['publish-results', '1-56/5 * * * *'],
      ['revise-submission', [{ pattern: '/submissions/:round/:key/edit', methods: ['POST'] }]],
      ['show-kiosk', [{ pattern: '/api/rounds/:round/kiosk', methods: ['GET'] }]],
      ['show-opening', [{ pattern: '/api/rounds/:round/opening', methods: ['GET'] }]],
      ['show-revision', [{ pattern: '/submissions/:round/:key/edit', methods: ['GET'] }]],
      ['show-submission', [{ pattern: '/submissions/:round/:key', methods: ['GET'] }]],
      ['submit-proposal', [{ pattern: '/api/rounds/:round/proposals', methods: ['POST'] }]],
      [
        'withdraw-submission',
        [{ pattern: '/submissions/:round/:key/withdraw', methods: ['POST'] }],
      ],
    ])
    expect(await readdir('functions')).toHaveLength(functions.length)
  })

  test('take a limited number of requests from one address, wherever anybody may ask', async () => {
    for (const file of await readdir('functions')) {
      const { config } = (await import(join(process.cwd(), 'functions', file))) as Configured
      const limited = { windowLimit: expect.any(Number), aggregateBy: ['ip', 'domain'] }
      const expected =
        config.schedule === undefined ? { path: expect.any(String), rateLimit: limited } : {}
      expect(config, file).toMatchObject(expected)
    }
  })

  test('carry sharp along where they take in pictures, and nowhere else', async () => {
    const functions = await sharedBundle()
    const carriers = functions.filter(({ entry }) =>
      existsSync(join(dirname(dirname(entry)), 'node_modules/sharp')),
    )
    const takers = (await readdir('functions')).filter((file) =>
      readFileSync(join('functions', file), 'utf8').includes('live-pictures.ts'),
    )
    expect(carriers.map(({ name }) => `${name}.ts`)).toEqual(takers)
    expect(takers).toEqual(['desk.ts', 'revise-submission.ts', 'submit-proposal.ts'])
  })
})
