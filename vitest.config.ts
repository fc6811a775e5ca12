import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = { '@': resolve(import.meta.dirname) }

export default defineConfig({
  test: {
    // Pages of the corpus side by side: most of their time is waiting.
    maxConcurrency: 8,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup/temporal.ts'],
          // A busy machine takes its time to load what a test needs.
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // Most of the time a test waits: for a fade, a rest, a browser. Two at a time wait together;
          // with a third, what is measured by the clock suffers.
          maxWorkers: 2,
          // A busy machine can starve a browser for seconds; a test that is wrong fails twice.
          retry: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'corpus',
          include: ['tests/corpus/*.test.ts'],
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
