// A character of private use stands for what only the template engine knows; no manifest has it.
const MASK = '\uE000';
// Terraform has no other directives, and takes nothing else after `%{` (its "Strings and Templates", "Directives"); Logstash
// and others write names and dates there, in YAML that is no template.
const TERRAFORM_OPENING = /%\{~?[ \t]*(?:if|else|endif|for|endfor)\b/;
const OPENING = new RegExp(`\\{\\{|${TERRAFORM_OPENING.source}`, 'g');
const MASKED_LINE = /^[ \t]*\uE000[\uE000 \t]*$/gm;
const PLACEHOLDER =
  /\uE000|\$\{|\$\(|%\{\w|\$[A-Z_]{2,}|__[A-Z][A-Z0-9_]*__|@@?[A-Z][A-Z0-9_]*@@?/;

/** Whether text has directives of Helm, Go or Terraform templates. @internal */
export function hasDirectives(text: string): boolean {
  return (
    text.includes('{{') ||
    // Most texts need no expression to tell.
    (text.includes('%{') && TERRAFORM_OPENING.test(text))
  );
}

/** Where a text comes next, for questions that only go forward: each part of the text is searched once. */
function createFinder(text: string, sought: string) {
  let found = -1;
  return (from: number): number => {
    if (found < from) {
      const next = text.indexOf(sought, from);
      found = next < 0 ? Infinity : next;
    }
    return found;
  };
}

/** Where directives begin and end: `{{ … }}` over any lines, `%{ … }` on one. One without an end is none. */
function findDirectives(text: string): [number, number][] {
  const directives: [number, number][] = [];
  const closing = createFinder(text, '}}');
  const brace = createFinder(text, '}');
  const lineEnd = createFinder(text, '\n');
  OPENING.lastIndex = 0;
  for (let at = OPENING.exec(text); at; at = OPENING.exec(text)) {
    const inside = at.index + 2;
    const isTerraform = at[0] !== '{{';
    const end = isTerraform ? brace(inside) + 1 : closing(inside) + 2;
    if (end === Infinity || (isTerraform && lineEnd(inside) < end)) continue;
    directives.push([at.index, end]);
    OPENING.lastIndex = end;
  }
  return directives;
}

/**
 * Puts a character for each of a template's directives, and blanks lines that have nothing else, so that what is left
 * reads as YAML with every offset as it was.
 *
 * @internal
 */
export function maskTemplate(text: string): string {
  let masked = '';
  let at = 0;
  for (const [start, end] of findDirectives(text)) {
    masked += text.slice(at, start);
    masked += text.slice(start, end).replace(/[^\r\n]/g, MASK);
    at = end;
  }
  masked += text.slice(at);
  return masked.replace(MASKED_LINE, line => ' '.repeat(line.length));
}

/** Whether a value is known only once a template is rendered or a variable is filled in. @internal */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}
