import { audited } from '../audit/audited';
import type { ApiRouter } from '../schema/createTypedRouter';
import type { RouteDeps } from './RouteDeps';

/** The inventory and its exposures. @internal */
export function addExposureRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { httpAuth, exposures, listings } = deps;

  router.get('/v1/exposures', async (req, res) => {
    const meta = { queryType: 'inventory' };
    const event = { eventId: 'exposure-fetch', request: req, meta } as const;
    const page = await audited(deps, event, async () =>
      listings.listExposures(req.query, {
        credentials: await httpAuth.credentials(req),
      }),
    );
    res.json(page);
  });

  router.get('/v1/exposures/:exposureId', async (req, res) => {
    const { exposureId } = req.params;
    const meta = { queryType: 'by-id', exposureId };
    const event = { eventId: 'exposure-fetch', request: req, meta } as const;
    const exposure = await audited(deps, event, async note =>
      exposures.getExposure(exposureId, {
        credentials: await httpAuth.credentials(req),
        note,
      }),
    );
    res.json(exposure);
  });

  router.get('/v1/exposures/:exposureId/events', async (req, res) => {
    const { exposureId } = req.params;
    const meta = { queryType: 'events', exposureId };
    const event = { eventId: 'exposure-fetch', request: req, meta } as const;
    const page = await audited(deps, event, async note =>
      exposures.listEvents(exposureId, req.query, {
        credentials: await httpAuth.credentials(req),
        note,
      }),
    );
    res.json(page);
  });
}
