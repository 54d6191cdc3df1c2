// A character of private use stands for what only the template engine knows; no manifest has it.
const MASK = '\uE000';
const DIRECTIVE = /\{\{[\s\S]*?\}\}|%\{[^}\n]*\}/g;
const MASKED_LINE = /^[ \t]*\uE000[\uE000 \t]*$/gm;
const PLACEHOLDER = /\uE000|\$\{|\$\(|\$[A-Z_]{2,}/;

/** Whether text has directives of Helm, Go or Terraform templates. @internal */
export function hasDirectives(text: string): boolean {
  return text.includes('{{') || text.includes('%{');
}

/**
 * Puts a character for each of a template's directives, and blanks lines that have nothing else, so that what is left
 * reads as YAML with every offset as it was.
 *
 * @internal
 */
export function maskTemplate(text: string): string {
  const masked = text.replace(DIRECTIVE, directive =>
    directive.replace(/[^\r\n]/g, MASK),
  );
  return masked.replace(MASKED_LINE, line => ' '.repeat(line.length));
}

/** Whether a value is known only once a template is rendered or a variable is filled in. @internal */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}
