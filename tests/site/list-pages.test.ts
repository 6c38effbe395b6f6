import { describe, expect, test } from 'vitest'
import { entriesOf } from '../../src/client/list-entries.ts'
import { listControls } from '../../src/site/list-controls.ts'
import { listFile } from '../../src/site/list-file.ts'
import { hasControls, listPages, listPath, PAGE_LENGTH } from '../../src/site/list-pages.ts'
import { aProposal, aReader, aRound, aRoundPage } from './site-data.ts'

const themes = [
  { id: 'green', name: 'Green' },
  { id: 'play', name: 'Play' },
  { id: 'unused', name: 'Unused' },
]
const round = aRound({ themes })

function pageOf(count: number, off = 0) {
  const on = Array.from({ length: count }, (_, at) =>
    aProposal(`p-${at}`, { theme: at % 3 === 0 ? 'play' : 'green', cost: 100 + at }),
  )
  const others = Array.from({ length: off }, (_, at) =>
    aProposal(`off-${at}`, { standing: 'rejected', reason: 'Not lawful.' }),
  )
  return aRoundPage(round, [...on, ...others])
}

describe('listPages', () => {
  test('has one page for few proposals, and nothing to search with', () => {
    expect(listPages(pageOf(3)).map(listPath)).toEqual([''])
    expect(listPages(pageOf(0)).map(({ proposals }) => proposals.length)).toEqual([0])
    expect([6, 7].map((count) => hasControls(pageOf(count)))).toEqual([false, true])
  })

  test('has pages of sixty, pages for each theme that is used, and pages of what cannot be voted on', () => {
    const pages = listPages(pageOf(150, 70))
    expect(pages.map((list) => [listPath(list), list.proposals.length])).toEqual([
      ['', 60],
      ['page/2/', 60],
      ['page/3/', 30],
      ['theme/green/', 60],
      ['theme/green/page/2/', 40],
      ['theme/play/', 50],
      ['standing/off/', 60],
      ['standing/off/page/2/', 10],
    ])
    expect(pages.map(({ number, pages: all }) => `${number}/${all}`).slice(0, 3)).toEqual([
      '1/3',
      '2/3',
      '3/3',
    ])
  })

  test('holds each proposal once, in an order that is the same at each build and not that of the names', () => {
    const ids = () =>
      listPages(pageOf(150))
        .filter(({ kind }) => kind === 'all')
        .flatMap(({ proposals }) => proposals.map(({ id }) => id))
    expect(new Set(ids()).size).toBe(150)
    expect(ids()).toEqual(ids())
    expect(ids()).not.toEqual(ids().toSorted())
  })

  test('never takes the address of a proposal whose id is a number', () => {
    const paths = listPages(pageOf(PAGE_LENGTH * 3, 200)).map(listPath)
    expect(paths.filter((path) => /^[a-z0-9-]+\/$/.test(path))).toEqual([])
  })
})

describe('listControls', () => {
  const say = (texts: readonly { readonly text: string }[]) =>
    texts.map(({ text }) => text.replaceAll('\u00a0', ' '))

  test('offers the themes that are used, and ranges of cost between round amounts', () => {
    const controls = listControls(pageOf(40), aReader())
    expect(say(controls.themes)).toEqual(['Green', 'Play'])
    expect(controls.areas).toEqual([])
    expect(controls.costs.map(({ value }) => value)).toEqual(['left', '50-100', '100-150'])
    expect(say(controls.costs).at(-1)).toBe('100 kr. to 150 kr.')
  })

  test('asks what still fits only where money limits the ballot', () => {
    const page = { ...pageOf(40), round: aRound({ themes, ballot: { type: 'approval' } }) }
    expect(listControls(page, aReader()).costs.map(({ value }) => value)).not.toContain('left')
  })
})

describe('listFile', () => {
  test('holds what is on the ballot, in the order of the pages, as the browser reads it', () => {
    const page = pageOf(70, 5)
    const entries = entriesOf(listFile(page, aReader()))
    const [first] = listPages(page)
    expect(entries).toHaveLength(70)
    expect(entries.slice(0, 60).map(({ id }) => id)).toEqual(first?.proposals.map(({ id }) => id))
    expect(entries.find(({ id }) => id === 'p-3')).toMatchObject({
      ...{ title: 'The p-3', cost: 10_300, language: 'en', outcome: undefined },
      theme: { id: 'play', name: 'Play', picture: 'play' },
    })
  })
})
