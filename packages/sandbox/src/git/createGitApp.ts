import express, { Express } from 'express';
import { GitHost } from './GitHost';
import { createRestRouter } from './rest/createRestRouter';
import { createLinks } from './rest/links';
import { createSmartHttpHandler } from './smartHttp';
import { createWebRouter } from './web/createWebRouter';
import { DeploymentReader } from './web/DeploymentReader';
import { requireLoopbackHost } from './web/sameOrigin';

/**
 * What {@link createGitApp} needs.
 * @internal
 */
export interface GitAppOptions {
  host: GitHost;
  /** Where browsers and clients reach the host, for example `http://127.0.0.1:7071`. */
  origin: string;
  /** The login that merges and closes on the page; defaults to `petra`. */
  webUser?: string;
  /** Tells the pages what a merge did in the cloud. */
  deployments?: DeploymentReader;
}

/**
 * The Git host as an Express app: the API under `/api`, git over HTTP, and the pages.
 * @internal
 */
export function createGitApp(options: GitAppOptions): Express {
  const { host, origin, deployments, webUser = 'petra' } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(requireLoopbackHost());
  app.use('/api', createRestRouter({ host, links: createLinks(origin) }));
  app.use(createSmartHttpHandler(host));
  app.use(createWebRouter({ host, user: webUser, deployments }));
  return app;
}
