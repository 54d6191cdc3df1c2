import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { createFormReader, type FormReader } from './createFormReader';
import type { PreviewSources } from './loadPreview';
import { isPreviewKind, type PreviewKind } from './isPreviewKind';
import { readAzureRequest } from './readAzureRequest';
import { readCloudFrontRequest } from './readCloudFrontRequest';
import { readLoadBalancerRequest } from './readLoadBalancerRequest';
import type { PreviewOptions } from './readOptions';
import { readPrivateLinkRequest } from './readPrivateLinkRequest';

interface FormOf<Kind extends PreviewKind> {
  type: 'complete';
  /** What the template exposes the service by. */
  kind: Kind;
  cluster: string;
  /** Whether the files go into another repository than the entity's own. */
  isElsewhere: boolean;
  sources: Omit<PreviewSources[Kind], 'cluster'>;
}

/** A form with all that a preview needs. @internal */
export type CompleteForm = { [Kind in PreviewKind]: FormOf<Kind> }[PreviewKind];

/** What was typed so far. @internal */
export type ExposureForm =
  | {
      type: 'incomplete';
      /** Parameters without which there is nothing to show. */
      missing: readonly string[];
    }
  | {
      /** The template asks for the preview of something that has none. */
      type: 'unknown';
      kind: string;
    }
  | CompleteForm;

const readers: {
  [Kind in PreviewKind]: (
    read: FormReader,
    newService: string | undefined,
  ) => PreviewSources[Kind]['request'];
} = {
  'aws-cloudfront': readCloudFrontRequest,
  'aws-endpoint-service': readPrivateLinkRequest,
  'aws-load-balancer': readLoadBalancerRequest,
  'azure-private-link-service': readAzureRequest,
};

/**
 * Reads the values of a form as the template's steps pass them on. What is there of another type than it should be is
 * as good as empty; whether a value is right is not decided here.
 *
 * @internal
 */
export function readExposureForm(
  formData: unknown,
  options: PreviewOptions,
): ExposureForm {
  const { kind } = options;
  if (!isPreviewKind(kind)) return { type: 'unknown', kind };
  const read = createFormReader(formData, options);
  const entity = parseRef(read.text('entityRef'));
  const cluster = read.text('cluster');
  if (!entity || cluster === undefined) {
    const missing = [
      ...(entity ? [] : ['entityRef']),
      ...(cluster === undefined ? ['cluster'] : []),
    ];
    return { type: 'incomplete', missing };
  }
  const exists = read.text('exists') !== 'no';
  const form = {
    type: 'complete',
    kind,
    cluster,
    isElsewhere: read.text('place') === 'other',
    sources: {
      entityRef: stringifyEntityRef(entity),
      entityName: entity.name,
      exists,
      request: readers[kind](read, exists ? undefined : entity.name),
    },
  };
  // The request is of the kind, which the compiler does not see of a union.
  return form as CompleteForm;
}

function parseRef(ref: string | undefined) {
  if (ref === undefined) return undefined;
  try {
    return parseEntityRef(ref, { defaultKind: 'component' });
  } catch {
    // Not a reference yet: somebody types.
    return undefined;
  }
}
