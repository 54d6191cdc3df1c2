import { explainBadBody } from '../schema/explainBadBody';
import { type ApiRouter, createTypedRouter } from '../schema/createTypedRouter';
import { addChangeRoutes } from './changeRoutes';
import { addClusterRoutes } from './clusterRoutes';
import { addConnectionRoutes } from './connectionRoutes';
import { addDecisionRoutes } from './decisionRoutes';
import { addEntityRoutes } from './entityRoutes';
import { addExposureRoutes } from './exposureRoutes';
import { refuseNul } from './refuseNul';
import type { RouteDeps } from './RouteDeps';
import { addScopeRoutes } from './scopeRoutes';
import { addUnclaimedRoutes } from './unclaimedRoutes';

/** The whole HTTP API, as `openapi.yaml` has it. @internal */
export function createRouter(deps: RouteDeps): ApiRouter {
  const router = createTypedRouter();
  router.use(explainBadBody());
  router.use(refuseNul());
  addEntityRoutes(router, deps);
  addExposureRoutes(router, deps);
  addUnclaimedRoutes(router, deps);
  addConnectionRoutes(router, deps);
  addDecisionRoutes(router, deps);
  addScopeRoutes(router, deps);
  addChangeRoutes(router, deps);
  addClusterRoutes(router, deps);
  return router;
}
