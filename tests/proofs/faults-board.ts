/**
 * A board that somebody with the right to push has written anew: noticed, and nothing is published.
 *
 * Talks to git past every adapter. Invariant: the verdict here is not that it settles, but that the result
 * is kept back with the reason named, until the board that receipts name is there again.
 */
import { BoardDiffers } from '../../src/domain/fault.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import type { Mark } from './faults-journal.ts'
import type { FaultName } from './faults-names.ts'
import type { Run } from './faults-run.ts'
import type { World } from './faults-world.ts'

type Forgery = {
  /** Which time the schedule gives its lease back: after the closing checkpoint, or after the final one. */
  readonly release: 1 | 2
  readonly before: Mark
  /** What a clerk is told who publishes by hand, in the words of the software. */
  readonly told: string
  forge(world: World): Promise<string>
}

const back = async ({ council }: World) => council.parentOf(council.boardHead())

/** The branch is put back to the commit before its newest. */
export function pushBack(run: Run, name: FaultName): void {
  strikeBoard(
    run,
    name,
    run.random.pick<Forgery>([
      { release: 1, before: 'seal begins', told: 'board-behind', forge: back },
      {
        ...{ release: 2, before: 'survey begins', forge: back },
        told: 'a checkpoint is missing on the board',
      },
    ]),
  )
}

/** A changed checkpoint, in a history without a past. */
export function pushAnew(run: Run, name: FaultName): void {
  const pinned = { release: 2, before: 'survey begins' } as const
  strikeBoard(
    run,
    name,
    run.random.pick<Forgery>([
      { ...pinned, told: 'not-reconciled: chain', forge: (world) => rewrite(world, 1) },
      { ...pinned, told: 'not-reconciled: head', forge: (world) => rewrite(world, 2) },
    ]),
  )
}

function strikeBoard(run: Run, fault: FaultName, forgery: Forgery): void {
  const { world } = run
  let honest = ''
  world.journal.arm({
    ...{ fault, actor: 'scheduler-1', at: 'release ends', time: forgery.release },
    place: { after: 'release ends', before: forgery.before },
    act: async () => {
      honest = world.council.boardHead()
      world.council.push(await forgery.forge(world))
    },
  })
  run.stop = {
    complaints: async () => [
      ...(honest === '' ? ['the board was not struck'] : []),
      ...differs('what the clerk is told', await askClerk(world), forgery.told),
      ...(isPublished(world) ? ['a result is published'] : []),
      ...differs('whether the log names it', String(isLogged(world)), 'true'),
    ],
    mend: () => void (honest && world.council.push(honest)),
  }
}

function differs(what: string, seen: string, expected: string): string[] {
  return seen === expected ? [] : [`${what}: "${seen}" instead of "${expected}"`]
}

/** The commit of a board whose checkpoint says of an event that never was, without a parent. */
async function rewrite(world: World, n: number): Promise<string> {
  const { council, round, ports } = world
  const text = council.show('board', `rounds/${round.id}/${n}.json`) ?? ''
  const event = '{"at":"2027-05-10T12:00:00Z","kind":"resume"}'
  const { publisher } = ports('a stranger')
  const made = await publisher.commit({
    ...{ branch: 'board', expectedHead: await publisher.head('board'), message: 'Forged' },
    files: [
      {
        path: `rounds/${round.id}/${n}.json`,
        text: text.replace('"events":[]', `"events":[${event}]`),
      },
    ],
  })
  if (made.outcome !== 'committed') throw new Error('the forger was too late')
  return council.orphanOf(made.commit)
}

async function askClerk({ ports, round }: World): Promise<string> {
  try {
    const result = await publishResult(ports('clerk'), round.id, 'final')
    if (result.ok) return 'published'
    const { code, details } = result.error
    return details['rows'] === undefined ? code : `${code}: ${details['rows']}`
  } catch (fault) {
    if (fault instanceof BoardDiffers) return fault.message
    throw fault
  }
}

function isPublished({ council, round }: World): boolean {
  return council.show('content', `rounds/${round.id}/results/1/result.json`) !== undefined
}

function isLogged({ lines }: World): boolean {
  return lines.some((line) =>
    /"event":"(?:board-behind|numbers-differ)"|"fault":"BoardDiffers"/.test(line),
  )
}
