/**
 * For what the laptops of a round's halls were prepared, and the keys with which they sign.
 *
 * Talks to keys and the desk's store. Invariant: the council opens with no other ballot or hour than its laptops
 * have, and names the key of each before the first ballot. Decided in docs/decisions/0032.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { DeskRecord } from '../domain/desk-record.ts'
import { toBase64url } from '../domain/encoding.ts'
import { preparedKind, type Prepared } from '../domain/hall-file.ts'
import { FIRST_SITTING } from '../domain/hall-setting.ts'
import type { OpeningRecord } from '../domain/opening-record.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Hall, Round } from '../domain/round.ts'
import { changed, listRecords } from './desk/find-record.ts'
import type { Ports } from './ports.ts'

type PreparedHall = { readonly hall: Hall; readonly prepared: DeskRecord<Prepared> | undefined }

async function preparedHalls(ports: Ports, { id, halls }: Round): Promise<readonly PreparedHall[]> {
  if (halls.length === 0) return []
  const records = await listRecords(ports, preparedKind(id))
  return halls.map((hall) => ({
    hall,
    prepared: records.find((record) => record.id === hall.id),
  }))
}

/**
 * A laptop opens its own round alone, and only with what it was prepared with. The council opens with nothing else
 * than its laptops have: what was voted on there could not be counted.
 */
export async function checkPrepared(
  ports: Ports,
  round: Round,
  facts: Pick<OpeningRecord, 'digest' | 'opensAt'>,
): Promise<Result<true, ClerkRefusal>> {
  const isSame = ({ digest, opensAt }: typeof facts) =>
    digest === facts.digest && opensAt === facts.opensAt
  const { hall } = ports
  if (hall !== undefined) {
    const isNamed = hall.round === round.id && round.halls.some(({ id }) => id === hall.id)
    if (!isNamed) return refuseClerk('hall-unknown', { hall: hall.id })
    return isSame(hall) ? ok(true) : refuseClerk('hall-other-ballot')
  }
  const others = (await preparedHalls(ports, round)).filter(
    ({ prepared }) => prepared !== undefined && !isSame(prepared.value),
  )
  const names = others.map((each) => each.hall.name)
  return names.length > 0
    ? refuseClerk('hall-prepare-again', { halls: names.join(', ') })
    : ok(true)
}

/** The public key of each hall, that of its last sitting; none on a laptop, or where there are no halls. */
export async function hallKeys(
  ports: Ports,
  round: Round,
): Promise<Pick<OpeningRecord, 'hallKeys'>> {
  if (ports.hall !== undefined || round.halls.length === 0) return {}
  const halls = await preparedHalls(ports, round)
  return { hallKeys: halls.map((each) => keyOf(ports, round, each)) }
}

/**
 * Keeps every sitting as it stands, before the record that names its key is public. False where a laptop was prepared
 * since that record was made.
 */
export async function nameHalls(
  ports: Ports,
  round: Round,
  { hallKeys: named = [] }: Pick<OpeningRecord, 'hallKeys'>,
): Promise<boolean> {
  if (named.length === 0) return true
  const halls = await preparedHalls(ports, round)
  const keys = halls.map((each) => keyOf(ports, round, each).signKey)
  if (named.some(({ signKey }, at) => signKey !== keys[at])) return false
  const changes = halls.flatMap(({ prepared }) =>
    prepared === undefined || prepared.value.named
      ? []
      : [
          changed(preparedKind(round.id), {
            ...prepared,
            value: { ...prepared.value, named: true },
          }),
        ],
  )
  return changes.length === 0 || !(await ports.desk.write(changes, ports.clock.now()))
}

function keyOf({ keys }: Ports, { id: round }: Round, { hall: { id }, prepared }: PreparedHall) {
  const { signKey } = keys.ofHall(round, id, prepared?.value.sitting ?? FIRST_SITTING)
  return { hall: id, signKey: toBase64url(signKey(round)) }
}
