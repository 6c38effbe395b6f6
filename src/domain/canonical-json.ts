/**
 * Canonical JSON: one text for one value, so that a digest can be made again anywhere.
 *
 * Pure. Invariant: equal values have equal text (keys sorted by code units, text in NFC, safe integers only).
 * Decided in docs/decisions/0003.
 */
import { compareText } from './encoding.ts'

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** The canonical text. Keys whose value is undefined are left out. Throws on a number that is no safe integer. */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`canonical JSON holds safe integers only, not ${value}`)
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value)
    .map(([key, member]) => [key.normalize('NFC'), member] as const)
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([key, member]) =>
      member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`],
    )
  return `{${members.join(',')}}`
}

/** Whether a value is JSON and nothing else. */
export function isJson(value: unknown): value is Json {
  if (value === null || ['boolean', 'number', 'string'].includes(typeof value)) return true
  return typeof value === 'object' && Object.values(value ?? {}).every(isJson)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
