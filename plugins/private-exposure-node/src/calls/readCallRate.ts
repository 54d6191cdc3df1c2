import { InputError } from '@backstage/errors';
import type { CallRate } from './CallBudget';

/**
 * Reads a {@link CallRate} of a provider's configuration.
 *
 * @param config - What the key is below; nothing where the provider is not configured.
 * @param options - `root`: the key of `config`, for errors. `key`: of the rate. `fallback`: what is not given is from it.
 * @throws InputError naming the key, for less than 0.1 calls a second, or a burst of less than one.
 *
 * @public
 */
export function readCallRate(
  config: { getOptionalNumber(key: string): number | undefined } | undefined,
  options: { root: string; key: string; fallback: CallRate },
): CallRate {
  const { root, fallback } = options;
  const read = (name: keyof CallRate, least: number) => {
    const key = `${options.key}.${name}`;
    const value = config?.getOptionalNumber(key) ?? fallback[name];
    if (!(value >= least)) {
      throw new InputError(
        `'${root}.${key}' must be at least ${least}, not ${value}`,
      );
    }
    return value;
  };
  return { perSecond: read('perSecond', 0.1), burst: read('burst', 1) };
}
