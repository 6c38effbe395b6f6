/**
 * The contract of the inbox: what waits for a clerk, how much of it, and how it is decided.
 *
 * Talks to the store that it is given, also from two processes. Invariant: the limit is exact.
 * Decided in docs/decisions/0002.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StoredSubmission, SubmittedText } from '../../src/domain/submission.ts'
import { aRoundId, aSubmission, DURING } from '../support/box-data.ts'
import { openStore, type OpenedStore } from '../support/open-store.ts'
import { overlaps, startPair, type Pair } from '../support/race.ts'

const MOST = 500

/** Runs the contract on the store that `open` opens. */
export function inboxContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the inbox in ${name}`, () => {
    let opened: OpenedStore
    const inbox = () => opened.store.inbox
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.store.close())

    describe('a submission', () => {
      test('comes back as it was sent in', async () => {
        const sent = aSubmission(aRoundId())
        expect(await inbox().add(sent, MOST)).toBe(true)
        expect(await inbox().find(sent.round, sent.id)).toEqual(sent)
        expect(await inbox().list(sent.round)).toEqual([sent])
      })

      test('of another round or another id is not found', async () => {
        const sent = aSubmission(aRoundId())
        await inbox().add(sent, MOST)
        expect(await inbox().find(sent.round, 'submission-2')).toBeUndefined()
        expect(await inbox().find(aRoundId(), sent.id)).toBeUndefined()
        expect(await inbox().list(aRoundId())).toEqual([])
      })

      test('sent again after a lost answer lies there once, as it was', async () => {
        const sent = aSubmission(aRoundId())
        await inbox().add(sent, 1)
        expect(await inbox().add({ ...sent, receivedAt: DURING + 5 }, 1)).toBe(true)
        expect(await inbox().list(sent.round)).toEqual([sent])
      })

      test('is listed by its arrival', async () => {
        const round = aRoundId()
        const sent = [3, 1, 2].map((at) =>
          aSubmission(round, { id: `submission-${at}`, receivedAt: DURING + at }),
        )
        for (const each of sent) await inbox().add(each, MOST)
        const listed = (await inbox().list(round)).map(({ id }) => id)
        expect(listed).toEqual(['submission-1', 'submission-2', 'submission-3'])
      })

      test('is listed among hundreds, with a long text', async () => {
        const round = aRoundId()
        const { submission } = aSubmission(round)
        const long = { ...submission, description: 'æ'.repeat(8000) }
        const ids = Array.from({ length: 300 }, (_, index) => `submission-${1000 + index}`)
        for (const id of ids) await inbox().add(aSubmission(round, { id, submission: long }), MOST)
        const listed = await inbox().list(round)
        expect(listed.map(({ id }) => id)).toEqual(ids)
        expect(listed.every((each) => each.submission.description === long.description)).toBe(true)
      })
    })

    describe('a decision', () => {
      test('is taken from a state that still holds, and only once', async () => {
        const sent = aSubmission(aRoundId())
        const decide = (from: StoredSubmission['state'], state: StoredSubmission['state']) =>
          inbox().decide(sent.round, sent.id, [from], { state })
        await inbox().add(sent, MOST)
        expect(await decide('approved', 'published')).toBe(false)
        expect(await decide('waiting', 'approved')).toBe(true)
        expect(await decide('waiting', 'rejected')).toBe(false)
        expect(await inbox().find(sent.round, sent.id)).toEqual({ ...sent, state: 'approved' })
      })

      test('keeps its reason, and the proposal that it led to', async () => {
        const sent = aSubmission(aRoundId())
        const reason = 'The path is private.\n"Sorry" — see § 4'
        await inbox().add(sent, MOST)
        await inbox().decide(sent.round, sent.id, ['waiting'], { state: 'rejected', reason })
        expect(await inbox().find(sent.round, sent.id)).toMatchObject({ state: 'rejected', reason })
        const approval = { state: 'approved', proposal: 'bench' } as const
        await inbox().decide(sent.round, sent.id, ['waiting', 'rejected'], approval)
        await inbox().decide(sent.round, sent.id, ['approved'], { state: 'published' })
        const published = { ...sent, state: 'published', reason, proposal: 'bench' }
        expect(await inbox().find(sent.round, sent.id)).toEqual(published)
      })

      test('about what is not there is refused', async () => {
        const decision = { state: 'approved' } as const
        expect(await inbox().decide(aRoundId(), 'nobody', ['waiting'], decision)).toBe(false)
      })

      test('on a text that was changed meanwhile is refused, and what lies there is told apart to the letter', async () => {
        const sent = aSubmission(aRoundId())
        await inbox().add(sent, MOST)
        const { title, summary, description, cost } = sent.submission
        const edition = { title: `${title}!`, summary, description, cost }
        const { submission } = sent
        const decide = (seen: SubmittedText, text: SubmittedText) =>
          inbox().decide(sent.round, sent.id, ['waiting'], { state: 'waiting', text, seen })
        const plain = { submission, edition: undefined }
        expect(await decide({ submission, edition }, plain)).toBe(false)
        expect(await decide(plain, { submission, edition })).toBe(true)
        expect(await inbox().find(sent.round, sent.id)).toEqual({ ...sent, edition })
        expect(await decide(plain, plain)).toBe(false)
        expect(await decide({ edition, submission: { ...submission } }, plain)).toBe(true)
        expect(await inbox().find(sent.round, sent.id)).toEqual(sent)
      })

      test('sends a submission back and forth, and keeps the longest name of a state', async () => {
        const sent = aSubmission(aRoundId())
        await inbox().add(sent, MOST)
        const decide = (from: StoredSubmission['state'], state: StoredSubmission['state']) =>
          inbox().decide(sent.round, sent.id, [from], { state })
        expect(await decide('waiting', 'changes-asked')).toBe(true)
        expect(await decide('waiting', 'approved')).toBe(false)
        expect(await decide('changes-asked', 'waiting')).toBe(true)
        expect(await decide('waiting', 'merged')).toBe(true)
        expect(await inbox().find(sent.round, sent.id)).toEqual({ ...sent, state: 'merged' })
      })

      test('of two clerks at once: one of them is told that it was decided', async () => {
        const sent = aSubmission(aRoundId())
        await inbox().add(sent, MOST)
        const other = openStore(opened.target)
        const decided = await Promise.all([
          inbox().decide(sent.round, sent.id, ['waiting'], { state: 'approved' }),
          other.inbox.decide(sent.round, sent.id, ['waiting'], { state: 'rejected' }),
        ])
        other.close()
        expect(decided.toSorted()).toEqual([false, true])
      })
    })

    describe('the limit', () => {
      test('counts what waits, not what was decided', async () => {
        const round = aRoundId()
        const add = (id: string) => inbox().add(aSubmission(round, { id }), 2)
        expect([await add('one'), await add('two'), await add('three')]).toEqual([
          true,
          true,
          false,
        ])
        await inbox().decide(round, 'one', ['waiting'], { state: 'rejected' })
        expect([await add('three'), await add('four')]).toEqual([true, false])
        await inbox().decide(round, 'two', ['waiting'], { state: 'approved' })
        await inbox().decide(round, 'two', ['approved'], { state: 'waiting' })
        expect(await add('four')).toBe(false)
        expect(await inbox().add(aSubmission(aRoundId()), 2)).toBe(true)
      })

      test('is exact when two processes add at the same instant', async () => {
        type Work = { readonly submission: StoredSubmission; readonly most: number }
        const pair: Pair<Work, boolean> = await startPair('inbox-worker.ts', opened.target)
        const round = aRoundId()
        const work = (id: string) => ({ submission: aSubmission(round, { id }), most: 25 })
        const runs = []
        for (let turn = 0; turn < 40; turn += 1)
          runs.push(await pair.race(work(`one-${turn}`), work(`other-${turn}`)))
        await pair.stop()
        const added = runs.flat().filter(({ outcome }) => outcome)
        expect(added).toHaveLength(25)
        expect(await inbox().list(round)).toHaveLength(25)
        expect(runs.filter(overlaps).length, 'races that overlapped').toBeGreaterThan(0)
      }, 60_000)
    })
  })
}
