import { audited } from '../audit/audited';
import type { ApiRouter } from '../schema/createTypedRouter';
import type { RouteDeps } from './RouteDeps';

/** What manifests will meet in the clusters. @internal */
export function addClusterRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { httpAuth, clusters } = deps;

  router.get('/v1/clusters', async (req, res) => {
    const meta = { queryType: 'list' };
    const event = { eventId: 'cluster-fetch', request: req, meta } as const;
    const items = await audited(deps, event, async () =>
      clusters.listClusters({ credentials: await httpAuth.credentials(req) }),
    );
    res.json({ items });
  });

  router.get('/v1/clusters/:clusterName', async (req, res) => {
    const { clusterName } = req.params;
    const meta = { queryType: 'by-name', cluster: clusterName };
    const event = { eventId: 'cluster-fetch', request: req, meta } as const;
    const cluster = await audited(deps, event, async () =>
      clusters.getCluster(clusterName, {
        credentials: await httpAuth.credentials(req),
      }),
    );
    res.json(cluster);
  });
}
