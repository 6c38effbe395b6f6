/**
 * How the tests run: all in one run, after Redis was found or installed.
 */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // What is waited for in a browser may take its time on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    // The bundled functions are programs of their own: vitest would keep a source map of each import of each.
    server: { deps: { external: [/\/test-shared-/] } },
    // One more than the two cores: many tests wait for a browser, a Redis or git.
    maxWorkers: 3,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
