import { Request, Router } from 'express';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { fullName, GitHost } from '../GitHost';
import { PullRequest } from '../types';
import { presentCommit, presentFile } from './presentCommit';
import {
  presentFullPullRequest,
  presentPullRequest,
} from './presentPullRequest';
import {
  loginOf,
  pageOf,
  recordOf,
  repositoryOf,
  RestContext,
  route,
  stringField,
  stringListField,
} from './RestContext';

const PULLS = '/repos/:owner/:repo/pulls';
const PULL = `${PULLS}/:number(\\d+)`;
const LISTED_COMMITS = 250;

/**
 * The pull request that the request's path names.
 * @throws NotFoundError if there is none.
 * @internal
 */
export function pullRequestOf(
  host: GitHost,
  request: Request,
): Promise<PullRequest> {
  const repository = fullName(repositoryOf(host, request).info);
  return host.pulls.get(repository, Number(request.params.number));
}

/**
 * Opening, reading and changing pull requests.
 * @internal
 */
export function createPullRequestRoutes(context: RestContext): Router {
  const router = Router();
  addListRoutes(router, context);
  addPullRequestRoutes(router, context);
  addDetailRoutes(router, context);
  addMergeRoutes(router, context);
  addReviewerRoutes(router, context);
  return router;
}

function addListRoutes(router: Router, { host, links }: RestContext) {
  router.get(
    PULLS,
    route(async (request, response) => {
      const { skip, limit } = pageOf(request);
      const pulls = await host.pulls.list(
        fullName(repositoryOf(host, request).info),
      );
      const matching = pulls.filter(pull =>
        matchesQuery(pull, request.query, host),
      );
      response.json(
        matching
          .slice(skip, skip + limit)
          .map(pull => presentPullRequest(pull, host, links)),
      );
    }),
  );
  router.post(
    PULLS,
    route(async (request, response) => {
      const { body } = request;
      const pull = await host.pulls.create({
        repository: fullName(repositoryOf(host, request).info),
        title: stringField(body, 'title'),
        body: stringField(body, 'body', ''),
        head: stringField(body, 'head'),
        base: stringField(body, 'base'),
        isDraft: recordOf(body).draft === true,
        author: loginOf(response),
      });
      response
        .status(201)
        .json(await presentFullPullRequest(pull, host, links));
    }),
  );
}

function addPullRequestRoutes(router: Router, { host, links }: RestContext) {
  router.get(
    PULL,
    route(async (request, response) => {
      const pull = await pullRequestOf(host, request);
      response.json(await presentFullPullRequest(pull, host, links));
    }),
  );
  router.patch(
    PULL,
    route(async (request, response) => {
      const pull = await pullRequestOf(host, request);
      const body = recordOf(request.body);
      await host.pulls.update(pull, {
        title: stringField(body, 'title', pull.title),
        body: stringField(body, 'body', pull.body),
        baseRef: stringField(body, 'base', pull.baseRef),
        state: readState(body.state) ?? pull.state,
      });
      response.json(await presentFullPullRequest(pull, host, links));
    }),
  );
}

function addDetailRoutes(router: Router, context: RestContext) {
  const { host, links } = context;
  router.get(
    `${PULL}/files`,
    route(async (request, response) => {
      const { skip, limit } = pageOf(request);
      const pull = await pullRequestOf(host, request);
      const files = (await host.pulls.files(pull)).slice(skip, skip + limit);
      const repository = repositoryOf(host, request);
      response.json(
        files.map(file => presentFile(file, pull.headSha, repository, links)),
      );
    }),
  );
  router.get(
    `${PULL}/commits`,
    route(async (request, response) => {
      const { skip, limit } = pageOf(request);
      const all = await host.pulls.commits(await pullRequestOf(host, request));
      // GitHub lists no more, on however many pages.
      const commits = all.slice(0, LISTED_COMMITS).slice(skip, skip + limit);
      const repository = repositoryOf(host, request);
      response.json(
        commits.map(commit => presentCommit(commit, repository, context)),
      );
    }),
  );
}

function addMergeRoutes(router: Router, { host }: RestContext) {
  router.get(
    `${PULL}/merge`,
    route(async (request, response) => {
      const pull = await pullRequestOf(host, request);
      if (!pull.mergedAt) {
        throw new NotFoundError(`Pull request ${pull.number} is not merged`);
      }
      response.status(204).end();
    }),
  );
  router.put(
    `${PULL}/merge`,
    route(async (request, response) => {
      const pull = await pullRequestOf(host, request);
      const body = recordOf(request.body);
      const method = stringField(body, 'merge_method', 'merge');
      if (method !== 'merge' && method !== 'squash') {
        throw new InputError(`'merge_method' must be 'merge' or 'squash'`);
      }
      try {
        const sha = await host.pulls.merge(pull, {
          mergedBy: loginOf(response),
          method,
          expectedHead: body.sha ? stringField(body, 'sha') : undefined,
          message: body.commit_title
            ? stringField(body, 'commit_title')
            : undefined,
        });
        response.json({
          sha,
          merged: true,
          message: 'Pull Request successfully merged',
        });
      } catch (error) {
        if (!(error instanceof ConflictError)) {
          throw error;
        }
        // GitHub: 405 for what cannot be merged, 409 for a head that moved.
        const status = error.message.startsWith('Head branch') ? 409 : 405;
        response
          .status(status)
          .json({ message: error.message, status: String(status) });
      }
    }),
  );
}

function addReviewerRoutes(router: Router, { host, links }: RestContext) {
  router.post(
    `${PULL}/requested_reviewers`,
    route(async (request, response) => {
      const pull = await pullRequestOf(host, request);
      const users = stringListField(request.body, 'reviewers');
      if (users.includes(pull.author)) {
        throw new InputError(
          'Review cannot be requested from pull request author.',
        );
      }
      const teams = stringListField(request.body, 'team_reviewers');
      pull.requestedReviewers = union(pull.requestedReviewers, users);
      pull.requestedTeams = union(pull.requestedTeams, teams);
      response.status(201).json(presentPullRequest(pull, host, links));
    }),
  );
}

function union(existing: string[], added: string[]): string[] {
  return [...new Set([...existing, ...added])];
}

function readState(value: unknown): PullRequest['state'] | undefined {
  if (value === undefined || value === 'open' || value === 'closed') {
    return value;
  }
  throw new InputError(`'state' must be 'open' or 'closed'`);
}

function matchesQuery(
  pull: PullRequest,
  query: Request['query'],
  host: GitHost,
) {
  const { state = 'open', head, base } = query;
  const { owner } = host.repository(pull.headRepository).info;
  return (
    (state === 'all' || pull.state === state) &&
    (head === undefined || head === `${owner}:${pull.headRef}`) &&
    (base === undefined || base === pull.baseRef)
  );
}
