import { defineConfig } from '@playwright/test';

/** What a browser does with the demo that `npm test` or `npm run screenshots` has started. */
export default defineConfig({
  projects: [
    { name: 'e2e', testDir: './packages/app/e2e-tests' },
    {
      name: 'screenshots',
      testDir: './packages/app/screenshots',
      testMatch: '*.shots.ts',
    },
  ],
  timeout: Number(process.env.PW_TIMEOUT ?? 300_000),
  expect: { timeout: 45_000 },
  // One story, one world: the tests share the sandbox and run one after the other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [
    ['list'],
    ['html', { open: 'never', outputFolder: 'e2e-test-report' }],
  ],
  outputDir: 'node_modules/.cache/e2e-test-results',
  use: {
    baseURL: process.env.PLAYWRIGHT_URL ?? 'http://localhost:7007',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.POSTERN_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
