/**
 * Planted leaks of a few: ways in which software could join one voter, or a handful, and nobody else.
 *
 * Pure. Invariant: `casts` are only those that leak; nothing is planted about the others.
 */
import { fromBase32 } from './linker-base32.ts'
import { adding, listed, type Known, type Plant } from './linker-plants.ts'
import type { Sight } from './linker-sights.ts'
import type { Reading } from './linker.ts'
import type { Join } from './linker-together.ts'

/** `by`: what finds it. */
export type FewPlant = Plant & { readonly by: Join['by'] }

export const FEW_PLANTS: readonly FewPlant[] = [
  {
    leak: 'a line of a log with both',
    by: 'line',
    plant: adding((casts) => [
      listed('log of faults', [
        '{"fault":"slow"}',
        ...casts.map(({ k, receipt }) => `{"fault":"slow","mark":"${k}","boxed":"${receipt}"}`),
      ]),
    ]),
  },
  {
    leak: 'a value that is encoded once more',
    by: 'line',
    plant: adding((casts) => [
      listed(
        'jobs',
        casts.map(({ use, receipt }) => {
          const job = { use: use.toUpperCase(), receipt: receipt.toLowerCase() }
          return `job ${Buffer.from(JSON.stringify(job)).toString('base64')}`
        }),
      ),
    ]),
  },
  {
    leak: 'the bytes of both in one value',
    by: 'line',
    plant: adding((casts) => [
      listed(
        'records',
        casts.map(({ use, receipt }) =>
          Buffer.concat([Buffer.from(use, 'hex'), fromBase32(receipt)]).toString('base64url'),
        ),
      ),
    ]),
  },
  {
    leak: 'lines of two logs with one request id',
    by: 'word',
    plant: adding((casts) => [
      listed(
        'log of codes',
        casts.map(({ k, at }) => `{"mark":"${k}","request":"r-${at}"}`).toSorted(),
      ),
      listed(
        'log of ballots',
        casts.map(({ receipt, at }) => `{"boxed":"${receipt}","request":"r-${at}"}`).toSorted(),
      ),
    ]),
  },
  {
    leak: 'a code that begins like its receipt',
    by: 'word',
    plant: adding((casts) => [
      listed(
        'marks',
        casts.map(({ k, receipt }) => `${k} ${receipt.slice(0, 9)}`),
      ),
    ]),
  },
  {
    leak: 'two lists of them',
    by: 'apart',
    plant: adding((casts) => [
      listed(
        'late codes',
        casts.map(({ k }) => k),
      ),
      listed(
        'late ballots',
        casts.map(({ receipt }) => receipt),
      ),
    ]),
  },
  { leak: 'their places in two sorted lists', by: 'apart', plant: outOfPlace },
]

/** Used keys and receipts as they are published, but for a few that stand where they do not belong. */
function outOfPlace(reading: Reading, casts: readonly Known[]): Reading {
  const files = new Map([
    ['file results/1/used.txt', casts.map(({ use }) => use)],
    ['file results/1/receipts.csv', casts.map(({ receipt }) => receipt)],
  ])
  const sights = reading.sights.map((sight): Sight => {
    const names = files.get(sight.name)
    return names === undefined ? sight : { ...sight, lines: moved(sight.lines, names) }
  })
  return { ...reading, sights }
}

/** Lines of the first half go to the end, and lines of the second half to the front. */
function moved(lines: readonly string[], names: readonly string[]): string[] {
  const places = names.map((name) => lines.findIndex((line) => line.includes(name)))
  const taken = (isFirst: boolean) =>
    places.flatMap((at) => (at < lines.length / 2 === isFirst ? [lines[at] ?? ''] : []))
  const others = lines.filter((_, at) => !places.includes(at))
  return [...taken(false), ...others, ...taken(true)]
}
