import type { Request, RequestHandler } from 'express';
import { explainBadBody } from '../schema/explainBadBody';
import {
  type ApiPath,
  type ApiRouter,
  createTypedRouter,
  createUncheckedRouter,
} from '../schema/createTypedRouter';
import { addChangeRoutes } from './changeRoutes';
import { addClusterRoutes } from './clusterRoutes';
import { addConnectionRoutes } from './connectionRoutes';
import { addDecisionRoutes } from './decisionRoutes';
import { addEntityPageRoute, addEntityRoutes } from './entityRoutes';
import { addExposureRoutes } from './exposureRoutes';
import { isPlainPageRequest } from './isPlainPageRequest';
import { addManifestRoutes } from './manifestRoutes';
import { addRefreshRoutes } from './refreshRoutes';
import { refuseNul } from './refuseNul';
import type { RouteDeps } from './RouteDeps';
import { addScopeRoutes } from './scopeRoutes';
import { addUnclaimedRoutes } from './unclaimedRoutes';

/** What listings and pages of entities ask, and their forms. */
const entityPaths: ApiPath[] = [
  '/v1/entities/{kind}/{namespace}/{name}/exposures',
  '/v1/exposures/by-entity-refs',
  '/v1/entities/{kind}/{namespace}/{name}/manifest-service',
];

/**
 * The whole HTTP API, as `openapi.yaml` has it.
 *
 * @remarks
 * The validator tries the paths of its document one after the other, and makes an expression of each at each request.
 * What is asked for most has a router of its own, which took a tenth off an entity page's processor time, and a page
 * that is asked for in the usual form is not shown to the validator, which has nothing to refuse then but a body that nobody reads.
 *
 * @internal
 */
export function createRouter(deps: RouteDeps): RequestHandler {
  const pages = createUncheckedRouter();
  addEntityPageRoute(pages, deps);
  const ofEntities = createCheckedRouter(entityPaths);
  addEntityRoutes(ofEntities, deps);
  addManifestRoutes(ofEntities, deps);
  const others = createCheckedRouter();
  addExposureRoutes(others, deps);
  addRefreshRoutes(others, deps);
  addUnclaimedRoutes(others, deps);
  addConnectionRoutes(others, deps);
  addDecisionRoutes(others, deps);
  addScopeRoutes(others, deps);
  addChangeRoutes(others, deps);
  addClusterRoutes(others, deps);
  const routerFor = (req: Request) => {
    if (isPlainPageRequest(req)) return pages;
    return isOfEntities(req) ? ofEntities : others;
  };
  return (req, res, next) => routerFor(req)(req, res, next);
}

function isOfEntities({ path }: Request): boolean {
  return (
    path.startsWith('/v1/entities/') || path === '/v1/exposures/by-entity-refs'
  );
}

function createCheckedRouter(paths?: readonly ApiPath[]): ApiRouter {
  const router = createTypedRouter(paths);
  router.use(explainBadBody());
  router.use(refuseNul());
  return router;
}
