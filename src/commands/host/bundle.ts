/**
 * Functions as Netlify bundles them: what runs here is what would run there.
 *
 * Talks to the file system. Invariant: every function has a path or a schedule that Netlify can read; one
 * that lost both (they must be plain literals) stops the start. Decided in docs/decisions/0007.
 */
import { readFile, rm } from 'node:fs/promises'
import { dirname, join, parse, relative } from 'node:path'
import { zipFunctions, type FunctionResult } from '@netlify/zip-it-and-ship-it'
import { parse as parseToml } from 'smol-toml'
import * as v from 'valibot'
import { PROJECT_DIR } from './project.ts'

/** The part of netlify.toml that says how to bundle. */
const NetlifySchema = v.object({
  functions: v.objectWithRest(
    {
      directory: v.string(),
      node_bundler: v.picklist(['esbuild', 'nft']),
      included_files: v.array(v.string()),
    },
    v.object({ external_node_modules: v.array(v.string()) }),
  ),
})

export type FunctionRoute = {
  /** As in the function's `config.path`: `/api/rounds/:round/ballots`. */
  readonly pattern: string
  /** In capitals; empty where every method is meant. */
  readonly methods: readonly string[]
}

export type BundledFunction = {
  readonly name: string
  /** Absolute path of the module to import. */
  readonly entry: string
  readonly routes: readonly FunctionRoute[]
  /** A cron expression in UTC; such a function has no route. */
  readonly schedule: string | undefined
}

export type BundleRequest = {
  /** Where the bundles go; what was there before is removed. */
  readonly outDir: string
  readonly functionsDir?: string
}

/** Bundles every file of functions/. Throws with the bundler's words where one cannot be bundled. */
export async function bundleFunctions(request: BundleRequest): Promise<readonly BundledFunction[]> {
  const { outDir, functionsDir = join(PROJECT_DIR, 'functions') } = request
  const basePath = dirname(functionsDir)
  await rm(outDir, { recursive: true, force: true })
  const results = await zipFunctions(functionsDir, outDir, {
    archiveFormat: 'none',
    basePath,
    config: await readBundling(basePath),
  })
  return results.map((result) => describeFunction(result, basePath))
}

/** For all functions, and what single ones need beside that. */
async function readBundling(includedFilesBasePath: string) {
  const toml = await readFile(join(PROJECT_DIR, 'netlify.toml'), 'utf8')
  const {
    directory: _,
    node_bundler,
    included_files,
    ...single
  } = v.parse(NetlifySchema, parseToml(toml)).functions
  return {
    '*': { nodeBundler: node_bundler, includedFiles: included_files, includedFilesBasePath },
    ...Object.fromEntries(
      Object.entries(single).map(
        ([name, { external_node_modules }]) =>
          [name, { externalNodeModules: external_node_modules }] as const,
      ),
    ),
  }
}

function describeFunction(result: FunctionResult, basePath: string): BundledFunction {
  const { name, path, mainFile, routes = [], schedule } = result
  if (routes.length === 0 && schedule === undefined)
    throw new Error(
      `functions/${name}: Netlify finds neither a path nor a schedule. Write them as plain literals under "export const config: Config = { … }".`,
    )
  return {
    name,
    entry: entryOf(path, relative(basePath, mainFile)),
    routes: routes.map(readRoute),
    schedule,
  }
}

/** The module itself; the bundle's own entry file works only inside Netlify. */
function entryOf(bundle: string, source: string): string {
  const { dir, name } = parse(source)
  return join(bundle, dir, `${name}.mjs`)
}

function readRoute(route: NonNullable<FunctionResult['routes']>[number]): FunctionRoute {
  return { pattern: route.pattern, methods: route.methods ?? [] }
}
