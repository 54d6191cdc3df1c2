import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { privateExposureTranslationRef } from '../translation';

/**
 * The function that finds a text of this plugin.
 *
 * @internal
 */
export function useTexts() {
  return useTranslationRef(privateExposureTranslationRef).t;
}

/** What {@link useTexts} returns, for functions that are not hooks. @internal */
export type Texts = ReturnType<typeof useTexts>;
