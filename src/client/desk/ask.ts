/**
 * Asking the desk: one way for every room, from the action's name and input to what came of it.
 *
 * Talks to the desk's function of the same site, to the person's passkey where it is needed again, and to the
 * line of the page that says that an answer takes long.
 * Invariant: nothing is sent twice of its own accord but what was refused, and an answer that never came is
 * never taken for a yes. Decided in docs/decisions/0022.
 */
import type { DeskActionName, DeskSent } from '../../domain/desk-action.ts'
import type { Fault } from '../error-summary.ts'
import { usePasskey, type Challenged } from './passkey.ts'

/** `silent`: whether it was done is not known. `cancelled`: the passkey was asked for and not given. */
export type Asked<Value> =
  | { readonly outcome: 'done'; readonly value: Value }
  | {
      readonly outcome: 'refused'
      readonly code: string
      readonly title: string
      readonly detail: string
      /** What is wrong with the fields of a form, where it is about them. */
      readonly errors: readonly Fault[]
    }
  | { readonly outcome: 'signed-out' | 'silent' | 'cancelled' }

/** Longer than any function of the host may take, which is a minute: after it no answer comes any more. */
const PATIENCE = 65_000

/** By then somebody wonders whether anything happens. */
const LONG = 10_000

/** Questions that take long already. */
const late = new Set<object>()

/**
 * Asks for an action. `Value` is what its use case answers; the site is the only one that answers here.
 * Where the passkey is needed again, the person is asked for it, and the action is asked for once more. An
 * answer is waited for in `patience` milliseconds.
 */
export async function ask<Value = object, Name extends DeskActionName = DeskActionName>(
  action: Name,
  input: DeskSent[Name],
  patience = PATIENCE,
): Promise<Asked<Value>> {
  const asked = await send<Value>(action, input, patience)
  if (asked.outcome !== 'refused' || asked.code !== 'passkey-again') return asked
  const confirmed = await confirm()
  return confirmed.outcome === 'done' ? send<Value>(action, input, patience) : confirmed
}

async function confirm(): Promise<Asked<never> | { readonly outcome: 'done' }> {
  const begun = await send<Challenged<never>>('begin-confirm', {})
  if (begun.outcome !== 'done') return begun
  const signed = await usePasskey(begun.value)
  if (signed === undefined) return { outcome: 'cancelled' }
  const finished = await send<never>('finish-confirm', signed)
  return finished
}

async function send<Value>(
  action: DeskActionName,
  input: unknown,
  patience = PATIENCE,
): Promise<Asked<Value>> {
  const { lang: language } = document.documentElement
  const question = {}
  const waiting = setTimeout(() => tellLate(late.add(question)), LONG)
  try {
    const response = await fetch(`/api/desk/${action}`, {
      method: 'POST',
      // A fault is told before what was sent is read, so the head says the language, too.
      headers: {
        ...{ 'Content-Type': 'application/json', Accept: 'application/json' },
        'Accept-Language': language,
      },
      body: JSON.stringify({ language, input }),
      signal: AbortSignal.timeout(patience),
    })
    return await read<Value>(response)
  } catch {
    // No connection, no answer in time, or half an answer.
    return { outcome: 'silent' }
  } finally {
    clearTimeout(waiting)
    late.delete(question)
    tellLate(late)
  }
}

/** Says that an answer takes long, as long as one does. */
function tellLate({ size }: ReadonlySet<object>): void {
  const line = document.querySelector<HTMLElement>('[data-late]')
  if (line) line.textContent = size > 0 ? (line.dataset['late'] ?? '') : ''
}

async function read<Value>(response: Response): Promise<Asked<Value>> {
  const body = await response.json()
  if (response.ok) return { outcome: 'done', value: body }
  if (body.code === 'signed-out') return { outcome: 'signed-out' }
  const { code = '', title = '', detail = '', errors = [] } = body
  return {
    ...{ outcome: 'refused', code: String(code), title: String(title), detail: String(detail) },
    errors,
  }
}
