import { html, HtmlValue, SafeHtml } from './html';

/**
 * What {@link renderPage} needs.
 * @internal
 */
export interface Page {
  title: string;
  /** The name of the site, in the header. */
  site: string;
  /** Where one is: links from the root to this page's parent. */
  trail?: { text: string; href: string }[];
  body: HtmlValue;
}

/**
 * A whole HTML document in the style that the Git pages and the console share.
 * @internal
 */
export function renderPage(page: Page): string {
  const trail = page.trail ?? [];
  const document: SafeHtml = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · ${page.site}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/-/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="site">
          <a class="brand" href="/">${page.site}</a>
          ${trail.length > 0 &&
          html`<nav aria-label="Breadcrumb">
            ${trail.map(
              ({ text, href }) => html`<a href="${href}">${text}</a>`,
            )}
          </nav>`}
        </header>
        <main id="main">${page.body}</main>
      </body>
    </html>`;
  return document.value;
}

/**
 * A form with one button, for an action that needs no input.
 * @internal
 */
export function buttonForm(options: {
  action: string;
  label: string;
  kind?: 'primary' | 'danger';
  fields?: Record<string, string>;
  description?: string;
}): SafeHtml {
  const fields = Object.entries(options.fields ?? {});
  return html`<form method="post" action="${options.action}">
    ${fields.map(
      ([name, value]) =>
        html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    <button
      class="${options.kind ?? 'plain'}"
      aria-label="${options.description ?? options.label}"
    >
      ${options.label}
    </button>
  </form>`;
}

/**
 * A short coloured word for a state; the word itself carries the meaning.
 * @internal
 */
export function stateBadge(
  text: string,
  tone: 'good' | 'bad' | 'busy' | 'done' | 'neutral',
): SafeHtml {
  return html`<span class="badge ${tone}">${text}</span>`;
}
