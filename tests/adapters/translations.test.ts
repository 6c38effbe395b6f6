import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readContent } from '../../src/adapters/content/read-content.ts'
import { tellCouncil } from '../../src/domain/council.ts'
import { frozenPaper } from '../../src/domain/digest.ts'
import { tellProposal } from '../../src/domain/proposal.ts'
import { tellRound } from '../../src/domain/round-translation.ts'

const ROUND = 'rounds/tranebro-decides-2026'
const BENCHES = `${ROUND}/proposals/hill-benches`
let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'content-'))
  await cp(resolve('content'), directory, { recursive: true })
})

afterEach(async () => rm(directory, { recursive: true }))

const textOf = (file: string) => readFile(join(directory, file), 'utf8')

/** Writes one file and answers what its author is told. */
async function told(file: string, text: string): Promise<string> {
  await writeFile(join(directory, file), text)
  return readContent(directory).then(
    () => 'nothing',
    (fault: Error) => fault.message,
  )
}

const changed = async (file: string, before: string | RegExp, after: string) => {
  const text = await textOf(file)
  expect(text).toMatch(before)
  return told(file, text.replace(before, after))
}

const aGuide = (fields = '') =>
  `---\nschemaVersion: 1\ntitle: Zo gaat het\nsummary: In zes stappen.\n${fields}---\n\nTekst.\n`

const benches = [
  'schemaVersion: 1',
  'title: Bænke på bakken',
  'summary: Et sted at sidde på vejen op.',
  'beneficiaries: [ældre]',
  'proposer: En nabo',
]

const aProposal = (fields: readonly string[], body = 'Teksten på dansk.') =>
  `---\n${fields.join('\n')}\n---\n\n${body}\n`

async function openRound() {
  const { rounds } = await readContent(directory)
  const [found] = rounds.filter(({ round }) => `rounds/${round.id}` === ROUND)
  if (found === undefined) throw new Error(ROUND)
  return found
}

describe('a translation beside its original', () => {
  test('tells the proposal in its language, and leaves amounts and standing to the original', async () => {
    expect(await told(`${BENCHES}.da.md`, aProposal(benches))).toBe('nothing')
    const [proposal] = (await openRound()).proposals.filter(({ id }) => id === 'hill-benches')
    if (proposal === undefined) throw new Error('hill-benches')
    expect(tellProposal(proposal, 'da')).toMatchObject({
      ...{ title: 'Bænke på bakken', body: 'Teksten på dansk.', language: 'da' },
      ...{ cost: proposal.cost, standing: 'ballot', originalTitle: proposal.title },
      proposer: { kind: proposal.proposer?.kind, name: 'En nabo' },
    })
    expect(tellProposal(proposal, 'nl')).toBe(proposal)
  })

  test('tells the round with its themes, notes and events, and no other date', async () => {
    const { round } = await openRound()
    const danish = tellRound(round, 'da')
    expect(danish.themes.map(({ name }) => name)).toContain('Leg og bevægelse')
    expect(danish.phases.map(({ from, to }) => [from, to])).toEqual(
      round.phases.map(({ from, to }) => [from, to]),
    )
    expect(danish.events.map(({ title }) => title)).toContain('Dagen i hallen')
    expect(danish.events.map(({ from }) => from)).toEqual(round.events.map(({ from }) => from))
    expect(danish.conditions).toHaveLength(round.conditions.length)
  })

  test('tells the council in its words, and leaves all else to council.md', async () => {
    const { council } = await readContent(directory)
    const danish = tellCouncil(council, 'da')
    expect(danish).toMatchObject({ name: 'Tranebro', kind: 'Bydelsråd', language: 'da' })
    expect(danish.contact).toEqual({ ...council.contact, name: 'Tranebro Bydelskontor i salen' })
    expect(danish.notice).toMatch(/^Tranebro er et opdigtet sted/)
    expect(council.translations?.da?.body).toMatch(/^Tranebro ligger på en skråning/)
    expect(tellCouncil(council, 'en')).toBe(council)
  })

  test('changes nothing of what is voted on, whatever it says, also while a vote is open', async () => {
    const before = await openRound()
    await told(`${BENCHES}.da.md`, aProposal(benches))
    await told(`${BENCHES}.de.md`, aProposal(benches.with(1, 'title: Etwas ganz anderes')))
    await changed(`${ROUND}/round.da.md`, /title: .*/, 'title: Noget andet')
    await rm(join(directory, `${ROUND}/proposals/lit-path.da.md`))
    const after = await openRound()
    expect(Object.keys(after.proposals[3]?.translations ?? {})).toEqual(['da', 'de'])
    expect(after.digest).toBe(before.digest)
    expect(frozenPaper(after.round, after.proposals)).toBe(
      frozenPaper(before.round, before.proposals),
    )
  })
})

