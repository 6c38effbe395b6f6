import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { paintLogo } from '../../src/site/paint-logo.ts'

const svg = (inside: string, head = '') =>
  Buffer.from(
    `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20" width="40" height="20">${inside}</svg>`,
  )
const crane = '<style>.a{fill:#134b70}</style><path class="a" d="M0 0h40v20H0z"/>'
const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#b9533a80' } })
    .png()
    .toBuffer()

async function problemOf(file: string, bytes: Uint8Array): Promise<string> {
  const painted = await paintLogo(file, bytes)
  return 'problem' in painted ? painted.problem : 'none'
}

describe('paintLogo', () => {
  test('paints a small drawing sharply in four times the size of the header', async () => {
    const painted = await paintLogo('logo.svg', svg(crane))
    if ('problem' in painted) throw new Error(painted.problem)
    expect([painted.width, painted.height]).toEqual([384, 192])
    const { format } = await sharp(painted.bytes).metadata()
    expect(format).toBe('webp')
    const { data } = await sharp(painted.bytes)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)]).toEqual([0x13, 0x4b, 0x70])
  })

  test('makes a large picture small, keeps a small one, and keeps what can be seen through', async () => {
    const sizes = await Promise.all(
      [await png(3000, 1000), await png(300, 100)].map((bytes) => paintLogo('logo.png', bytes)),
    )
    expect(sizes.map((painted) => 'width' in painted && [painted.width, painted.height])).toEqual([
      [576, 192],
      [300, 100],
    ])
    const [large] = sizes
    const { hasAlpha } = await sharp(large && 'bytes' in large ? large.bytes : undefined).metadata()
    expect(hasAlpha).toBe(true)
  })

  test('gives a browser nothing of a drawing but its points', async () => {
    const hidden = `${crane}<!-- <script>alert(1)</script> --><desc>Made by a clerk</desc>`
    const painted = await paintLogo('logo.svg', svg(hidden))
    if ('problem' in painted) throw new Error(painted.problem)
    expect(Buffer.from(painted.bytes).toString('latin1')).not.toMatch(/script|clerk|svg/)
  })

  test.each([
    [
      'a script',
      svg(`${crane}<script>alert(1)</script>`),
      'found "<script", expected a drawing without script',
    ],
    [
      'a handler',
      svg(`<path d="M0 0" onload="alert(1)"/>`),
      'found "onload=", expected a drawing without script',
    ],
    [
      'an entity',
      svg(crane, '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
      'found "<!DOCTYPE svg [", expected a drawing that declares no entities',
    ],
    [
      'a part of a page',
      svg('<foreignObject><p/></foreignObject>'),
      'found "<foreignObject", expected a drawing without parts of a page in it',
    ],
    [
      'a picture from elsewhere',
      svg('<image xlink:href="https://example.org/crest.png"/>'),
      'found "href=\\"https://example.org/crest.png", expected a drawing that loads nothing from elsewhere; put the picture into the file',
    ],
    [
      'a style from elsewhere',
      svg('<style>@import "//example.org/a.css";</style>'),
      'found "@import \\"//example.org/a.css\\"", expected a drawing that loads nothing from elsewhere; put the picture into the file',
    ],
    [
      'letters',
      svg('<text>Tranebro</text>'),
      'found "<text", expected letters as paths, because each machine draws them in a font of its own',
    ],
  ])('refuses %s in a drawing, and says what to do', async (_, bytes, message) => {
    expect(await problemOf('logo.svg', bytes)).toBe(message)
  })

  test('refuses a picture that would be a blur, and a file that is none', async () => {
    expect(await problemOf('logo.png', await png(64, 64))).toBe(
      'found 64 x 64 pixels, expected at least 96 in height or 288 in width',
    )
    const none = 'found a file that cannot be read as a picture, expected SVG, PNG, WebP or JPEG'
    expect(await problemOf('logo.jpg', Buffer.from('Tranebro'))).toBe(none)
    expect(await problemOf('logo.svg', Buffer.from('<svg'))).toBe(none)
  })

  test('takes what a drawing holds itself: gradients, and a picture inside it', async () => {
    const inner = (await png(4, 4)).toString('base64')
    const held = `<linearGradient id="g"><stop stop-color="#fff"/></linearGradient><path fill="url(#g)" d="M0 0h9v9z"/><image href="data:image/png;base64,${inner}" width="4" height="4"/>`
    expect(await problemOf('logo.svg', svg(held))).toBe('none')
  })
})
