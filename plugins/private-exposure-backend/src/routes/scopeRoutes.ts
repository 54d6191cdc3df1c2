import { audited } from '../audit/audited';
import type { ApiRouter } from '../schema/createTypedRouter';
import type { RouteDeps } from './RouteDeps';

/** The sources. @internal */
export function addScopeRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { httpAuth, listings } = deps;

  router.get('/v1/scopes', async (req, res) => {
    const meta = { queryType: 'list' };
    const event = { eventId: 'scope-fetch', request: req, meta } as const;
    const items = await audited(deps, event, async () =>
      listings.listScopes({ credentials: await httpAuth.credentials(req) }),
    );
    res.json({ items });
  });
}
