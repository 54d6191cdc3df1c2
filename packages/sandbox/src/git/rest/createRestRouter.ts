import express, { Router } from 'express';
import { NotFoundError } from '@backstage/errors';
import { createActivityRoutes } from './activityRoutes';
import { authenticate } from './authenticate';
import { createContentRoutes } from './contentRoutes';
import { createGitDataRoutes, createRefRoutes } from './gitDataRoutes';
import { createGraphqlHandler } from './graphqlRoute';
import { createIssueRoutes } from './issueRoutes';
import { createPullRequestRoutes } from './pullRequestRoutes';
import {
  createHistoryRoutes,
  createRepositoryRoutes,
} from './repositoryRoutes';
import { RestContext } from './RestContext';
import { createRestErrorHandler } from './restErrors';

/**
 * The API of a GitHub Enterprise server: REST under `/v3`, GraphQL at `/graphql`.
 * @internal
 */
export function createRestRouter(context: RestContext): Router {
  const router = Router();
  router.use(authenticate(context.host));
  router.use(express.json({ limit: '25mb' }));
  router.post('/graphql', createGraphqlHandler(context));
  router.use(
    '/v3',
    createRepositoryRoutes(context),
    createHistoryRoutes(context),
    createActivityRoutes(context),
    createContentRoutes(context),
    createGitDataRoutes(context),
    createRefRoutes(context),
    createPullRequestRoutes(context),
    createIssueRoutes(context),
  );
  router.use((request, _response, next) => {
    next(new NotFoundError(`No route ${request.method} ${request.path}`));
  });
  router.use(createRestErrorHandler());
  return router;
}
