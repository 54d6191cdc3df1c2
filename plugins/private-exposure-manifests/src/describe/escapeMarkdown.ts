/**
 * Text as a reader of Markdown sees it, with nothing in it read as Markdown, HTML, a link or a mention.
 *
 * @internal
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
      // Hosts look for names to notify and issues to close in what Markdown made of the text, where no escape is left:
      // only a space without width keeps them apart. https://github.com/github/cmark-gfm/issues/181
      .replace(/[@#!](?=[\p{L}\p{N}_])|\bGH-(?=\d)/giu, '$&\u200B')
      .replace(/[\\`*_{}[\]()#+!|~$-]/g, '\\$&')
      .replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`)
      // A host turns bare addresses into links: entities prevent it.
      .replace(/[@:\u200B]/g, character => `&#${character.charCodeAt(0)};`)
      .replace(/\b(www)\./gi, '$1&#46;')
  );
}

/** Text in code style, safe in a table cell too. @internal */
export function codeMarkdown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  // Backticks and pipes end a code span or a table cell whatever stands around them: such text is escaped instead.
  return /[`|]/.test(line) || line.trim() === ''
    ? escapeMarkdown(line)
    : `\`${line}\``;
}
