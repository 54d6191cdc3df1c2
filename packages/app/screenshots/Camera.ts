import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  Browser,
  BrowserContextOptions,
  Locator,
  Page,
} from '@playwright/test';
import { signIn } from '../e2e-tests/signIn';
import { shrinkPng } from './shrinkPng';

/** In CSS pixels. */
const width = Number(process.env.SCREENSHOTS_WIDTH ?? 1280);
/** The portal follows the system's preference until somebody chooses. */
const colorScheme = process.env.SCREENSHOTS_THEME === 'dark' ? 'dark' : 'light';
/** Relative to the repository's root, where Playwright runs. */
const folder = process.env.SCREENSHOTS_FOLDER ?? 'docs/images';
/** A page is cut here, in CSS pixels: what follows is history that every page has. */
const maxHeight = 1900;
const minHeight = 480;
const contextOptions: BrowserContextOptions = {
  viewport: { width, height: 800 },
  reducedMotion: 'reduce',
  colorScheme,
};

/** Takes the pictures of the documentation, all in one size and one manner. */
export class Camera {
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
    mkdirSync(folder, { recursive: true });
  }

  /** A page of the portal, in a session of its own as one of the demo's people. */
  async openAs(name: string): Promise<Page> {
    return signIn(this.#browser, name, contextOptions);
  }

  /** A page outside the portal, or before its sign-in. */
  async open(url: string): Promise<Page> {
    const context = await this.#browser.newContext(contextOptions);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  /** Takes a picture of all that a page holds, of what is in view where `part` says so, or of one element. */
  async take(
    page: Page,
    name: string,
    options: { part?: 'view' | Locator; isLoading?: boolean } = {},
  ): Promise<void> {
    const settle = options.isLoading ? drawn : loaded;
    await page.mouse.move(0, 0);
    await page.evaluate(() =>
      document.querySelectorAll('*').forEach(element => element.scrollTo(0, 0)),
    );
    await settle(page);
    if (!options.part) {
      const height = Math.max(
        minHeight,
        Math.min(maxHeight, await contentHeight(page)),
      );
      await page.setViewportSize({ width, height });
      await settle(page);
    }
    const { part = page } = options;
    const picture = await (part === 'view' ? page : part).screenshot({
      animations: 'disabled',
      caret: 'hide',
    });
    await writeFile(join(folder, `${name}.png`), shrinkPng(picture));
    await page.setViewportSize({ width, height: 800 });
  }
}

/** Waits for the fonts, without which every line is somewhere else. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => document.fonts.status === 'loaded');
}

/** Waits until nothing loads any more. A task that has ended keeps its full bar. */
async function loaded(page: Page): Promise<void> {
  await drawn(page);
  await page.waitForFunction(
    () =>
      !document.querySelector(
        '[aria-busy="true"], [role="progressbar"]:not([aria-valuenow="100"])',
      ),
  );
}

/** How high a page has to be to show everything: the portal scrolls inside itself. */
async function contentHeight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const isPane = (element: Element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowY) &&
      element.clientHeight > window.innerHeight / 2;
    const hidden = [...document.querySelectorAll('main, article')]
      .flatMap(element => [element, ...element.querySelectorAll('*')])
      .filter(isPane)
      .map(pane => pane.scrollHeight - pane.clientHeight);
    const root = document.documentElement;
    return (
      window.innerHeight +
      Math.max(0, root.scrollHeight - root.clientHeight, ...hidden)
    );
  });
}
