/**
 * For what the laptops of a round's halls were prepared, and the keys with which they sign.
 *
 * Talks to keys and the desk's store. Invariant: the council opens with no other ballot or hour than its laptops
 * have, and names the key of each before the first ballot. Decided in docs/decisions/0032.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { toBase64url } from '../domain/encoding.ts'
import { preparedKind, type Prepared } from '../domain/hall-file.ts'
import { FIRST_SITTING } from '../domain/hall-setting.ts'
import type { OpeningRecord } from '../domain/opening-record.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Hall, Round } from '../domain/round.ts'
import { listRecords } from './desk/find-record.ts'
import type { Ports } from './ports.ts'

type PreparedHall = { readonly hall: Hall; readonly prepared: Prepared | undefined }

async function preparedHalls(ports: Ports, { id, halls }: Round): Promise<readonly PreparedHall[]> {
  if (halls.length === 0) return []
  const records = await listRecords(ports, preparedKind(id))
  return halls.map((hall) => ({
    hall,
    prepared: records.find((record) => record.id === hall.id)?.value,
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
    ({ prepared }) => prepared !== undefined && !isSame(prepared),
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
  const keys = (await preparedHalls(ports, round)).map(({ hall: { id }, prepared }) => {
    const { signKey } = ports.keys.ofHall(round.id, id, prepared?.sitting ?? FIRST_SITTING)
    return { hall: id, signKey: toBase64url(signKey(round.id)) }
  })
  return { hallKeys: keys }
}
