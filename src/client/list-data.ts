/**
 * The list file of a round in the browser.
 *
 * Talks to the site. Invariant: fetched once a page, at its first use; a fault is not remembered.
 * Decided in docs/decisions/0035.
 */
import type { ListFile } from '../domain/list-file.ts'
import { entriesOf, type Entry } from './list-entries.ts'

const fetched = new Map<string, Promise<readonly Entry[]>>()

/** The proposals on the ballot. Throws where the file cannot be had. */
export function loadEntries(address: string): Promise<readonly Entry[]> {
  const known = fetched.get(address)
  if (known) return known
  const loading = fetchEntries(address)
  fetched.set(address, loading)
  loading.catch(() => fetched.delete(address))
  return loading
}

async function fetchEntries(address: string): Promise<readonly Entry[]> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  // The build wrote the file from checked content.
  return entriesOf((await answer.json()) as ListFile)
}
