import { useCallback, useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ManifestService } from '@postern/backstage-plugin-private-exposure-common';
import { readApiFailure } from '../../api/apiFailure';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import type { ReadyPreview } from './loadPreview';

/** Where a Service is, if it is there. @internal */
export type ServicePlace = NonNullable<ReadyPreview['service']>;

/** What is known of the Service that the manifest has now. @internal */
export type PresentService =
  | {
      /** Nobody asks: `untold` where it is no whole Service, `elsewhere` where the files are in another repository. */
      type: 'untold' | 'elsewhere';
    }
  | { type: 'loading' | 'forbidden' }
  | { type: 'failed'; message: string }
  | { type: 'answered'; answer: ManifestService };

/**
 * Finds out what manifests have now. An answer is kept as long as the form is open, and given at once then; a failure is
 * asked again.
 *
 * @internal
 */
export function usePresentServices() {
  const api = useApi(privateExposureApiRef);
  const known = useRef(new Map<string, PresentService>());
  return useCallback(
    (
      entityRef: string,
      place: ServicePlace,
      signal: AbortSignal,
    ): PresentService | Promise<PresentService> => {
      const { path, name, namespace } = place;
      const key = [entityRef, path, namespace, name].join(' ');
      const query = { path, serviceName: name, serviceNamespace: namespace };
      const ask = async (): Promise<PresentService> => {
        try {
          const options = { signal };
          const answer = await api.getManifestService(
            entityRef,
            query,
            options,
          );
          const present = { type: 'answered', answer } as const;
          if (answer.reason !== 'no-answer') known.current.set(key, present);
          return present;
        } catch (error) {
          const { type, message } = readApiFailure(error);
          return type === 'forbidden' ? { type } : { type: 'failed', message };
        }
      };
      return known.current.get(key) ?? ask();
    },
    [api],
  );
}
