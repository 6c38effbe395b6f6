import { expect, test } from 'vitest'
import { openDesk } from '../support/clerk-desk.ts'

test('bench cast ends with one line: speeds, their ratio, and what Redis counted', async () => {
  const desk = await openDesk()
  const { code, out } = await desk.run('bench', 'cast', '--casts', '48', '--json')
  await desk.close()
  expect(code).toBe(0)
  const line: Record<string, unknown> = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')
  expect(Object.keys(line)).toEqual([
    'castsPerSecond',
    'bareEvalsPerSecond',
    'ratio',
    'commandsPerCast',
    'bytesPerCast',
  ])
  expect(Object.values(line).filter((value) => !(Number(value) > 0))).toEqual([])
  // The protocol: one EVAL, and the five commands inside it.
  expect(line['commandsPerCast']).toBe(6)
})

test.each(['0', 'many', '1.5', '1000000'])(
  'bench cast takes no --casts %s, and says what it takes',
  async (casts) => {
    const desk = await openDesk()
    const { code, out, said } = await desk.run('bench', 'cast', `--casts=${casts}`)
    await desk.close()
    expect([code, out]).toEqual([1, ''])
    expect(said).toBe(`--casts "${casts}": write a whole number from 1 to 999999.\n`)
  },
)
