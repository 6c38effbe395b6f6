/**
 * Which words of the dictionaries are used: every key of the English one, held against the whole source.
 *
 * Talks to the source folder by the compiler, which knows what a name stands for; pages are read as the
 * compiler reads JSX. Invariant: a key counts as used where its very declaration is referred to, by a name or
 * by a value that can be it; for a key that no name refers to, a text that is exactly the key will do, since
 * what the desk's pages say is handed to their scripts under its name.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'

const ENGLISH = /\/src\/i18n\/en(?:\.ts|\/)/
const OTHERS = /\/src\/i18n\/(?:da|nl|de)(?:\.ts|\/)/

/** The keys that nothing refers to, as `file: key`. */
export function unusedWords(directory = resolve('src')): readonly string[] {
  const program = makeProgram(directory)
  const checker = program.getTypeChecker()
  const sources = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(directory) && !OTHERS.test(fileName))
  const keys = sources.filter(({ fileName }) => ENGLISH.test(fileName)).flatMap(keysIn)
  const names = new Set(keys.map(nameOf))
  const used = new Set<ts.Node>()
  const said = new Set<string>()
  for (const source of sources)
    visit(source, (node) => {
      if (!ENGLISH.test(source.fileName) && node !== source)
        for (const text of textsOf(node)) said.add(text)
      for (const symbol of referred(node, names, checker))
        for (const declaration of symbol.declarations ?? []) used.add(declaration)
    })
  const isSaid = (key: Key) =>
    nameOf(key)
      .split('.')
      .every((part) => said.has(part))
  return keys
    .filter((key) => !used.has(key) && !isSaid(key))
    .map((key) => `${key.getSourceFile().fileName.slice(directory.length + 1)}: ${nameOf(key)}`)
}

/** Pages stand beside themselves as what the compiler can read. */
function makeProgram(directory: string): ts.Program {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|astro)$/.test(name))
    .map((name) => join(directory, name))
  const config = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, process.cwd())
  const host = ts.createCompilerHost({ ...options, jsx: ts.JsxEmit.Preserve })
  const { readFile, fileExists } = host
  const pageOf = (path: string) => (path.endsWith('.astro.tsx') ? path.slice(0, -4) : undefined)
  host.readFile = (path) => {
    const page = pageOf(path)
    return page === undefined ? readFile(path) : asModule(readFileSync(page, 'utf8'))
  }
  host.fileExists = (path) => fileExists(pageOf(path) ?? path)
  const roots = files.map((file) => (file.endsWith('.astro') ? `${file}.tsx` : file))
  return ts.createProgram(roots, { ...options, jsx: ts.JsxEmit.Preserve, noEmit: true }, host)
}

/** What stands between the fences, then what the page is, with the properties that the page names. */
function asModule(page: string): string {
  const [, code = '', body = page] = /^---\n([^]*?)\n---\n([^]*)$/.exec(page) ?? []
  const props = /\btype Props\b/.test(code)
    ? 'Props'
    : /\bgetStaticPaths\b/.test(code)
      ? "import('astro').InferGetStaticPropsType<typeof getStaticPaths>"
      : 'Record<string, unknown>'
  const markup = body.replace(/<!doctype html>/i, '').replace(/<(script|style)\b[^]*?<\/\1>/g, '')
  return `${code}\nconst Astro: import('astro').AstroGlobal<${props}> = null!\nvoid (<>${markup}</>)\n`
}

type Key = ts.PropertyAssignment | ts.MethodDeclaration

/** The texts: properties that are no section of others. */
function keysIn(source: ts.SourceFile): readonly Key[] {
  const keys: Key[] = []
  visit(source, (node) => {
    const isText =
      (ts.isPropertyAssignment(node) && !ts.isObjectLiteralExpression(node.initializer)) ||
      ts.isMethodDeclaration(node)
    if (isText && !isInside(node)) keys.push(node)
  })
  return keys
}

/** What a text is made with is no key; what a list holds is used with the list. */
function isInside(node: ts.Node): boolean {
  const isWhole = (each: ts.Node) => ts.isFunctionLike(each) || ts.isArrayLiteralExpression(each)
  return ts.findAncestor(node.parent, isWhole) !== undefined
}

function nameOf({ name }: Key): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : name.getText()
}

/** What a text names, part by part (`lot.out`), and what a type of words asks for. */
function textsOf(node: ts.Node): readonly string[] {
  const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node
  if (ts.isStringLiteralLike(node) && !isKey) return node.text.split('.')
  if (!ts.isPropertySignature(node) || !ts.isIdentifier(node.name)) return []
  const type = ts.findAncestor(node, ts.isTypeAliasDeclaration)
  return /(?:Words|Sentences)$/.test(type?.name.text ?? '') ? [node.name.text] : []
}

/** What a node refers to by one of the names. */
function referred(
  node: ts.Node,
  names: ReadonlySet<string>,
  checker: ts.TypeChecker,
): readonly ts.Symbol[] {
  if (ts.isElementAccessExpression(node)) {
    const owner = checker.getTypeAtLocation(node.expression)
    return literalsOf(checker.getTypeAtLocation(node.argumentExpression)).flatMap(
      (name) => owner.getProperty(name) ?? [],
    )
  }
  if (ts.isPropertyAccessExpression(node)) {
    if (!names.has(node.name.text)) return []
    const symbol = checker.getSymbolAtLocation(node.name)
    return symbol ? [symbol] : []
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name
    if (!ts.isIdentifier(name) || !names.has(name.text)) return []
    const symbol = checker.getTypeAtLocation(node.parent).getProperty(name.text)
    return symbol ? [symbol] : []
  }
  return []
}

function literalsOf(type: ts.Type): readonly string[] {
  const parts = type.isUnion() ? type.types : [type]
  return parts.flatMap((part) => (part.isStringLiteral() ? part.value : []))
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  ts.forEachChild(node, (child) => visit(child, look))
}
