import type { ApiHolder } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { privateExposureTranslationRef } from '../../translation';

/** Names that Kubernetes and the clouds give clusters: what goes into files and annotations unquoted. */
const clusterName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * Refuses what can't be a cluster's name. That it is one of those on offer is the picker's job; a value from a link can
 * still be anything.
 *
 * @internal
 */
export function validateCluster(
  cluster: unknown,
  validation: { addError: (message: string) => void },
  context: { apiHolder: ApiHolder },
): void {
  if (cluster === undefined || cluster === '') return;
  if (typeof cluster === 'string' && clusterName.test(cluster)) return;
  const texts = context.apiHolder
    .get(translationApiRef)
    ?.getTranslation(privateExposureTranslationRef);
  validation.addError(
    texts?.ready
      ? texts.t('clusterPicker.invalid', { cluster: String(cluster) })
      : `Not a cluster name: ${String(cluster)}`,
  );
}
