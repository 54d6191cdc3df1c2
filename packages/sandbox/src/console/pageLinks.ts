import { html, SafeHtml } from '../git/web/html';

/**
 * Links to the pages before and after one of a listing; none for a single page.
 * @internal
 */
export function pageLinks(options: {
  /** Where the listing is, such as `/azure`. */
  path: string;
  filter: string;
  page: number;
  pages: number;
}): SafeHtml | undefined {
  const { path, filter, page, pages } = options;
  if (pages <= 1) return undefined;
  const link = (number: number, text: string) =>
    html`<a href="${path}?filter=${encodeURIComponent(filter)}&page=${number}"
      >${text}</a
    >`;
  return html`<nav class="row" aria-label="Pages">
    ${page > 1 && link(page - 1, 'Previous')}
    <span>Page ${page} of ${pages}</span>
    ${page < pages && link(page + 1, 'Next')}
  </nav>`;
}
