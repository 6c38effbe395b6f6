import { describe, expect, test } from 'vitest'
import { matchRoute } from '../../src/commands/host/routes.ts'

const functions = [
  { name: 'proposal', routes: [{ pattern: '/api/rounds/:round/:what', methods: ['GET'] }] },
  { name: 'cast', routes: [{ pattern: '/api/rounds/:round/ballots', methods: ['POST'] }] },
  { name: 'count', routes: [{ pattern: '/api/rounds/:round/ballots', methods: ['GET'] }] },
  { name: 'any', routes: [{ pattern: '/api/any', methods: [] }] },
]

function check(method: string, path: string, expected: string | readonly string[]) {
  const match = matchRoute(functions, path, method)
  if (match.outcome === 'matched')
    expect([match.function.name, ...Object.values(match.params)].toSorted()).toEqual(
      [expected].flat().toSorted(),
    )
  else
    expect([match.outcome, ...('allowed' in match ? match.allowed : [])]).toEqual([expected].flat())
}

describe('matchRoute', () => {
  test('a parameter is one part of the path', () => {
    check('POST', '/api/rounds/spring-2027/ballots', ['cast', 'spring-2027'])
    check('POST', '/api/rounds/a/b/ballots', 'none')
    check('POST', '/api/rounds//ballots', 'none')
  })

  test('the same path can belong to two functions by method', () =>
    check('GET', '/api/rounds/spring/ballots', ['count', 'spring']))

  test('the more exact path wins', () =>
    check('GET', '/api/rounds/spring/proposals', ['proposal', 'spring', 'proposals']))

  test('a slash at the end changes nothing', () =>
    check('POST', '/api/rounds/spring/ballots/', ['cast', 'spring']))

  test('a reader of headers is a reader', () =>
    check('HEAD', '/api/rounds/s/ballots', ['count', 's']))

  test('a function without methods takes all', () => check('DELETE', '/api/any', 'any'))

  test('another method is told which ones there are', () =>
    check('PUT', '/api/rounds/spring/ballots', ['wrong-method', 'POST', 'GET']))

  test('capitals and parts of a path are another path', () => {
    check('GET', '/API/any', 'none')
    check('GET', '/api/any/more', 'none')
    check('GET', '/before/api/any', 'none')
  })
})
