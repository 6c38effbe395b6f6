/**
 * `npm run -s tokens -- <round> --count N [--reserve N] [--area A] [--out FILE]`: voting codes for letters.
 * `npm run -s tokens -- <round> --reissue LOST --with RESERVE`: a reserve letter replaces a lost one.
 *
 * Talks to the ballot box; prints CSV on standard output, once. Invariant: codes are printed before they
 * can vote, are stored nowhere, and cannot be printed again. Decided in docs/decisions/0003.
 */
import { parseArgs } from 'node:util'
import { printRows } from '../domain/csv.ts'
import { WHOLE } from '../domain/id.ts'
import { parseSerial } from '../domain/serial.ts'
import { printToken } from '../domain/token.ts'
import type { Letter } from '../domain/token-batch.ts'
import type { Ports } from '../service/ports.ts'
import { reissueToken } from '../service/reissue-token.ts'
import { need, openPorts } from './clerk-command.ts'
import { floorWarnings } from './floor-warnings.ts'
import { runCommand } from './host/run-command.ts'
import { makeLetters, type LettersRequest } from './make-letters.ts'
import { newPrivateFile, type Write } from './private-file.ts'
import { Refused } from './refused.ts'

const USAGE =
  'Usage: npm run -s tokens -- <round> --count N [--reserve N] [--area A] [--out codes.csv]'

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string' },
      reserve: { type: 'string', default: '0' },
      area: { type: 'string', default: WHOLE },
      reissue: { type: 'string' },
      with: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const [round] = positionals
  if (round === undefined) throw new Refused(USAGE)
  const ports = await openPorts()
  if (values.reissue !== undefined) return reissue(ports, round, values.reissue, values.with ?? '')
  const counts = { live: parseCount(values.count), reserve: parseCount(values.reserve) }
  const write = values.out === undefined ? writeToTerminal : newPrivateFile(values.out)
  for (const kind of ['live', 'reserve'] as const)
    await print(ports, { round, pool: values.area, kind, count: counts[kind] }, write)
  const content = await ports.content.round(round)
  if (content) floorWarnings(content).forEach((line) => console.error(line))
  console.error('Keep this list under lock until it is printed. It cannot be made again.')
}, USAGE)

type Order = Omit<LettersRequest, 'keep'>

/** Prints the letters before their codes are made ready; the header comes with the first of them. */
async function print(ports: Ports, order: Order, write: Write): Promise<void> {
  if (order.count === 0) return
  const { round, pool, kind } = order
  const area = pool === WHOLE ? '' : `${pool}/`
  const link = `${ports.pages.siteUrl}/rounds/${round}/vote/${area}`
  const row = ({ serial, token }: Letter) => [
    serial,
    printToken(token),
    kind,
    pool,
    `${link}#${token}`,
  ]
  const header = kind === 'live' ? [['serial', 'code', 'kind', 'area', 'link']] : []
  const letters = need(
    await makeLetters(ports, {
      ...order,
      keep: (made) => write(printRows([...header.splice(0), ...made.map(row)])),
    }),
  )
  console.error(`Ready to vote or to replace others: ${letters.length} (${kind}).`)
}

async function writeToTerminal(text: string): Promise<void> {
  await new Promise((done) => process.stdout.write(text, done))
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
