import {
  createValidatedOpenApiRouterFromGeneratedEndpointMap,
  type TypedRouter,
} from '@backstage/backend-openapi-utils';
import type { Endpoints } from './endpoints';
import { spec } from './openapi.generated';

/** A router that knows the document's paths, and the types of what comes in and goes out. @internal */
export type ApiRouter = TypedRouter<Endpoints>;

/**
 * A router that refuses what the OpenAPI document does not allow, with the field's name, before any handler runs.
 *
 * @internal
 */
export function createTypedRouter(): ApiRouter {
  return createValidatedOpenApiRouterFromGeneratedEndpointMap<Endpoints>(spec);
}
