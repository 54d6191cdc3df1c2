import {
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_SERVICE,
  readListAnnotation,
  resourceAnnotations,
} from '@postern/backstage-plugin-private-exposure-common';
import { toKey } from '../database/conversion';

/** What the catalog says about one entity that has to do with exposures. @internal */
export interface Claimant {
  /** The entity. */
  entityRef: string;
  /** Whether the catalog has it. */
  isFound: boolean;
  /** Who owns it, sorted. */
  owners: string[];
  /** What its annotations name. */
  claims: {
    type: 'resource' | 'kubernetes-service';
    /** In the form that is compared. */
    value: string;
    /** As the annotation has it. */
    named: string;
  }[];
}

// An entity that names more than this has something else in its annotations.
const maxClaims = 100;

/**
 * Reads from a catalog entity what it claims and who owns it.
 *
 * @internal
 */
export function toClaimant(entity: Entity): Claimant {
  const resources = Object.values(resourceAnnotations).flatMap(annotation =>
    readListAnnotation(entity, annotation).map(named => ({
      type: 'resource' as const,
      value: toKey(named),
      named,
    })),
  );
  const services = readListAnnotation(
    entity,
    ANNOTATION_KUBERNETES_SERVICE,
  ).map(named => ({
    type: 'kubernetes-service' as const,
    value: toKey(named),
    named,
  }));
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef.toLowerCase());
  return {
    entityRef: stringifyEntityRef(entity),
    isFound: true,
    owners: [...new Set(owners)].sort(),
    claims: [...resources, ...services].slice(0, maxClaims),
  };
}
