import { describe, expect, test } from 'vitest'
import { readSettings } from '../../src/adapters/env.ts'

const GIVEN = {
  STORE: 'redis',
  UPSTASH_REDIS_REST_URL: 'https://eu1-example.upstash.io',
  UPSTASH_REDIS_REST_TOKEN: 'AAAA',
  CHEST_KEY: 'A'.repeat(43),
  SITE_URL: 'https://budget.example.org/',
}

describe('settings', () => {
  test('are read as they are meant', () => {
    expect(readSettings(GIVEN)).toMatchObject({ SITE_URL: 'https://budget.example.org' })
  })

  test.each(['UPSTASH_REDIS_REST_URL', 'SITE_URL'])('%s must be encrypted on its way', (name) => {
    for (const url of ['http://localhost:8079', 'http://127.0.0.1:1', 'http://[::1]/'])
      expect(() => readSettings({ ...GIVEN, [name]: url })).not.toThrow()
    for (const url of [
      'http://eu1-example.upstash.io',
      'http://localhost:1@evil.example',
      'http://localhost.evil.example',
      'redis://localhost',
      'eu1-example.upstash.io',
    ])
      expect(() => readSettings({ ...GIVEN, [name]: url })).toThrow(
        `missing or wrong settings: ${name}`,
      )
  })

  test('take a set-up secret of 128 random bits, and no word that somebody thought of', () => {
    const read = (SETUP_SECRET: string) => readSettings({ ...GIVEN, SETUP_SECRET })
    for (const good of ['Zq4tT9bA0mXc7RkW2dLhYv', 'mfrggzdfmztwq2lknnwg23tpoi'])
      expect(read(good)).toMatchObject({ SETUP_SECRET: good })
    for (const bad of [
      'changeme',
      'Zq4tT9bA0mXc7RkW2dLhY',
      'A'.repeat(40),
      'mfrggzdfmztwq2lknnwg2',
      'has a space in it, and is long',
    ])
      expect(() => read(bad)).toThrow(/^missing or wrong settings: SETUP_SECRET$/)
    expect(readSettings(GIVEN).SETUP_SECRET).toBeUndefined()
  })

  test('are named where they are missing or wrong, and never shown', () => {
    const wrong = { ...GIVEN, CHEST_KEY: 'not a key', UPSTASH_REDIS_REST_TOKEN: '' }
    const message = () => readSettings(wrong)
    expect(message).toThrow(/^missing or wrong settings: CHEST_KEY$/)
    const untold = { ...GIVEN, UPSTASH_REDIS_REST_TOKEN: undefined }
    expect(() => readSettings(untold)).toThrow(/^missing settings: UPSTASH_REDIS_REST_TOKEN$/)
  })

  test('of a hall are one line, in place of the council’s own secret', () => {
    const { CHEST_KEY: _, ...rest } = GIVEN
    const digest = 'c'.repeat(64)
    const opensAt = '2027-05-03T06:00:00Z'
    const HALL = `spring.north.2.${opensAt}.${digest}.${'B'.repeat(43)}`
    const settings = readSettings({ ...rest, HALL: `${HALL}\n` })
    expect(settings.HALL).toEqual({
      ...{ round: 'spring', id: 'north', sitting: 2, opensAt, digest, secret: 'B'.repeat(43) },
    })
    expect(settings.CHEST_KEY).toEqual(
      readSettings({ ...GIVEN, CHEST_KEY: 'B'.repeat(43) }).CHEST_KEY,
    )
    expect(() => readSettings({ ...GIVEN, HALL })).toThrow(/^wrong settings: CHEST_KEY/)
    for (const bad of [
      `spring.${'B'.repeat(43)}`,
      `${HALL}.more`,
      `spring.north.2.${opensAt}.${digest}.short`,
      HALL.replace('.2.', '.0.'),
      HALL.replace(opensAt, 'soon'),
      HALL.toUpperCase(),
    ])
      expect(() => readSettings({ ...rest, HALL: bad })).toThrow('HALL')
  })
})
