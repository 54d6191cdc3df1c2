import { entryOf, type PreviewOptions } from './readOptions';

/** Values of a form by the preview's own names of its parameters. @internal */
export type FormReader = ReturnType<typeof createFormReader>;

/**
 * Reads values of a form. What is there of another type than it should be is as good as empty.
 *
 * @internal
 */
export function createFormReader(formData: unknown, options: PreviewOptions) {
  const { parameters, assume } = options;
  const valueOf = (name: string) => {
    const key = parameters[name] ?? name;
    return entryOf(formData, key) ?? entryOf(assume, key);
  };
  return {
    text(name: string): string | undefined {
      const value = valueOf(name);
      return typeof value === 'string' && value !== '' ? value : undefined;
    },
    flag(name: string): boolean | undefined {
      const value = valueOf(name);
      return typeof value === 'boolean' ? value : undefined;
    },
    number(name: string): number | undefined {
      const value = valueOf(name);
      return typeof value === 'number' ? value : undefined;
    },
    list(name: string): string[] | undefined {
      const value = valueOf(name);
      return Array.isArray(value)
        ? value.filter(item => typeof item === 'string' && item !== '')
        : undefined;
    },
  };
}

/** What the builder does not know as one of several words is refused there, by the field's name. @internal */
export function word<T extends string>(
  value: string | undefined,
): T | undefined {
  return value as T | undefined;
}
