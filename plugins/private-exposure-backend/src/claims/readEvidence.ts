import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import { toKey } from '../database/conversion';
import type { ClaimEvidence } from './decideClaim';

/**
 * Reads from a surveyed exposure what the cloud side says about its owner.
 *
 * @internal
 */
export function readEvidence(
  exposure: Pick<SurveyedExposure, 'nativeId' | 'evidence'>,
  ownerTag: string,
): ClaimEvidence {
  const { tags, kubernetesServices } = exposure.evidence;
  const owner = findTag(tags, ownerTag)?.trim();
  return {
    nativeKey: toKey(exposure.nativeId),
    ownerTag: owner ? normalizeOwner(owner) : undefined,
    identities: [...new Set(kubernetesServices.map(toKey))],
  };
}

/** Azure takes a tag for the same however it is spelled, and gives it back in any spelling. */
function findTag(
  tags: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const isName = (key: string) => key.toLowerCase() === name.toLowerCase();
  const key = Object.hasOwn(tags, name) ? name : Object.keys(tags).find(isName);
  return key === undefined ? undefined : tags[key];
}

/** A tag that is no reference is kept as it is: it matches no entity, and outweighs annotations all the same. */
function normalizeOwner(text: string): string {
  const ref = parseOwnerRef(text);
  return (ref ?? text.toLowerCase()).slice(0, 200);
}

/**
 * Reads the value of an owner tag: `component:default/payments`, or shorter forms of it. Undefined if it is no entity
 * reference.
 *
 * @internal
 */
export function parseOwnerRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
    return stringifyEntityRef(ref);
  } catch {
    return undefined; // People may write anything into a tag.
  }
}
