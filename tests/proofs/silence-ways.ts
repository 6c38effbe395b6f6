/**
 * The ways of a ballot: by script, by the plain form in its two steps, and those on which it is refused.
 *
 * Talks to the real function through a caller. Invariant: which way a ballot takes depends on its number alone,
 * and what refuses it is never its choices, so that twins hear the same.
 */
import type { Context } from '@netlify/functions'
import { handle as cast } from '../../functions/cast-ballot.ts'
import { fieldsOfChoices } from '../../src/domain/ballot-fields.ts'
import { parseChoices } from '../../src/domain/choices.ts'
import type { LogEvent } from '../../src/domain/log-words.ts'
import type { Round } from '../../src/domain/round.ts'
import type { Ports } from '../../src/service/ports.ts'
import { SITE } from './faults-function.ts'

/** How an answer is expected to be, and whether only the voter who asked for it sees what is in it. */
export type Expected = { readonly refused?: boolean; readonly own?: boolean }

/** Calls a function as the platform does, and keeps its answer; answers its body. */
export type Call = (
  name: LogEvent,
  work: (context: Context) => Promise<Response>,
  expected?: Expected,
) => Promise<string>

export type Sender = {
  readonly ports: Ports
  readonly round: Round
  readonly digest: string
  readonly call: Call
  readonly nonces: (count: number) => Uint8Array
}

type Sent = { readonly token: string; readonly choices: readonly unknown[] }

/** Stands for every page of the form: all that a page is filled with has a place in it. */
export const PAGE =
  '<!doctype html><h1 data-fill="title"></h1><p data-fill="sentence"></p><p data-fill="receipt"></p>' +
  '<p data-fill="signature"></p><p data-fill="board"></p><p data-fill="total"></p>' +
  '<form method="post"><input type="hidden" name="nonce" value=""><button>Send</button></form>'

/** By script. */
export async function sendByScript(sender: Sender, sent: Sent): Promise<void> {
  await post(sender, { ...sent, nonce: nonceOf(sender) })
}

/** By the plain form: the first step shows the choices back to their voter, and holds the random number. */
export async function sendByForm(sender: Sender, { token, choices }: Sent): Promise<void> {
  const type = sender.round.ballot?.type ?? 'approval'
  const fields = [
    ...[
      ['token', token] as const,
      ['ballotDigest', sender.digest] as const,
      ['lang', 'en'] as const,
    ],
    ...fieldsOfChoices(parseChoices(choices) ?? [], type),
  ]
  const page = await postForm(sender, fields, { own: true })
  const [, nonce] = /name="nonce" value="([\w-]+)"/.exec(page) ?? []
  if (nonce === undefined) throw new Error(`no random number in ${page}`)
  const receipt = await postForm(sender, [...fields, ['nonce', nonce]])
  if (!/<p data-fill="receipt">[0-9A-Z -]{16,}</.test(receipt))
    throw new Error(`no receipt in ${receipt}`)
}

/** An old ballot paper; then recorded, and once more, and with other choices; a voted code, and an unknown one. */
export async function sendAndBeRefused(
  sender: Sender,
  { other, ...sent }: Sent & { readonly other: readonly unknown[] },
): Promise<void> {
  const nonce = nonceOf(sender)
  const refused = { refused: true }
  await post(sender, { ...sent, nonce, ballotDigest: '0'.repeat(64) }, refused)
  await post(sender, { ...sent, nonce })
  await post(sender, { ...sent, nonce })
  await post(sender, { ...sent, nonce, choices: other }, refused)
  await post(sender, { ...sent, nonce: nonceOf(sender) }, refused)
  await post(sender, { ...sent, nonce: nonceOf(sender), token: NOBODYS }, refused)
}

/** A code with a good check letter that was never issued. */
const NOBODYS = '0'.repeat(16)

function nonceOf({ nonces }: Sender): string {
  return Buffer.from(nonces(16)).toString('base64url')
}

function post(sender: Sender, body: object, expected?: Expected): Promise<string> {
  const sent = { ballotDigest: sender.digest, lang: 'en', ...body }
  return send(sender, { type: 'application/json', body: JSON.stringify(sent) }, expected)
}

function postForm(
  sender: Sender,
  fields: readonly (readonly [name: string, value: string])[],
  expected?: Expected,
): Promise<string> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()
  return send(sender, { type: 'application/x-www-form-urlencoded', body }, expected)
}

function send(
  { ports, round, call }: Sender,
  { type, body }: { readonly type: string; readonly body: string },
  expected?: Expected,
): Promise<string> {
  const accept = type === 'application/json' ? type : 'text/html'
  const request = new Request(`${SITE}/api/rounds/${round.id}/ballots`, {
    ...{ method: 'POST', body, headers: { 'Content-Type': type, Accept: accept } },
  })
  return call('cast-ballot', (context) => cast(ports, request, context), expected)
}
