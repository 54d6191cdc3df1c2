import express, { Request, Router } from 'express';
import { NotFoundError } from '@backstage/errors';
import { Deployments } from '../apply/Deployments';
import { AzureWorld } from '../azureWorld';
import { FaultRules } from '../faults';
import { createPageErrorHandler } from '../git/web/createWebRouter';
import { html, SafeHtml } from '../git/web/html';
import { renderPage } from '../git/web/layout';
import { requireSameOrigin } from '../git/web/sameOrigin';
import { securityHeaders } from '../git/web/securityHeaders';
import { STYLE } from '../git/web/style';
import { World } from '../world';
import { azureServiceList } from './azureServiceListPage';
import { azureServicePage } from './azureServicePage';
import { consoleActions } from './consoleActions';
import { controlsPage, deploymentsPage } from './controlsPage';
import { entranceList } from './entranceListPage';
import { serviceList } from './serviceListPage';
import { findService } from './serviceModel';
import { servicePage } from './servicePage';

/**
 * What {@link createConsoleRouter} needs.
 * @internal
 */
export interface ConsoleOptions {
  world: World;
  azure: AzureWorld;
  faults: FaultRules;
  deployments: Deployments;
  /** Where the Git host's pages are. */
  gitUrl: string;
}

const SITE = 'Sandbox console';

/**
 * The console's pages: play the consumer, the name server, the accident and the time.
 * @internal
 */
export function createConsoleRouter(options: ConsoleOptions): Router {
  const router = Router();
  router.use(securityHeaders(), requireSameOrigin());
  router.get('/-/style.css', (_request, response) => {
    response.type('css').send(STYLE);
  });
  addPages(router, options);
  router.post(
    '/actions/:action',
    express.urlencoded({ extended: false }),
    (request, response) => {
      const { action } = request.params;
      if (!Object.hasOwn(consoleActions, action)) {
        throw new NotFoundError(`There is no action '${action}'`);
      }
      const fields = Object.fromEntries(
        Object.entries(request.body ?? {}).map(([name, value]) => [
          name,
          String(value),
        ]),
      );
      response.redirect(303, consoleActions[action](fields, options));
    },
  );
  router.use(createPageErrorHandler(SITE));
  return router;
}

function addPages(router: Router, options: ConsoleOptions) {
  const { world, azure, faults, deployments, gitUrl } = options;
  const page = (
    path: string,
    title: string,
    render: (request: Request) => SafeHtml,
  ) =>
    router.get(path, (request, response) => {
      const body = html`${navigation(gitUrl)} ${render(request)}`;
      response.type('html').send(renderPage({ title, site: SITE, body }));
    });
  page(
    '/',
    'Endpoint services',
    ({ query }) => html`<h1>Endpoint services</h1>
      ${serviceList(world, readListing(query))}`,
  );
  page(
    '/azure',
    'Private link services',
    ({ query }) => html`<h1>Private link services</h1>
      ${azureServiceList(azure, readListing(query))}`,
  );
  page(
    '/entrances',
    'Distributions and load balancers',
    ({ query }) => html`<h1>Distributions and load balancers</h1>
      ${entranceList(world, readListing(query))}`,
  );
  page('/azure/service', 'Private link service', ({ query }) => {
    const id = String(query.id ?? '');
    return azureServicePage(azure, azure.privateLinkServices.getService(id));
  });
  page('/services/:id', 'Endpoint service', ({ params }) => {
    const service = findService(world, params.id);
    if (!service) {
      throw new NotFoundError(`There is no endpoint service '${params.id}'`);
    }
    return servicePage(world, service);
  });
  page('/controls', 'Clock, faults and load', () =>
    controlsPage(world, azure, faults),
  );
  page('/deployments', 'Deployments', () =>
    deploymentsPage(deployments.list(), gitUrl),
  );
}

function readListing(query: Request['query']) {
  return {
    filter: typeof query.filter === 'string' ? query.filter : '',
    page: Math.max(1, Math.trunc(Number(query.page)) || 1),
  };
}

function navigation(gitUrl: string): SafeHtml {
  return html`<nav class="row" aria-label="Console">
    <a href="/">AWS</a>
    <a href="/entrances">Entrances</a>
    <a href="/azure">Azure</a>
    <a href="/deployments">Deployments</a>
    <a href="/controls">Clock, faults and load</a>
    <a href="${gitUrl}">Git host</a>
  </nav>`;
}
