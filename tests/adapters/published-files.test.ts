/**
 * Which paths may be published, and the id of a text.
 *
 * Pure.
 */
import { describe, expect, test } from 'vitest'
import {
  blobId,
  bytesOf,
  checkCommitId,
  checkFiles,
  checkPath,
} from '../../src/adapters/git/published-files.ts'

describe('checkPath', () => {
  test.each([
    'council.md',
    'rounds/spring-2027/results/1/ballots.pb',
    'rounds/bæredygtig år/æøå ĳ – 🌳 100% #1 ?.md',
    '.well-known/security.txt',
    '.gitignore',
    'a..b/...',
  ])('takes %j', (path) => {
    expect(checkPath(path)).toBe(path)
  })

  test.each([
    '',
    '/etc/passwd',
    '../outside.md',
    'rounds/..',
    'rounds/../../outside.md',
    './council.md',
    'rounds//round.md',
    'rounds/',
    '.git',
    '.git/config',
    'rounds/.GIT/hooks/post-commit',
    '.git./config',
    '.git /config',
    'GIT~1/config',
    'rounds\\..\\outside.md',
    'C:/outside.md',
    'two\nlines.md',
    'nul\u0000.md',
    'half a letter \ud83c.md',
  ])('refuses %j', (path) => {
    expect(() => checkPath(path)).toThrow(RangeError)
  })
})

describe('checkFiles', () => {
  test('refuses no file at all, and one path twice', () => {
    const file = { path: 'council.md', text: '' }
    expect(() => checkFiles([])).toThrow(RangeError)
    expect(() => checkFiles([file, { ...file, text: 'other' }])).toThrow(RangeError)
    expect(() => checkFiles([file, { ...file, path: 'Council.md' }])).not.toThrow()
  })
})

describe('checkCommitId', () => {
  test('takes a whole id, and no name, expression or option', () => {
    const id = '0123456789abcdef0123456789abcdef01234567'
    expect(checkCommitId(id)).toBe(id)
    for (const commit of ['main', 'HEAD', `${id}^`, id.slice(1), id.toUpperCase(), '--all', ''])
      expect(() => checkCommitId(commit)).toThrow(RangeError)
  })
})

describe('blobId', () => {
  test('is the id that git prints for the same bytes', () => {
    const id = (text: string) => blobId(bytesOf({ path: 'a.txt', text }))
    expect(id('')).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391')
    expect(id('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a')
    expect(id('bæk\n')).not.toBe(id('bæk\r\n'))
    expect(blobId(Uint8Array.of(0x68, 0x69))).toBe(id('hi'))
  })
})
