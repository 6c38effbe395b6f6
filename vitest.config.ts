/**
 * How the tests run: all in one run, after Redis was found or installed.
 */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // Two cores: a build, a browser and a Redis at once are enough.
    maxWorkers: 2,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
