import express, {
  ErrorRequestHandler,
  Request,
  Response,
  Router,
} from 'express';
import { isError, NotFoundError } from '@backstage/errors';
import { fullName, GitHost } from '../GitHost';
import { repositoryOf, route, stringField } from '../rest/RestContext';
import { DeploymentReader } from './DeploymentReader';
import { SITE } from './headings';
import { html } from './html';
import { renderPage } from './layout';
import { renderPullRequest, renderPullRequestList } from './pullRequestPages';
import {
  renderCommit,
  renderContent,
  renderHistory,
  renderRepositoryList,
} from './repositoryPages';
import { requireSameOrigin } from './sameOrigin';
import { securityHeaders } from './securityHeaders';
import { STYLE } from './style';

/**
 * What {@link createWebRouter} needs.
 * @internal
 */
export interface WebOptions {
  host: GitHost;
  /** The login that merges and closes on the page. */
  user: string;
  deployments?: DeploymentReader;
}

const REPOSITORY = '/:owner/:repo';
const PULL = `${REPOSITORY}/pull/:number(\\d+)`;

/**
 * The pages of the Git host: open to read, and to act on from the page itself.
 * @internal
 */
export function createWebRouter(options: WebOptions): Router {
  const router = Router();
  router.use(securityHeaders(), requireSameOrigin());
  router.get('/-/style.css', (_request, response) => {
    response.type('css').send(STYLE);
  });
  addReadRoutes(router, options);
  addActionRoutes(router, options);
  router.use((request, _response, next) => {
    next(new NotFoundError(`There is no page ${request.path}`));
  });
  router.use(createPageErrorHandler(SITE));
  return router;
}

function addReadRoutes(router: Router, { host, deployments }: WebOptions) {
  const page = (
    path: string | string[],
    render: (request: Request) => Promise<string>,
  ) =>
    router.get(
      path,
      route(async (request, response) => {
        response.type('html').send(await render(request));
      }),
    );
  page('/', () => renderRepositoryList(host));
  page('/:owner', request => renderRepositoryList(host, request.params.owner));
  page(REPOSITORY, request => {
    const repository = repositoryOf(host, request);
    return renderContent(repository, repository.info.defaultBranch);
  });
  page(`${REPOSITORY}/:view(tree|blob)/*`, request =>
    renderContent(repositoryOf(host, request), request.params[0]),
  );
  page(`${REPOSITORY}/commits/*`, request =>
    renderHistory(repositoryOf(host, request), request.params[0]),
  );
  page(`${REPOSITORY}/commit/:sha`, request =>
    renderCommit(repositoryOf(host, request), request.params.sha),
  );
  page(`${REPOSITORY}/pulls`, request =>
    renderPullRequestList(host, repositoryOf(host, request)),
  );
  page([PULL, `${PULL}/files`], async request =>
    renderPullRequest(host, await findPull(host, request), deployments),
  );
}

function addActionRoutes(router: Router, { host, user }: WebOptions) {
  const action = (
    name: string,
    act: (
      request: Request,
      pull: Awaited<ReturnType<typeof findPull>>,
    ) => Promise<unknown>,
  ) =>
    router.post(
      `${PULL}/${name}`,
      express.urlencoded({ extended: false }),
      route(async (request: Request, response: Response) => {
        const pull = await findPull(host, request);
        await act(request, pull);
        response.redirect(303, `/${pull.repository}/pull/${pull.number}`);
      }),
    );
  action('merge', (request, pull) =>
    host.pulls.merge(pull, {
      mergedBy: user,
      expectedHead: stringField(request.body, 'head'),
    }),
  );
  action('close', (_request, pull) =>
    host.pulls.update(pull, { state: 'closed' }),
  );
  action('reopen', (_request, pull) =>
    host.pulls.update(pull, { state: 'open' }),
  );
}

function findPull(host: GitHost, request: Request) {
  const name = fullName(repositoryOf(host, request).info);
  return host.pulls.get(name, Number(request.params.number));
}

const STATUS: Record<string, number> = {
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  InputError: 400,
  AwsFault: 400,
  AzureFault: 400,
};

/**
 * Shows an error as a page.
 * @internal
 */
export function createPageErrorHandler(site: string): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = isError(error) ? STATUS[error.name] ?? 500 : 500;
    const message = isError(error) ? error.message : String(error);
    const title = status === 404 ? 'Not found' : 'That did not work';
    const body = html`<h1>${title}</h1>
      <p class="notice bad">${message}</p>
      <p><a href="/">Back to the start</a></p>`;
    response
      .status(status)
      .type('html')
      .send(renderPage({ title, site, body }));
  };
}
