import * as fc from 'fast-check';
import { escapeMarkdown } from './escapeMarkdown';

/** The text that a host sees once Markdown is gone, where it looks for references. */
function rendered(markdown: string): string {
  return markdown
    .replace(/\\([\p{P}\p{S}])/gu, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

const referring = fc
  .array(
    fc.oneof(
      fc.constantFrom('@', '#', 'GH-', 'gh-', '12', 'acme/admins', '!', '\\'),
      fc.constantFrom('&#64;', '\u200b', ' ', '`', '_', 'é'),
    ),
  )
  .map(parts => parts.join(''));

describe('escapeMarkdown', () => {
  it('leaves nobody to notify and no issue to close once it is rendered', () => {
    fc.assert(
      fc.property(referring, text => {
        expect(rendered(escapeMarkdown(text))).not.toMatch(
          /[@#!][\p{L}\p{N}_]|\bGH-\d/iu,
        );
      }),
    );
  });

  it('shows the text as it was written', () => {
    const text = 'Fixes #12 & GH-3, thanks @acme/admins: <b>*all*</b>';

    expect(rendered(escapeMarkdown(text)).replaceAll('\u200b', '')).toBe(text);
  });
});
