import { Router } from 'express';
import { SandboxContext } from '../sandboxContext';

/** Routes for the log of calls and their counts. @internal */
export function requestRoutes({ requestLog }: SandboxContext): Router {
  const router = Router();

  router.get('/requests', (_request, response) => {
    response.json({ requests: requestLog.list() });
  });

  router.get('/calls', (_request, response) => {
    response.json({ total: requestLog.total(), counts: requestLog.counts() });
  });

  router.delete('/requests', (_request, response) => {
    requestLog.reset();
    response.status(204).end();
  });

  return router;
}
