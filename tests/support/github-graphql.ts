/**
 * The part of GitHub's GraphQL that the project uses, run against GitHub's own public schema.
 * Talks to: the schema in @octokit/graphql-schema and the bare repository, through `github-git.ts`.
 * Invariant: an operation the real schema refuses never runs, and a field this server does not know
 * is an error rather than a null that would look like an answer.
 */
import { schema as published } from '@octokit/graphql-schema'
import { buildSchema, execute, GraphQLError, isScalarType, parse, validate } from 'graphql'
import type { DocumentNode, GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import { commitChanges } from './github-git.ts'
import { objectNode, refNode, repositoryNode } from './github-nodes.ts'
import type { Repository } from './github-nodes.ts'

export type GraphQLRequest = {
  query?: unknown
  variables?: unknown
  operationName?: unknown
}

export type GraphQLAnswer = { data?: unknown; errors?: object[] }

type CommitInput = {
  branch: { repositoryNameWithOwner?: string; branchName?: string; id?: string }
  clientMutationId?: string
  expectedHeadOid: string
  fileChanges?: {
    additions: { path: string; contents: string }[]
    deletions: { path: string }[]
  }
  message: { headline: string; body?: string }
}

let schemaOnce: GraphQLSchema | undefined

/** Built at first use, for it takes most of a second; the file itself breaks some rules of SDL. */
export function publicSchema(): GraphQLSchema {
  schemaOnce ??= withStrictScalars(buildSchema(published.idl, { assumeValidSDL: true }))
  return schemaOnce
}

/** The text form of the schema says nothing of what a scalar accepts; GitHub does check these. */
function withStrictScalars(schema: GraphQLSchema): GraphQLSchema {
  const rules = { GitObjectID: /^[0-9a-f]{40}$/, Base64String: /^[A-Za-z0-9+/\s]*={0,2}$/ }
  for (const [name, rule] of Object.entries(rules)) {
    const scalar = schema.getType(name)
    if (!isScalarType(scalar)) throw new Error(`The schema has no scalar ${name}.`)
    scalar.parseValue = (value) => {
      if (typeof value === 'string' && rule.test(value)) return value
      throw new GraphQLError(`${name} cannot represent this value.`)
    }
    scalar.parseLiteral = (node) => scalar.parseValue('value' in node ? node.value : undefined)
  }
  return schema
}

/** The document, or the errors that GitHub would answer without running anything. */
export function readOperation(request: GraphQLRequest): DocumentNode | GraphQLAnswer {
  if (typeof request.query !== 'string') return failure('A query attribute must be specified.')
  try {
    const document = parse(request.query)
    const errors = validate(publicSchema(), document)
    return errors.length === 0 ? document : { errors: errors.map(asGitHubError) }
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error))
  }
}

export function isDocument(value: DocumentNode | GraphQLAnswer): value is DocumentNode {
  return 'kind' in value
}

export function isCommit(document: DocumentNode): boolean {
  return document.definitions.some(
    (node) =>
      node.kind === 'OperationDefinition' &&
      node.operation === 'mutation' &&
      node.selectionSet.selections.some(
        (field) => field.kind === 'Field' && field.name.value === 'createCommitOnBranch',
      ),
  )
}

export async function runOperation(
  repository: Repository,
  document: DocumentNode,
  request: GraphQLRequest,
  pretendStale: boolean,
): Promise<GraphQLAnswer> {
  const { variables, operationName } = request
  const result = await execute({
    schema: publicSchema(),
    document,
    rootValue: rootResolvers(repository, pretendStale),
    variableValues: isRecord(variables) ? variables : {},
    operationName: typeof operationName === 'string' ? operationName : null,
    fieldResolver: knownFieldsOnly,
  })
  const { data, errors } = result
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors ? { errors: errors.map(asGitHubError) } : {}),
  }
}

const knownFieldsOnly: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const value = isRecord(source) ? source[info.fieldName] : undefined
  if (value === undefined) {
    throw new GraphQLError(`This local server does not know ${info.parentType}.${info.fieldName}.`)
  }
  return typeof value === 'function' ? value(args, context, info) : value
}

function rootResolvers(repository: Repository, pretendStale: boolean) {
  return {
    repository: ({ owner, name }: { owner: string; name: string }) => {
      requireRepository(repository, `${owner}/${name}`)
      return repositoryNode(repository)
    },
    createCommitOnBranch: ({ input }: { input: CommitInput }) =>
      createCommit(repository, input, pretendStale),
  }
}

async function createCommit(repository: Repository, input: CommitInput, pretendStale: boolean) {
  const { branch, expectedHeadOid: expectedHead, fileChanges, message } = input
  const { repositoryNameWithOwner, branchName } = branch
  if (repositoryNameWithOwner === undefined || branchName === undefined) {
    throw typed('UNPROCESSABLE', 'Name the branch by repositoryNameWithOwner and branchName here.')
  }
  requireRepository(repository, repositoryNameWithOwner)
  if (pretendStale) throw staleHead(expectedHead)
  const result = await commitChanges(repository.git, {
    branch: branchName,
    expectedHead,
    message: message.body ? `${message.headline}\n\n${message.body}` : message.headline,
    changes: {
      additions: fileChanges?.additions ?? [],
      deletions: fileChanges?.deletions.map(({ path }) => path) ?? [],
    },
  })
  if (result.outcome === 'stale') throw staleHead(expectedHead)
  if (result.outcome === 'no-branch') throw typed('NOT_FOUND', `No branch is named ${branchName}.`)
  if (result.outcome === 'refused') throw typed('UNPROCESSABLE', result.reason)
  // Only when asked for: a lookup that nobody awaits would outlive the answer.
  const commit = () => objectNode(repository, result.oid)
  const ref = () => refNode(repository, `refs/heads/${branchName}`)
  return { clientMutationId: input.clientMutationId ?? null, commit, ref }
}

function requireRepository({ owner, name }: Repository, asked: string): void {
  const known = `${owner}/${name}`.toLowerCase() === asked.toLowerCase()
  if (!known)
    throw typed('NOT_FOUND', `Could not resolve to a Repository with the name '${asked}'.`)
}

function staleHead(expected: string): GraphQLError {
  const text = `Expected branch to point to "${expected}" but it did not.  Pull and try again.`
  return typed('STALE_DATA', text)
}

function typed(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } })
}

/** GitHub puts the type of an error of its own beside the message, not into `extensions`. */
function asGitHubError(error: GraphQLError): object {
  const { message, locations, path, extensions } = error.toJSON()
  const type = extensions?.['type']
  return { ...(type === undefined ? {} : { type }), path, locations, message }
}

function failure(message: string): GraphQLAnswer {
  return { errors: [{ message }] }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
