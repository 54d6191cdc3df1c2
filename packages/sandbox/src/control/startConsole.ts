import { createServer } from 'node:http';
import express, { NextFunction, Request, Response, Router } from 'express';
import { SandboxContext } from '../sandboxContext';
import { listenOnLoopback, RunningServer } from '../server/listenOnLoopback';
import { createControlRouter } from './createControlRouter';

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

function isLocal(host: string): boolean {
  return LOCAL_NAMES.has(host.replace(/:\d+$/, '').toLowerCase());
}

/**
 * Answers only requests that name this machine. A web page elsewhere could
 * otherwise point a name of its own at loopback and use the control API.
 */
function requireLocalHost(
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  const { host = '', origin } = request.headers;
  const names = [host, origin?.replace(/^https?:\/\//, '') ?? host];
  const foreign = names.find(name => !isLocal(name));
  if (foreign === undefined) next();
  else {
    response.status(403).json({
      error: {
        name: 'NotAllowedError',
        message: `The sandbox answers only at 127.0.0.1 or localhost, and only to pages from there, not '${foreign}'`,
      },
    });
  }
}

/**
 * Starts the console's server: the control API under `/control`, and whatever
 * the mounts serve beside it.
 *
 * @internal
 */
export function startConsole(
  context: SandboxContext,
  options: { port: number; routers: Router[] },
): Promise<RunningServer> {
  const app = express();
  app.disable('x-powered-by');
  app.use(requireLocalHost);
  app.use('/control', createControlRouter(context));
  for (const router of options.routers) app.use(router);
  return listenOnLoopback(createServer(app), {
    port: options.port,
    portVariable: 'POSTERN_SANDBOX_PORT',
  });
}
