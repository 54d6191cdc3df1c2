import {
  createValidatedOpenApiRouterFromGeneratedEndpointMap,
  type TypedRouter,
} from '@backstage/backend-openapi-utils';
import PromiseRouter from 'express-promise-router';
import type { Endpoints } from './endpoints';
import { spec } from './openapi.generated';

/** A router that knows the document's paths, and the types of what comes in and goes out. @internal */
export type ApiRouter = TypedRouter<Endpoints>;

/** A path of the document. @internal */
export type ApiPath = keyof typeof spec.paths;

/**
 * A router that refuses what the OpenAPI document does not allow, with the field's name, before any handler runs.
 *
 * @param paths - the paths that it serves; all of the document if left out
 * @internal
 */
export function createTypedRouter(paths?: readonly ApiPath[]): ApiRouter {
  return createValidatedOpenApiRouterFromGeneratedEndpointMap<Endpoints>(
    paths ? withPaths(paths) : spec,
  );
}

/**
 * A router with the same types that refuses nothing: for requests that are known to be as the document has them.
 *
 * @internal
 */
export function createUncheckedRouter(): ApiRouter {
  return PromiseRouter() as ApiRouter;
}

function withPaths(paths: readonly ApiPath[]) {
  return {
    ...spec,
    paths: Object.fromEntries(paths.map(path => [path, spec.paths[path]])),
  };
}
