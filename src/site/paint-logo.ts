/**
 * The council's logo: painted once a build, in the size of the header, whatever it was drawn as.
 *
 * Talks to the image library. Invariant: what a browser gets is a picture of points, so no script and no
 * address of a drawing reaches it; what would be missing from the painted logo is refused.
 * Decided in docs/decisions/0020.
 */
import sharp from 'sharp'

/** Most pixels of the picture: four times what the header shows, which is enough for print. */
const BOX = { width: 720, height: 192 }

/** Fewer pixels than this would be a blur on a sharp screen. */
const LEAST = { width: 288, height: 96 }

export type PaintedLogo = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** The picture as WebP, or what is wrong with the file, in a sentence for its author. */
export async function paintLogo(
  file: string,
  drawing: Uint8Array,
): Promise<PaintedLogo | { readonly problem: string }> {
  const isDrawn = file.endsWith('.svg')
  const problem = isDrawn ? drawingProblem(new TextDecoder().decode(drawing)) : undefined
  if (problem !== undefined) return { problem }
  try {
    const { width, height } = await sharp(drawing).metadata()
    if (!isDrawn && height < LEAST.height && width < LEAST.width)
      return {
        problem: `found ${width} x ${height} pixels, expected at least ${LEAST.height} in height or ${LEAST.width} in width`,
      }
    return await paint(drawing, isDrawn, file.endsWith('.jpg') || file.endsWith('.jpeg'))
  } catch {
    return {
      problem: 'found a file that cannot be read as a picture, expected SVG, PNG, WebP or JPEG',
    }
  }
}

async function paint(
  drawing: Uint8Array,
  isDrawn: boolean,
  isPhoto: boolean,
): Promise<PaintedLogo> {
  const { data, info } = await sharp(drawing)
    .rotate()
    .resize({ ...BOX, fit: 'inside', withoutEnlargement: !isDrawn })
    .webp(isPhoto ? { quality: 88 } : { nearLossless: true, quality: 60, effort: 6 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: Uint8Array.from(data), width: info.width, height: info.height }
}

/** What no logo needs, or what would be missing or different in the picture, with what to do. */
const UNWANTED: readonly (readonly [RegExp, string])[] = [
  [/<script\b|\son[a-z]+\s*=|javascript:/i, 'expected a drawing without script'],
  [/<!ENTITY|<!DOCTYPE[^>]*\[/i, 'expected a drawing that declares no entities'],
  [/<(?:foreignObject|iframe)\b/i, 'expected a drawing without parts of a page in it'],
  [
    /(?:href|src)\s*=\s*["']\s*(?!#|data:image\/)[^"'\s][^"']*|url\(\s*["']?(?!#|data:image\/)[^)]*|@import[^;]*/i,
    'expected a drawing that loads nothing from elsewhere; put the picture into the file',
  ],
  [
    /<(?:text|tspan|textPath)\b/i,
    'expected letters as paths, because each machine draws them in a font of its own',
  ],
]

/** Undefined where the drawing can be painted as it is meant. */
function drawingProblem(svg: string): string | undefined {
  for (const [pattern, expected] of UNWANTED) {
    const [found] = pattern.exec(svg.replaceAll(/<!--[\s\S]*?-->/g, '')) ?? []
    if (found !== undefined) return `found ${JSON.stringify(shorten(found.trim()))}, ${expected}`
  }
  return undefined
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
