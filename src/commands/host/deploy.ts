/**
 * A deploy: one built site and the functions that were imported for it.
 *
 * Talks to the file system and imports the bundles. Invariant: two deploys share no module, so a new one
 * remembers nothing of the old. Decided in docs/decisions/0007.
 */
import { randomUUID } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import * as v from 'valibot'
import type { BundledFunction } from './bundle.ts'
import { FunctionModuleSchema, type Handler } from './function-call.ts'
import { readSite, type StaticSite } from './static-files.ts'

export type LoadedFunction = BundledFunction & { readonly handler: Handler }

export type Deploy = {
  readonly id: string
  readonly site: StaticSite
  readonly functions: readonly LoadedFunction[]
}

/** Reads the site and imports the functions afresh. Throws where a function cannot be imported. */
export async function loadDeploy(
  siteDir: string,
  functions: readonly BundledFunction[],
): Promise<Deploy> {
  const id = randomUUID()
  const loaded = functions.map(async (one) => ({ ...one, handler: await importHandler(one, id) }))
  return { id, site: await readSite(siteDir), functions: await Promise.all(loaded) }
}

/** The query makes Node import the file once more: Netlify starts every deploy in new processes. */
async function importHandler(one: BundledFunction, deployId: string): Promise<Handler> {
  const url = `${pathToFileURL(one.entry).href}?deploy=${deployId}`
  const module: unknown = await import(/* @vite-ignore */ url)
  // A module's namespace is no plain object, which the schema asks for.
  return v.parse(FunctionModuleSchema, { ...Object(module) }).default
}
