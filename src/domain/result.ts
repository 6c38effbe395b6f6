/**
 * Result: a value that is either what was asked for, or the reason why not.
 *
 * Pure. Invariant: an expected "no" is always a value of this type; only faults are thrown.
 * Decided in docs/decisions/0001.
 */

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Err<E> = { readonly ok: false; readonly error: E }
export type Result<T, E> = Ok<T> | Err<E>

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

export function err<E>(error: E): Err<E> {
  return { ok: false, error }
}
