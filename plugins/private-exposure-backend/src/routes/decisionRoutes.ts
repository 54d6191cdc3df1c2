import { audited } from '../audit/audited';
import type { ApiRouter } from '../schema/createTypedRouter';
import type { RouteDeps } from './RouteDeps';

/** Verdicts and what became of them. @internal */
export function addDecisionRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { httpAuth, decisions } = deps;

  router.post('/v1/connections/:connectionId/decisions', async (req, res) => {
    const { connectionId } = req.params;
    const { verdict, reason, seen } = req.body;
    const event = {
      eventId: 'connection-mutate',
      severityLevel: 'high',
      request: req,
      meta: { queryType: verdict, connectionId, reason },
    } as const;
    const decision = await audited(deps, event, async note => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      // The document requires the header; without it the request has not come this far.
      const idempotencyKey = req.header('idempotency-key') ?? '';
      return decisions.decide(
        { connectionId, verdict, reason, seen, idempotencyKey },
        { credentials, note },
      );
    });
    res.status(202).json(decision);
  });

  router.get('/v1/decisions', async (req, res) => {
    const meta = { queryType: 'list' };
    const event = { eventId: 'decision-fetch', request: req, meta } as const;
    const page = await audited(deps, event, async () =>
      decisions.listDecisions(req.query, {
        credentials: await httpAuth.credentials(req),
      }),
    );
    res.json(page);
  });

  router.get('/v1/decisions/:decisionId', async (req, res) => {
    const { decisionId } = req.params;
    const meta = { queryType: 'by-id', decisionId };
    const event = { eventId: 'decision-fetch', request: req, meta } as const;
    const decision = await audited(deps, event, async note =>
      decisions.getDecision(decisionId, {
        credentials: await httpAuth.credentials(req),
        note,
      }),
    );
    res.json(decision);
  });
}
