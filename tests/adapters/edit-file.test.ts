import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { editFile } from '../../src/adapters/content/edit-file.ts'
import { readFields } from '../../src/adapters/content/front-matter.ts'

const WRITTEN = `---
# Written by hand, in the clerk's own way.
title:   'Our round'   # shown everywhere
budget: 75000 # voted on 3 March
areas:
    # The old village
    - { id: north, name: North }
    # The new estate
    - id: south
      name: "South"   # they say so themselves

phases:
- phase: voting
  from: 2026-11-09 08:00
  to: 2026-11-29 20:00 # the hall closes then
# The rest is for residents.
summary: >
  One,
  two.
---

Story.
`
const edit = (fields: Record<string, unknown>, body?: string) =>
  editFile('round.md', WRITTEN, fields, body)

describe('editFile', () => {
  test('changes nothing where the file says the same already', () => {
    expect(edit(readFields('round.md', WRITTEN).fields)).toBe(WRITTEN)
  })

  test('changes one field, and keeps every other byte', () => {
    expect(edit({ budget: 80000 })).toBe(WRITTEN.replace('75000', '80000'))
  })

  test.each([
    ['a flow map', '{ budget: 5, title: Ours }', { paper: true }],
    ['a value that others point at', 'budget: &b 5\ncost: *b\ntitle: Ours', { budget: 7 }],
    ['an alias that is changed', 'budget: &b 5\ncost: *b\ntitle: Ours', { cost: 7 }],
    ['a merged map', 'base: &b { x: 1 }\narea:\n  <<: *b\n  y: 2\ntitle: Ours', { title: 'Yours' }],
  ])('says what was wanted, and nothing else, where the file has %s', (_, yaml, fields) => {
    const text = `---\n${yaml}\n---\n\nStory.\n`
    const edited = readFields('f', editFile('f', text, fields))
    expect(edited.fields).toEqual({ ...readFields('f', text).fields, ...fields })
    expect(edited.body).toBe('Story.')
  })

  test('keeps the comments inside of a list, also where an item before it is gone', () => {
    const south = edit({ areas: [{ id: 'south', name: 'Southend' }] })
    expect(south).toContain('# The new estate')
    expect(south).toContain('# they say so themselves')
    expect(south).toContain('Southend')
    expect(south).not.toContain('North')
    expect(south).toContain(
      "title:   'Our round'   # shown everywhere\nbudget: 75000 # voted on 3 March",
    )
    expect(south).toContain('# The rest is for residents.\nsummary: >')
  })

  test('keeps the comments of the one item that is changed, and of those that stay', () => {
    const text = `---
updates:
  # from the gardener
  - date: 2027-05-17 # a Monday
    text: Ordered.
  - date: 2027-05-20
    # who else
    text: They stand.
---
`
    const [first, second] = [
      { date: '2027-05-17', text: 'Ordered.' },
      { date: '2027-05-20', text: 'They stand.' },
    ]
    const told = { ...first, text: 'Ordered, in green.' }
    expect(editFile('file.md', text, { updates: [told, second] })).toBe(
      text.replace('Ordered.', 'Ordered, in green.'),
    )
    const left = editFile('file.md', text, { updates: [first] })
    expect(left).toBe(text.replace(/ {2}- date: 2027-05-20\n.*\n.*\n/, ''))
  })

  test('adds a field at the end, and takes one out with its value', () => {
    const edited = edit({ paper: true, areas: undefined, summary: undefined })
    expect(readFields('round.md', edited).fields).toEqual({
      title: 'Our round',
      budget: 75000,
      phases: [{ phase: 'voting', from: '2026-11-09 08:00', to: '2026-11-29 20:00' }],
      paper: true,
    })
  })

  test('replaces the body and nothing else', () => {
    expect(edit({}, 'Another.')).toBe(WRITTEN.replace('Story.', 'Another.'))
  })

  test('writes the lines of a file as the others end', () => {
    const edited = editFile('round.md', WRITTEN.replaceAll('\n', '\r\n'), {
      budget: 1,
      paper: true,
    })
    expect(edited.replaceAll('\r\n', '')).not.toContain('\n')
  })

  test('says what was asked for, of whatever was there before', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.record({ id: fc.stringMatching(/^[a-c]$/), name: fc.string() }), {
        maxLength: 3,
      }),
      fc.dictionary(fc.stringMatching(/^[a-c]$/), fc.string(), { maxKeys: 3 }),
    )
    const fields = fc.record({
      title: value,
      budget: value,
      areas: value,
      phases: value,
      more: value,
    })
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const text = editFile('round.md', edit(before), after)
        expect(readFields('round.md', text)).toEqual({
          fields: { ...readFields('round.md', WRITTEN).fields, ...after },
          body: 'Story.',
        })
      }),
    )
  })

  test('leaves the example rounds as they are where nothing is changed', async () => {
    for (const round of ['tranebro-decides-2025', 'tranebro-decides-2026']) {
      const text = await readFile(`content/rounds/${round}/round.md`, 'utf8')
      expect(editFile('round.md', text, readFields('round.md', text).fields)).toBe(text)
      const edited = editFile('round.md', text, { budget: 1 })
      expect(edited).toBe(text.replace(/^budget: .*$/m, 'budget: 1'))
    }
  })
})
