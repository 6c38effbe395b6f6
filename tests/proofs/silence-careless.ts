/**
 * Careless programs, each of which shows before the count what was chosen, in a way of its own.
 *
 * Talks to the ports that it is given. Invariant: each is the real program with one leak in it.
 */
import type { Ports } from '../../src/service/ports.ts'
import { PROPOSALS } from './silence-ballots.ts'
import type { Careless } from './silence-twin.ts'

type Leak = {
  readonly leak: string
  readonly make: () => Careless
  /** What the comparison says of it. */
  readonly found: readonly string[]
  /** A store without which it cannot be seen. */
  readonly only?: 'redis'
}

/** The votes so far. */
function counting() {
  const votes = new Map<unknown, number>(PROPOSALS.map((id) => [id, 0]))
  let last: readonly unknown[] = []
  return {
    beforeCast(choices: readonly unknown[]) {
      last = choices
      for (const id of choices) votes.set(id, (votes.get(id) ?? 0) + 1)
    },
    leading: () => [...votes].toSorted(([, a], [, b]) => b - a).map(([id]) => id),
    last: () => last,
  }
}

export const CARELESS: readonly Leak[] = [
  leak('a list by votes in each commit', ['bytes: commit on board'], ({ leading, beforeCast }) => ({
    beforeCast,
    ports: (ports) => ({
      ...ports,
      publisher: {
        ...ports.publisher,
        commit: (request) => {
          const file = { path: 'rounds/spring/proposals.json', text: JSON.stringify(leading()) }
          return ports.publisher.commit({ ...request, files: [...request.files, file] })
        },
      },
    }),
  })),
  leak(
    'a list by votes in a header',
    [
      'bytes: answer of cast-ballot',
      'bytes: answer of advance-rounds',
      'bytes: answer of publish-results',
      'bytes: answer of show-opening',
    ],
    ({ leading, beforeCast }) => ({
      beforeCast,
      answered(response) {
        response.headers.set('X-Order', leading().join(' '))
        return response
      },
    }),
  ),
  leak(
    'records as long as their ballots',
    ['bytes: command'],
    ({ last, beforeCast }) => ({
      beforeCast,
      ports: (ports) =>
        withBox(ports, (box) => ({
          cast: (request) =>
            box.cast({
              ...request,
              record: request.record.slice(0, -4 * last().length || undefined),
            }),
        })),
    }),
    'redis',
  ),
  leak(
    'one command more for a long ballot',
    ['how much is said', 'length: command', 'bytes: command', 'bytes: number of commands'],
    ({ last, beforeCast }) => ({
      beforeCast,
      ports: (ports) =>
        withBox(ports, (box) => ({
          async cast(request) {
            if (last().length > 1) await box.meta(request.round)
            return box.cast(request)
          },
        })),
    }),
    'redis',
  ),
  leak(
    'a number in the log',
    ['bytes: log'],
    numberInLog(() => true),
  ),
  leak(
    'a number in the log of refused ballots alone',
    ['bytes: log'],
    numberInLog((outcome) => outcome !== 'recorded'),
  ),
  leak(
    'a header in the answers to the plain form alone',
    ['bytes: answer of cast-ballot'],
    ({ last, beforeCast }) => ({
      beforeCast,
      answered(response) {
        if (response.headers.get('content-type')?.startsWith('text/html'))
          response.headers.set('X-Chosen', String(last().length))
        return response
      },
    }),
  ),
]

function leak(
  name: string,
  found: readonly string[],
  make: (count: ReturnType<typeof counting>) => Careless,
  only?: 'redis',
): Leak {
  return { leak: name, found, make: () => make(counting()), ...(only && { only }) }
}

/** Logs with an outcome how much was chosen. */
function numberInLog(isOf: (outcome: unknown) => boolean) {
  return ({ last, beforeCast }: ReturnType<typeof counting>): Careless => ({
    beforeCast,
    ports: (ports) => ({
      ...ports,
      log: {
        ...ports.log,
        event: (name, fields) =>
          ports.log.event(
            name,
            name === 'cast' && isOf(fields?.outcome) ? { ...fields, n: last().length } : fields,
          ),
      },
    }),
  })
}

function withBox(ports: Ports, change: (box: Ports['box']) => Partial<Ports['box']>): Ports {
  return { ...ports, box: { ...ports.box, ...change(ports.box) } }
}
