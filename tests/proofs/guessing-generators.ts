/**
 * Generators of random bytes that are bad in known ways, each of which somebody has shipped.
 *
 * Pure but for their own state. Invariant: each is seeded, so that what is found of it is found every time.
 */
import { makeRandom } from './faults-random.ts'

type Bytes = (count: number) => Uint8Array<ArrayBuffer>

/** Bytes that a seed decides: as fair as a test needs them. */
export function seededBytes(seed: number): Bytes {
  const random = makeRandom(seed)
  return (count) => Uint8Array.from({ length: count }, () => random.below(256))
}

function word(number: number): number[] {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255)
}

/** Each makes a generator of its own. `expected`: how it is found. */
export const BAD_GENERATORS: readonly (readonly [
  name: string,
  make: () => Bytes,
  expected: RegExp,
])[] = [
  [
    'only 32 bits of a number are random',
    () => {
      const fair = seededBytes(1)
      return (count) =>
        count < 10
          ? fair(count)
          : Uint8Array.from({ length: count }, (_, at) => (at < 4 ? (fair(1)[0] ?? 0) : 0))
    },
    /^bit \d+ is not fair/m,
  ],
  [
    'the 32 bits of a number are used over again',
    () => {
      const random = makeRandom(2)
      return (count) => {
        const [own, all] = [word(random.below(2 ** 32)), Array.from({ length: count })]
        return Uint8Array.from(all, (_, at) => own[at % 4] ?? 0)
      }
    },
    /^bits \d+ and \d+ go together/m,
  ],
  [
    'a number modulo another makes some letters likelier',
    () => {
      const random = makeRandom(3)
      const digits = () => Array.from({ length: 16 }, () => random.below(100) % 32)
      return (count) => {
        const bits = digits()
          .map((digit) => digit.toString(2).padStart(5, '0'))
          .join('')
        return Uint8Array.from({ length: count }, (_, at) =>
          parseInt(bits.slice(at * 8, at * 8 + 8), 2),
        )
      }
    },
    /^letters in place \d+ are uneven/m,
  ],
  [
    'a counter is only scrambled in its low bits',
    () => {
      let next = 0x1234_5678
      const fair = seededBytes(4)
      return (count) =>
        count < 10 ? fair(count) : Uint8Array.from([...word(next++), ...word(0), ...fair(2)])
    },
    /^a code is like the one before it/m,
  ],
  [
    'a server that was copied starts from the same state again',
    () => {
      let [left, fair] = [0, seededBytes(5)]
      return (count) => {
        if (count >= 10 && left-- === 0) [left, fair] = [4_000, seededBytes(5)]
        return fair(count)
      }
    },
    /^\d+ codes are there twice/m,
  ],
]
