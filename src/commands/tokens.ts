/**
 * `npm run -s tokens -- <round> --count N [--reserve N] [--area A]`: voting codes for letters or cards.
 * `npm run -s tokens -- <round> --reissue LOST --with RESERVE`: a reserve letter replaces a lost one.
 *
 * Talks to the ballot box; prints CSV on standard output, once. Invariant: codes are printed before they
 * can vote, are stored nowhere, and cannot be printed again. Decided in docs/decisions/0003.
 */
import { parseArgs } from 'node:util'
import { printRows } from '../domain/csv.ts'
import { WHOLE } from '../domain/id.ts'
import type { MarkKind } from '../domain/mark.ts'
import { parseSerial } from '../domain/serial.ts'
import { printToken } from '../domain/token.ts'
import type { Letter } from '../domain/token-batch.ts'
import type { Ports } from '../service/ports.ts'
import { reissueToken } from '../service/reissue-token.ts'
import { need, openPorts, Refused } from './clerk-command.ts'
import { runCommand } from './host/run-command.ts'
import { makeLetters } from './make-letters.ts'

const USAGE = 'Usage: npm run -s tokens -- <round> --count N [--reserve N] [--area A] > codes.csv'

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string' },
      reserve: { type: 'string', default: '0' },
      area: { type: 'string', default: WHOLE },
      reissue: { type: 'string' },
      with: { type: 'string' },
    },
  })
  const [round] = positionals
  if (round === undefined) throw new Refused(USAGE)
  const ports = await openPorts()
  if (values.reissue !== undefined) return reissue(ports, round, values.reissue, values.with ?? '')
  const counts = { live: parseCount(values.count), reserve: parseCount(values.reserve) }
  process.stdout.write(printRows([['serial', 'code', 'kind', 'area', 'link']]))
  for (const kind of ['live', 'reserve'] as const)
    await print(ports, { round, pool: values.area, kind, count: counts[kind] })
  console.error('Keep this list under lock until it is printed. It cannot be made again.')
})

async function print(
  ports: Ports,
  request: {
    readonly round: string
    readonly pool: string
    readonly kind: MarkKind
    readonly count: number
  },
): Promise<void> {
  const { round, pool, kind } = request
  const row = ({ serial, token }: Letter) => {
    const path = [
      ports.pages.siteUrl,
      'rounds',
      round,
      'vote',
      ...(pool === WHOLE ? [] : [pool]),
    ].join('/')
    return [serial, printToken(token), kind, pool, `${path}/#${token}`]
  }
  const keep = async (letters: readonly Letter[]) => {
    await new Promise((done) => process.stdout.write(printRows(letters.map(row)), done))
  }
  const letters = need(await makeLetters(ports, { ...request, keep }))
  if (letters.length > 0) console.error(`${letters.length} ${kind} codes are ready.`)
}

async function reissue(
  ports: Ports,
  roundId: string,
  lostText: string,
  reserveText: string,
): Promise<void> {
  const [lost, reserve] = [parseSerial(lostText), parseSerial(reserveText)]
  if (lost === undefined || reserve === undefined)
    throw new Refused('Name both letters by their serials: --reissue K7QF-0042 --with P2XM-03')
  need(await reissueToken(ports, { roundId, lost, reserve }))
  console.error(`The code of letter ${lost} is revoked. Letter ${reserve} can vote now.`)
}

function parseCount(text: string | undefined): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 0) throw new Refused(USAGE)
  return count
}
