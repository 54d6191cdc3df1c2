import { stringifyEntityRef } from '@backstage/catalog-model';
import { audited } from '../audit/audited';
import type { ApiRouter } from '../schema/createTypedRouter';
import type { RouteDeps } from './RouteDeps';
import { sendJson } from './sendJson';

/** The page of an entity. @internal */
export function addEntityPageRoute(router: ApiRouter, deps: RouteDeps): void {
  const { httpAuth, entityPages } = deps;

  router.get(
    '/v1/entities/:kind/:namespace/:name/exposures',
    async (req, res) => {
      const entityRef = stringifyEntityRef(req.params);
      const meta = { queryType: 'by-entity', entityRef };
      const event = { eventId: 'exposure-fetch', request: req, meta } as const;
      const answer = await audited(deps, event, async () =>
        entityPages.getEntityExposures(entityRef, {
          credentials: await httpAuth.credentials(req),
        }),
      );
      sendJson(res, answer);
    },
  );
}

/** What pages of entities and lists of them ask. @internal */
export function addEntityRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { httpAuth, summaries } = deps;
  addEntityPageRoute(router, deps);

  router.post('/v1/exposures/by-entity-refs', async (req, res) => {
    const { entityRefs } = req.body;
    const meta = { queryType: 'by-entity-refs', entityRefs };
    const event = { eventId: 'exposure-fetch', request: req, meta } as const;
    const items = await audited(deps, event, async () =>
      summaries.getExposureSummaries(entityRefs, {
        credentials: await httpAuth.credentials(req),
      }),
    );
    res.json({ items });
  });
}
