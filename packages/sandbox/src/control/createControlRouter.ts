import { json, Router } from 'express';
import { SandboxContext } from '../sandboxContext';

/** The control API. @internal */
export function createControlRouter(context: SandboxContext): Router {
  const router = Router();
  router.use(json());
  router.get('/health', (_request, response) => {
    response.json({ status: 'ok', now: context.clock.now() });
  });
  return router;
}
