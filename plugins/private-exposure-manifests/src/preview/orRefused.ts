import { InvalidIntentError } from '../errors';
import { ExposurePreview, ReadyPreview } from './types';

/**
 * Makes a preview, or says why what was typed can't be written.
 *
 * @throws an error that is no refusal only where the product is at fault
 * @internal
 */
export function orRefused(build: () => ReadyPreview): ExposurePreview {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof InvalidIntentError)) throw error;
    return { type: 'refused', issues: error.issues };
  }
}
