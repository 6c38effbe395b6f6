/**
 * Changing one thing in a piece of JSON: a number, a text, a choice, or the members of a list.
 *
 * Pure. Invariant: what comes back differs from what went in, in one place.
 */
type Path = readonly (string | number)[]
type Node = { readonly path: Path; readonly value: unknown }

/** How many changes of one certificate bring every kind of field up in 1,000 of them. */
export const CHANGES = 6

/** A copy with the change that `where` and `how` choose. */
export function changeOne(json: unknown, where: number, how: number): unknown {
  const { path, value } = chosen(json, where)
  const changes = changesOf(value, json)
  return replaced(json, path, changes[how % changes.length])
}

/** Which field would be changed: `.run.purchases[].price[]`. */
export function changedPlace(json: unknown, where: number): string {
  return placeOf(chosen(json, where))
}

/** Every field has the same chance, however often it stands in the JSON. */
function chosen(json: unknown, where: number): Node {
  const nodes = nodesOf(json, []).filter(({ value }) => !isEmpty(value))
  const fields = [...Map.groupBy(nodes, placeOf).values()]
  const field = fields[where % fields.length] ?? []
  const node = field[Math.floor(where / fields.length) % field.length]
  if (node === undefined) throw new RangeError('there is nothing to change')
  return node
}

function placeOf({ path }: Node): string {
  return path.map((step) => (typeof step === 'number' ? '[]' : `.${step}`)).join('')
}

/** Whether there is nothing in it to change. */
function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}

/** What a value can become. */
function changesOf(value: unknown, json: unknown): readonly unknown[] {
  if (typeof value === 'number') return numbersNear(value)
  if (typeof value === 'string') return textsNear(value, json)
  if (Array.isArray(value)) return listsNear(value)
  if (typeof value === 'object' && value !== null) return withoutOne(value)
  return typeof value === 'boolean' ? [!value] : []
}

function numbersNear(value: number): readonly unknown[] {
  const numbers = [value + 1, value - 1, value * 2, value + 100, value - 100, -value, 0, 1, 0.5]
  return numbers.filter((each) => !Object.is(each, value) && each !== value)
}

/** Another number where the text is one; another text of the same certificate in any case. */
function textsNear(value: string, json: unknown): readonly unknown[] {
  const number = /^\d+$/.test(value) ? BigInt(value) : undefined
  const numbers =
    number === undefined
      ? []
      : [number + 1n, number - 1n, number * 2n, number + 100n, 0n, 1n, -number].map(String)
  const others = nodesOf(json, []).flatMap(({ value: each }) =>
    typeof each === 'string' ? [each] : [],
  )
  return [...new Set([...numbers, ...others, `${value}0`, `0${value}`, ''])].filter(
    (each) => each !== value,
  )
}

/** Without one of its members, with one of them twice, or with two neighbours exchanged. */
function listsNear(list: readonly unknown[]): readonly unknown[] {
  const at = (place: number) => JSON.stringify(list[place])
  return list.flatMap((member, place) => [
    list.toSpliced(place, 1),
    list.toSpliced(place, 0, member),
    ...(place > 0 && at(place) !== at(place - 1)
      ? [list.toSpliced(place - 1, 2, member, list[place - 1])]
      : []),
  ])
}

function withoutOne(object: object): readonly unknown[] {
  return Object.keys(object).map((name) =>
    Object.fromEntries(Object.entries(object).filter(([each]) => each !== name)),
  )
}

/** Every value in it, itself too. */
function nodesOf(value: unknown, path: Path, into: Node[] = []): readonly Node[] {
  into.push({ path, value })
  if (typeof value !== 'object' || value === null) return into
  const isList = Array.isArray(value)
  for (const [name, member] of Object.entries(value))
    nodesOf(member, [...path, isList ? Number(name) : name], into)
  return into
}

function replaced(json: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value
  if (Array.isArray(json))
    return json.with(Number(first), replaced(json[Number(first)], rest, value))
  const members = Object.entries(json ?? {}).map(([name, member]) => [
    name,
    name === first ? replaced(member, rest, value) : member,
  ])
  return Object.fromEntries(members)
}