describe('the author of a translation is told', () => {
  test.each([
    [
      'guide/privacy.fr.md',
      aGuide(),
      'guide/privacy.fr.md: found the language "fr", expected one of da, nl, en, de',
    ],
    [
      'guide/privacy.en.md',
      aGuide(),
      "guide/privacy.en.md: found a translation into en, the original's own",
    ],
    [
      'guide/privcay.nl.md',
      aGuide(),
      'guide/privcay.md: missing, expected this file in the content folder',
    ],
    [
      'guide/privacy.nl.md',
      aGuide('order: 3\n'),
      'guide/privacy.nl.md: order: found a field that does not exist here, expected none (is it spelled right?)',
    ],
    [
      'guide/privacy.nl.md',
      aGuide().replace('Tekst.', ''),
      'guide/privacy.nl.md: text: missing, expected it in this language as well',
    ],
    [
      `${BENCHES}.da.md`,
      aProposal(benches.slice(0, 4)),
      `${BENCHES}.da.md: proposer: missing, expected it in this language as well`,
    ],
    [
      `${BENCHES}.da.md`,
      aProposal([...benches, 'alt: En tegning af en bænk.']),
      `${BENCHES}.da.md: alt: found words for what the original does not have`,
    ],
    [
      `${BENCHES}.da.md`,
      aProposal([...benches, 'cost: 9999']),
      `${BENCHES}.da.md: cost: found a field that does not exist here, expected none (is it spelled right?)`,
    ],
  ])('what is wrong with %s', async (file, text, message) => {
    expect(await told(file, text)).toBe(message)
  })

  test.each([
    [/ {2}play: .*\n/, '', 'themes.play: missing, expected it in this language as well'],
    [/ {2}play: /, '  plya: ', 'themes.play: missing, expected it in this language as well'],
    [/ {2}voting: .*\n/, '', 'phases.voting: missing, expected it in this language as well'],
    [
      / {2}open-meeting:\n {4}title: .*\n {4}place: .*\n/,
      '  open-meeting:\n    title: Møde\n',
      'events.open-meeting.place: missing, expected it in this language as well',
    ],
    [/ {2}- Det er tilladt.*\n/, '', 'conditions: found 3, expected 4 as in round.md'],
  ])('what a round lacks: %s', async (before, after, message) => {
    const said = await changed(`${ROUND}/round.da.md`, before, after)
    expect(said.split('\n')[0]).toBe(`${ROUND}/round.da.md: ${message}`)
  })

  test.each([
    [/kind: .*\n/, '', 'kind: missing, expected this field'],
    [/notice: .*\n/, '', 'notice: missing, expected it in this language as well'],
    [/contact:\n.*\n/, '', 'contact: missing, expected this field'],
    [/contact:\n/, 'contact:\n  phone: 12 34 56 78\n', 'contact.phone: found a field that'],
    [/kind: /, 'logo:\n  alt: En trane\nkind: ', 'logo.alt: found words for what the original'],
    [/\n---\n[^]*$/, '\n---\n', 'text: missing, expected it in this language as well'],
  ])('what the council’s words lack: %s', async (before, after, message) => {
    const said = await changed('council.da.md', before, after)
    expect(said).toMatch(new RegExp(`^council\\.da\\.md: ${message}`))
  })

  test('that the council’s words are in a language that there is, and not its own', async () => {
    const text = await textOf('council.da.md')
    expect(await told('council.en.md', text)).toBe(
      "council.en.md: found a translation into en, the original's own",
    )
    await rm(join(directory, 'council.en.md'))
    expect(await told('council.fr.md', text)).toBe(
      'council.fr.md: found the language "fr", expected one of da, nl, en, de',
    )
  })

  test('that an original which the site does not show cannot be translated', async () => {
    await changed('council.md', 'languages: [en, da, nl, de]', 'languages: [da, nl]')
    await rm(join(directory, 'guide'), { recursive: true })
    await rm(join(directory, 'council.da.md'))
    for (const file of ['round.da.md', 'proposals/lit-path.da.md', 'proposals/cargo-bike.da.md'])
      await rm(join(directory, ROUND, file))
    await told(`${BENCHES}.nl.md`, aProposal(benches))
    expect(
      await changed(`${BENCHES}.md`, 'schemaVersion: 1', 'schemaVersion: 1\nlanguage: en'),
    ).toBe(
      `${BENCHES}.nl.md: the original is in en, expected a language of council.md, so that it can be read`,
    )
  })
})

describe('the events of a round', () => {
  test.each([
    [
      /from: 2026-10-06 19:00/,
      'from: 2026-10-25 02:30',
      'events.help-evening-1.from: 2026-10-25 02:30 exists twice (the clocks go back) in Europe/Copenhagen; choose another minute',
    ],
    [
      /to: 2026-10-06 21:00/,
      'to: 2026-10-06 18:00',
      'events.help-evening-1.to: 2026-10-06 18:00 is not after 2026-10-06 19:00',
    ],
    [
      /id: help-evening-2/,
      'id: help-evening-1',
      'events: found "help-evening-1" twice, expected an id of its own for each event',
    ],
    [
      /id: help-evening-1/,
      'id: Help evening',
      'events.0.id: found "Help evening"; use 1 to 64 small letters a-z, digits and dashes, as in "lit-path"',
    ],
    [
      / {4}title: Help evening\n {4}from: 2026-10-06/,
      '    from: 2026-10-06',
      'events.0.title: missing, expected this field',
    ],
  ])('are refused by name: %s', async (before, after, message) => {
    const said = await changed(`${ROUND}/round.md`, before, after)
    expect(said.split('\n')[0]).toBe(`${ROUND}/round.md: ${message}`)
  })
})
