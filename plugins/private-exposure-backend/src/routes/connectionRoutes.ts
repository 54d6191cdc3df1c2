import { audited } from '../audit/audited';
import type { ApiRouter } from '../schema/createTypedRouter';
import type { RouteDeps } from './RouteDeps';

/** The inbox. @internal */
export function addConnectionRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { httpAuth, listings } = deps;

  router.get('/v1/connections', async (req, res) => {
    const meta = { queryType: 'inbox' };
    const event = { eventId: 'connection-fetch', request: req, meta } as const;
    const page = await audited(deps, event, async () =>
      listings.listConnections(req.query, {
        credentials: await httpAuth.credentials(req),
      }),
    );
    res.json(page);
  });
}
