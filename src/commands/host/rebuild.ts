/**
 * Rebuilding: at most one at a time, and always once more after the last change.
 *
 * Pure over the given work. Invariant: work that was asked for after a run began is done by another run.
 * Decided in docs/decisions/0007.
 */

/** `ask` never waits; `settled` ends when nothing is left to do. `work` must not throw. */
export function makeRebuilder(work: () => Promise<void>): {
  ask(): void
  settled(): Promise<void>
} {
  let asked = false
  let run: Promise<void> | undefined
  async function runWhileAsked(): Promise<void> {
    while (asked) {
      asked = false
      await work()
    }
    run = undefined
  }
  return {
    ask: () => {
      asked = true
      run ??= runWhileAsked()
    },
    settled: async () => run,
  }
}
