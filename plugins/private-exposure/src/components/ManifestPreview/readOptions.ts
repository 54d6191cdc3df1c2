/** What a template says of its preview, below `ui:options`. @internal */
export interface PreviewOptions {
  /** What the template exposes a service by, as it is tracked; an endpoint service of AWS unless given. */
  kind: string;
  /** What the template calls a parameter, by the name that the preview has for it. */
  parameters: Readonly<Record<string, string>>;
  /** Values of parameters on pages that nobody has seen yet. */
  assume: Readonly<Record<string, unknown>>;
}

/**
 * Reads `ui:options`.
 *
 * @remarks Written by a template's author, so anything that is neither is left out instead of breaking the form.
 *
 * @internal
 */
export function readOptions(uiSchema: unknown): PreviewOptions {
  const options = entryOf(uiSchema, 'ui:options');
  const parameters = Object.entries(asObject(entryOf(options, 'parameters')));
  const kind = entryOf(options, 'kind');
  return {
    kind: typeof kind === 'string' ? kind : 'aws-endpoint-service',
    parameters: Object.fromEntries(
      parameters.filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
    assume: asObject(entryOf(options, 'assume')),
  };
}

/** What an object holds under a key of its own. @internal */
export function entryOf(from: unknown, key: string): unknown {
  return Object.entries(asObject(from)).find(([name]) => name === key)?.[1];
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : {};
}
