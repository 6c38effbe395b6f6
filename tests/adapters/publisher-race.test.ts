/**
 * The publisher over a local repository, used by two real processes at once.
 *
 * Talks to git and forked processes. Invariant: a race counts only where the two are shown to have overlapped.
 */
import { describe, expect, test } from 'vitest'
import { eachTestHas, expectFolderAtHead, overlapped, startWorkers } from './git-home.ts'
import { aCommit, headOf } from './publisher.contract.ts'

/** Enough for the two to overlap several times. */
const TURNS = 12

const RESULT = 'rounds/spring/result.md'

describe('two processes', { timeout: 60_000 }, () => {
  const { current } = eachTestHas()

  test('on one head, many times over: exactly one wins, decided by git in the last step', async () => {
    const { repository, publisher } = current()
    const workers = await startWorkers(repository.directory)
    let overlaps = 0
    for (let turn = 0; turn < TURNS; turn += 1) {
      const expectedHead = await headOf(publisher)
      const requests = ['one', 'two'].map((who) => [
        aCommit({ expectedHead, files: [{ path: RESULT, text: `${who} in turn ${turn}` }] }),
      ])
      const reports = await workers.run(requests)
      const outcomes = reports.flatMap((report) => report.outcomes.map(({ outcome }) => outcome))
      expect(outcomes.toSorted()).toEqual(['committed', 'stale'])
      if (overlapped(reports)) overlaps += 1
      expectFolderAtHead(repository)
    }
    workers.stop()
    expect(repository.git('rev-list', '--count', 'main')).toBe(String(TURNS + 1))
    expect(overlaps).toBeGreaterThan(0)
    // A loser that had already written its commit lost to the compare-and-set, not to its first look.
    const unreachable = repository.git('fsck', '--unreachable', '--no-reflogs', '--no-progress')
    expect(unreachable.match(/unreachable commit/g)?.length ?? 0).toBeGreaterThan(0)
  })

  test('each with changes of its own: all are made, and the folder ends as the head is', async () => {
    const { repository } = current()
    const workers = await startWorkers(repository.directory)
    const changes = ['one', 'two'].map((who) =>
      Array.from({ length: 8 }, (_, n) => {
        const own = { path: `rounds/${who}/${n}.md`, text: `${n}` }
        const shared = { path: RESULT, text: `${who} ${n}` }
        return aCommit({ expectedHead: undefined, message: `${who} ${n}`, files: [own, shared] })
      }),
    )
    const reports = await workers.run(changes, true)
    workers.stop()
    expect(reports.map(({ fault }) => fault)).toEqual([undefined, undefined])
    expect(overlapped(reports)).toBe(true)
    const made = repository.git('log', '--format=%s', 'main').split('\n').toSorted()
    const wanted = changes.flatMap((list) => list.map(({ message }) => message))
    expect(made).toEqual([...wanted, 'Begin'].toSorted())
    expectFolderAtHead(repository)
  })
})
