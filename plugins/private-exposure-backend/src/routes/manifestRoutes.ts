import { stringifyEntityRef } from '@backstage/catalog-model';
import { audited } from '../audit/audited';
import type { ApiRouter } from '../schema/createTypedRouter';
import type { RouteDeps } from './RouteDeps';

/** What manifests say already. @internal */
export function addManifestRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { httpAuth, manifests } = deps;

  router.get(
    '/v1/entities/:kind/:namespace/:name/manifest-service',
    async (req, res) => {
      const entityRef = stringifyEntityRef(req.params);
      const { path, serviceName, serviceNamespace } = req.query;
      const service = `${serviceNamespace}/${serviceName}`;
      const meta = { queryType: 'service', entityRef, path, service };
      const event = { eventId: 'manifest-fetch', request: req, meta } as const;
      const answer = await audited(deps, event, async () =>
        manifests.getService(
          entityRef,
          { path, name: serviceName, namespace: serviceNamespace },
          { credentials: await httpAuth.credentials(req) },
        ),
      );
      res.json(answer);
    },
  );
}
