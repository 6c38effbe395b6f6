import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { parseSerial, SerialSchema } from '../../src/domain/serial.ts'

describe('parseSerial', () => {
  test.each([
    ['K7QF-0042', 'K7QF-0042'],
    [' k7qf 0042 ', 'K7QF-0042'],
    ['K7QF0042', 'K7QF-0042'],
    ['KOQF-oo42', 'K0QF-0042'],
    ['kIqf-l', 'K1QF-1'],
  ])('reads %j', (text, serial) => {
    expect(parseSerial(text)).toBe(serial)
    expect(v.parse(SerialSchema, text)).toBe(serial)
  })

  test.each(['', 'K7QF', '0042', 'K7QF-00421', 'K7QU-0042', 'K7QF-004X', '7ABC DEFG HJKM NPQR'])(
    'refuses %j',
    (text) => {
      expect(parseSerial(text)).toBeUndefined()
      expect(v.safeParse(SerialSchema, text).success).toBe(false)
    },
  )
})
