/**
 * Front matter: a Markdown file as its YAML fields and its text, read and written in one way.
 *
 * Pure over text. Invariant: printFile(parseFile(x)) says the same as x.
 * Decided in docs/decisions/0005.
 */
import * as v from 'valibot'
import { parseDocument, stringify } from 'yaml'

/** What is wrong with a file of the council, in a sentence for its author. */
export class ContentError extends Error {
  override readonly name = 'ContentError'
}

export type ContentFile<T> = { readonly fields: T; readonly body: string }

/** Reads a file by a schema. Throws a ContentError that names file, field, what was found and what was expected. */
export function parseFile<Schema extends v.GenericSchema>(
  file: string,
  text: string,
  schema: Schema,
): ContentFile<v.InferOutput<Schema>> {
  const { yaml, body } = readFrame(file, text)
  return { fields: parseFields(file, parseYaml(file, yaml), schema), body }
}

/** A file in its parts; `head`, `yaml` and `tail` together are the file. Throws a ContentError where there is no front matter. */
export function readFrame(file: string, text: string) {
  const [, head = '', yaml = '', tail = '', body = ''] =
    /^(\uFEFF?---\r?\n)([\s\S]*?)(\r?\n---[^\S\n]*(?:\r?\n([\s\S]*))?)$/.exec(text) ?? []
  if (head === '')
    throw new ContentError(
      `${file}: found no front matter, expected a first line --- and a closing ---`,
    )
  return { head, yaml, tail, body: body.trim() }
}

/** The fields and the text of a file, whatever they are. Throws a ContentError as `parseFile` does. */
export function readFields(file: string, text: string): ContentFile<Record<string, unknown>> {
  const { yaml, body } = readFrame(file, text)
  return {
    fields: parseFields(file, parseYaml(file, yaml), v.record(v.string(), v.unknown())),
    body,
  }
}

/** Checks fields that were read already, with the same sentences. */
export function parseFields<Schema extends v.GenericSchema>(
  file: string,
  fields: unknown,
  schema: Schema,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, fields)
  if (parsed.success) return parsed.output
  throw new ContentError(parsed.issues.map((issue) => describeIssue(file, issue)).join('\n'))
}

/** A file from its fields and its text. */
export function printFile(fields: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body.trim()}\n`
}

function parseYaml(file: string, yaml: string): unknown {
  const document = parseDocument(yaml)
  const [error] = document.errors
  if (error) {
    const line = (error.linePos?.[0].line ?? 0) + 1
    throw new ContentError(
      `${file}: line ${line}: found YAML that cannot be read (${error.code}), expected "field: value"`,
    )
  }
  return document.toJS() ?? {}
}

function describeIssue(file: string, issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? 'file'
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return `${file}: ${field}: found a field that does not exist here, expected none (is it spelled right?)`
  if (issue.input === undefined && issue.received === 'undefined')
    return `${file}: ${field}: missing, expected this field`
  return `${file}: ${field}: found ${show(issue.input)}${expectation(issue)}`
}

/** Schemas of the domain carry their own sentences; the library's default says "Invalid". */
function expectation(issue: v.BaseIssue<unknown>): string {
  return issue.message.startsWith('Invalid ')
    ? `, expected ${issue.expected ?? 'a value'}`
    : `; ${issue.message}`
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
