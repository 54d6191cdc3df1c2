import { audited } from '../audit/audited';
import type { ApiRouter } from '../schema/createTypedRouter';
import type { RouteDeps } from './RouteDeps';

/** The audit event of a request that has the cloud asked out of turn. */
function refreshEvent(queryType: string, exposureId: string) {
  return {
    eventId: 'exposure-mutate',
    severityLevel: 'medium',
    meta: { queryType, exposureId },
  } as const;
}

/** Looking again at an exposure, and having its domain checked. @internal */
export function addRefreshRoutes(router: ApiRouter, deps: RouteDeps): void {
  const { httpAuth, refreshing } = deps;

  router.post('/v1/exposures/:exposureId/refresh', async (req, res) => {
    const { exposureId } = req.params;
    const event = { ...refreshEvent('refresh', exposureId), request: req };
    const answer = await audited(deps, event, async note =>
      refreshing.refresh(exposureId, {
        credentials: await httpAuth.credentials(req),
        note,
      }),
    );
    res.status(202).json(answer);
  });

  router.post(
    '/v1/exposures/:exposureId/domain-verification',
    async (req, res) => {
      const { exposureId } = req.params;
      const event = {
        ...refreshEvent('verify-domain', exposureId),
        request: req,
      };
      const answer = await audited(deps, event, async note =>
        refreshing.verifyDomain(exposureId, {
          credentials: await httpAuth.credentials(req),
          note,
        }),
      );
      res.status(202).json(answer);
    },
  );
}
