/**
 * Text that is HTML already: made by {@link html}, never from a request or a repository.
 * @internal
 */
export class SafeHtml {
  constructor(readonly value: string) {}
}

/**
 * What may stand in an {@link html} template. Only {@link SafeHtml} goes in as it is.
 * @internal
 */
export type HtmlValue =
  | SafeHtml
  | string
  | number
  | false
  | undefined
  | readonly HtmlValue[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * HTML from a template literal whose values are escaped for text and quoted attributes.
 * @internal
 */
export function html(
  strings: TemplateStringsArray,
  ...values: HtmlValue[]
): SafeHtml {
  const parts = strings.map((text, index) => text + render(values[index]));
  return new SafeHtml(parts.join(''));
}

function render(value: HtmlValue): string {
  if (value === undefined || value === false) {
    return '';
  }
  if (value instanceof SafeHtml) {
    return value.value;
  }
  if (typeof value === 'object') {
    return value.map(render).join('');
  }
  return String(value).replace(/[&<>"']/g, character => ENTITIES[character]);
}
