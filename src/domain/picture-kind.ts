/**
 * Kinds of picture files: what a file is by its first bytes, whatever its name says.
 *
 * Pure. Invariant: only what is of a kind in STILL is ever given to a decoder. Decided in docs/decisions/0029.
 */

/** The longest side of a picture that is kept, in points. */
export const LONGEST_SIDE = 1600

/** The most that a picture may weigh on its way here, where no script makes it smaller. */
export const MOST_SENT = 4_000_000

/** Kinds that become a picture on the site. */
const STILL = ['jpeg', 'png', 'webp'] as const

export type StillKind = (typeof STILL)[number]

/** Why a file becomes no picture. */
export type PictureFault =
  'moving' | 'heic' | 'svg' | 'pdf' | 'not-a-picture' | 'damaged' | 'too-many-pixels' | 'too-heavy'

/** What a file is. */
export function pictureKind(bytes: Uint8Array): StillKind | PictureFault {
  const head = text(bytes, 0, 1024)
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg'
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return isMovingPng(bytes) ? 'moving' : 'png'
  if (/^RIFF[^]{4}WEBP/.test(head)) return isMovingWebp(bytes, head) ? 'moving' : 'webp'
  if (/^GIF8[79]a/.test(head)) return 'moving'
  if (/^[^]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/.test(head)) return 'heic'
  if (head.includes('%PDF-')) return 'pdf'
  return /<svg[\s>]/i.test(head) ? 'svg' : 'not-a-picture'
}

/** Whether a kind becomes a picture on the site. */
export function isStill(kind: StillKind | PictureFault): kind is StillKind {
  return STILL.some((still) => still === kind)
}

/** The extended header says whether there are frames. */
function isMovingWebp(bytes: Uint8Array, head: string): boolean {
  return head.startsWith('VP8X', 12) && ((bytes[20] ?? 0) & 2) !== 0
}

/** A picture that moves says so before its first frame. */
function isMovingPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = text(bytes, at + 4, 4)
    if (name === 'acTL') return true
    if (name === 'IDAT') return false
  }
  return false
}

function text(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
