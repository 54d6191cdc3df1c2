import { isError, NotFoundError } from '@backstage/errors';
import { json, NextFunction, Request, Response, Router } from 'express';
import { SandboxContext } from '../sandboxContext';
import { AzureFault } from '../azureWorld';
import { AwsFault } from '../world';
import { azureRoutes } from './azureRoutes';
import { clockRoutes } from './clockRoutes';
import { faultRoutes } from './faultRoutes';
import { requestRoutes } from './requestRoutes';
import { worldRoutes } from './worldRoutes';

const STATUS_BY_NAME: Record<string, number> = {
  InputError: 400,
  RangeError: 400,
  SyntaxError: 400,
  NotFoundError: 404,
  ConflictError: 409,
};

function sendError(
  error: unknown,
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const isFault = error instanceof AwsFault || error instanceof AzureFault;
  const fault = isFault ? error : undefined;
  const name = fault?.code ?? (isError(error) ? error.name : 'Error');
  const message = isError(error) ? error.message : String(error);
  const status = fault?.status ?? STATUS_BY_NAME[name] ?? 500;
  response.status(status).json({ error: { name, message } });
}

/**
 * The control API: what tests and the console do to the sandbox besides what
 * the clouds themselves would let them.
 *
 * @internal
 */
export function createControlRouter(context: SandboxContext): Router {
  const router = Router();
  router.use(json());
  router.get('/health', (_request, response) => {
    response.json({ status: 'ok', now: context.clock.now() });
  });
  router.use(clockRoutes(context));
  router.use(faultRoutes(context));
  router.use(requestRoutes(context));
  router.use(worldRoutes(context));
  router.use('/azure', azureRoutes(context));
  router.use((request, _response, next) => {
    next(
      new NotFoundError(
        `The control API has no ${request.method} ${request.originalUrl}`,
      ),
    );
  });
  router.use(sendError);
  return router;
}
