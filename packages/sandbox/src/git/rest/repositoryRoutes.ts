import { Router } from 'express';
import { NotFoundError } from '@backstage/errors';
import { diffCommits } from '../diffCommits';
import { fullName } from '../GitHost';
import { presentCommit, presentFile } from './presentCommit';
import { presentRepository, presentUser } from './presentRepository';
import { repositoryApiUrl } from './links';
import {
  loginOf,
  pageOf,
  repositoryOf,
  RestContext,
  route,
} from './RestContext';

const BASE = '/repos/:owner/:repo';

/**
 * Users, repositories and forks.
 * @internal
 */
export function createRepositoryRoutes({ host, links }: RestContext): Router {
  const router = Router();
  router.get('/user', (_request, response) => {
    response.json(presentUser(loginOf(response), links));
  });
  router.get('/users/:login', (request, response) => {
    response.json(presentUser(request.params.login, links));
  });
  router.get(
    ['/orgs/:owner/repos', '/users/:owner/repos'],
    (request, response) => {
      const { skip, limit } = pageOf(request);
      const owned = host
        .listRepositories()
        .filter(({ info }) => info.owner === request.params.owner)
        .slice(skip, skip + limit);
      response.json(
        owned.map(repository => presentRepository(repository, links)),
      );
    },
  );
  router.get(BASE, (request, response) => {
    response.json(presentRepository(repositoryOf(host, request), links));
  });
  router.get(`${BASE}/forks`, (request, response) => {
    const source = fullName(repositoryOf(host, request).info);
    const forks = host
      .listRepositories()
      .filter(({ info }) => info.forkOf === source);
    response.json(forks.map(fork => presentRepository(fork, links)));
  });
  router.post(
    `${BASE}/forks`,
    route(async (request, response) => {
      const fork = await host.fork(
        repositoryOf(host, request),
        loginOf(response),
      );
      response.status(202).json(presentRepository(fork, links));
    }),
  );
  return router;
}

/**
 * Branches and commits.
 * @internal
 */
export function createHistoryRoutes(context: RestContext): Router {
  const router = Router();
  addBranchRoutes(router, context);
  addCommitRoutes(router, context);
  return router;
}

function addBranchRoutes(router: Router, context: RestContext) {
  const { host } = context;
  router.get(
    `${BASE}/branches`,
    route(async (request, response) => {
      const branches = await repositoryOf(host, request).git.listBranches();
      response.json(
        branches.map(({ name, sha }) => ({
          name,
          commit: { sha },
          protected: false,
        })),
      );
    }),
  );
  router.get(
    `${BASE}/branches/*`,
    route(async (request, response) => {
      const repository = repositoryOf(host, request);
      const name = request.params[0];
      const branches = await repository.git.listBranches();
      const branch = branches.find(candidate => candidate.name === name);
      if (!branch) {
        throw new NotFoundError(`Branch '${name}' not found`);
      }
      const commit = await repository.git.readCommit(branch.sha);
      const presented = presentCommit(commit, repository, context);
      response.json({ name, commit: presented, protected: false });
    }),
  );
}

function addCommitRoutes(router: Router, context: RestContext) {
  const { host, links } = context;
  router.get(
    `${BASE}/commits`,
    route(async (request, response) => {
      const repository = repositoryOf(host, request);
      const ref = String(request.query.sha ?? repository.info.defaultBranch);
      const path = request.query.path ? String(request.query.path) : undefined;
      const commits = await repository.git.log(ref, {
        path,
        ...pageOf(request),
      });
      response.json(
        commits.map(commit => presentCommit(commit, repository, context)),
      );
    }),
  );
  router.get(
    `${BASE}/commits/*/status`,
    route(async (request, response) => {
      const repository = repositoryOf(host, request);
      const sha = await repository.git.resolveCommit(request.params[0]);
      response.json({
        sha,
        state: 'pending',
        statuses: [],
        total_count: 0,
        repository: presentRepository(repository, links),
        url: `${repositoryApiUrl(
          links,
          repository.info,
        )}/commits/${sha}/status`,
      });
    }),
  );
  router.get(
    `${BASE}/commits/*`,
    route(async (request, response) => {
      const repository = repositoryOf(host, request);
      const commit = await repository.git.readCommit(request.params[0]);
      const files = await diffCommits(
        repository.git,
        commit.parents[0],
        commit.sha,
      );
      response.json({
        ...presentCommit(commit, repository, context),
        files: files.map(file =>
          presentFile(file, commit.sha, repository, links),
        ),
      });
    }),
  );
}
