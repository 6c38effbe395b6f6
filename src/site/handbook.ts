/**
 * The clerk's handbook: docs/clerk-handbook.md in its parts, for a page of the desk.
 *
 * Pure. Invariant: a picture is a line of its own, and its file is one of public/. Decided in docs/decisions/0022.
 */
export type HandbookPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly address: string; readonly alt: string }

export type Handbook = { readonly title: string; readonly parts: readonly HandbookPart[] }

/** Takes a handbook apart at its pictures; its title is the first line. */
export function readHandbook(markdown: string): Handbook {
  const [, title = '', body = ''] = /^# (.*)\n([\s\S]*)$/.exec(markdown) ?? []
  const pieces = body.split(/^(!\[.*\]\(.*\))$/m)
  return { title, parts: pieces.flatMap(readPart) }
}

function readPart(piece: string): HandbookPart[] {
  const [, alt, address] = /^!\[(.*)\]\(\.\.\/public(\/.*)\)$/.exec(piece) ?? []
  if (alt !== undefined && address !== undefined) return [{ kind: 'picture', address, alt }]
  return piece.trim() === '' ? [] : [{ kind: 'text', text: piece }]
}
