import { describe, expect, test } from 'vitest'
import { field, readBody, type FormFields } from '../../src/http/read.ts'

const FORM = 'application/x-www-form-urlencoded'

function post(body: string, type = FORM): Request {
  return new Request('http://localhost/api', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
  })
}

async function fieldsOf(body: string): Promise<FormFields> {
  const read = await readBody(post(body))
  if (!read.ok || read.value.kind !== 'form') throw new Error('this is no form')
  return read.value.fields
}

describe('a body', () => {
  test('is decoded once: what looks encoded after that stays as it was typed', async () => {
    const fields = await fieldsOf('title=100%2525&summary=%26lt%3Bb%26gt%3B')
    expect(field(fields, 'title')).toBe('100%25')
    expect(field(fields, 'summary')).toBe('&lt;b&gt;')
  })

  test('whose field comes twice means the first, wherever it is read', async () => {
    const fields = await fieldsOf('token=one&lang=da&token=two')
    expect([field(fields, 'token'), fields.get('token')]).toEqual(['one', ['one', 'two']])
  })

  test('that names the innards of JavaScript is fields like any other', async () => {
    const fields = await fieldsOf('__proto__=x&constructor=y')
    expect([field(fields, '__proto__'), field(fields, 'constructor')]).toEqual(['x', 'y'])
    expect(field(fields, 'toString')).toBeUndefined()
    const read = await readBody(post('{"__proto__":{"polluted":1}}', 'application/json'))
    expect(read.ok).toBe(true)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('of a kind that is not expected is refused unread', async () => {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/xml'])
      expect(await readBody(post('x=1', type))).toMatchObject({ error: { code: 'body-invalid' } })
  })
})
