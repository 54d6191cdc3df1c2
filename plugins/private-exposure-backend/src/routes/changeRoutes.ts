import { audited } from '../audit/audited';
import type { ApiRouter } from '../schema/createTypedRouter';
import type { RouteDeps } from './RouteDeps';

/** Pull requests. @internal */
export function addChangeRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { httpAuth, changes } = deps;

  router.post('/v1/changes', async (req, res) => {
    const { entityRef, url, purpose } = req.body;
    const event = {
      eventId: 'change-mutate',
      severityLevel: 'medium',
      request: req,
      meta: { queryType: 'create', entityRef, url, purpose },
    } as const;
    const change = await audited(deps, event, async () => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['service'],
      });
      return changes.createChange(req.body, { credentials });
    });
    res.status(201).json(change);
  });

  router.get('/v1/changes', async (req, res) => {
    const { entityRef = null } = req.query;
    const meta = { queryType: 'list', entityRef };
    const event = { eventId: 'change-fetch', request: req, meta } as const;
    const page = await audited(deps, event, async () =>
      changes.listChanges(req.query, {
        credentials: await httpAuth.credentials(req),
      }),
    );
    res.json(page);
  });
}
