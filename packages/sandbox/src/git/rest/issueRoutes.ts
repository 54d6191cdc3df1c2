import { Router } from 'express';
import {
  presentComment,
  presentLabels,
  presentPullRequest,
} from './presentPullRequest';
import { pullRequestOf } from './pullRequestRoutes';
import {
  loginOf,
  repositoryOf,
  RestContext,
  route,
  stringField,
  stringListField,
} from './RestContext';

const ISSUE = '/repos/:owner/:repo/issues/:number(\\d+)';

/**
 * The issue side of a pull request: labels, assignees and comments.
 * @internal
 */
export function createIssueRoutes({ host, links }: RestContext): Router {
  const router = Router();
  router.get(
    `${ISSUE}/labels`,
    route(async (request, response) => {
      response.json(presentLabels(await pullRequestOf(host, request)));
    }),
  );
  router.post(
    `${ISSUE}/labels`,
    route(async (request, response) => {
      const pull = await pullRequestOf(host, request);
      const added = stringListField(request.body, 'labels');
      pull.labels = [...new Set([...pull.labels, ...added])];
      response.json(presentLabels(pull));
    }),
  );
  router.post(
    `${ISSUE}/assignees`,
    route(async (request, response) => {
      const pull = await pullRequestOf(host, request);
      const added = stringListField(request.body, 'assignees');
      pull.assignees = [...new Set([...pull.assignees, ...added])];
      response.status(201).json(presentPullRequest(pull, host, links));
    }),
  );
  router.get(
    `${ISSUE}/comments`,
    route(async (request, response) => {
      const pull = await pullRequestOf(host, request);
      const repository = repositoryOf(host, request);
      response.json(
        pull.comments.map(comment =>
          presentComment(comment, pull, repository, links),
        ),
      );
    }),
  );
  router.post(
    `${ISSUE}/comments`,
    route(async (request, response) => {
      const pull = await pullRequestOf(host, request);
      const body = stringField(request.body, 'body');
      const comment = host.pulls.comment(pull, loginOf(response), body);
      const repository = repositoryOf(host, request);
      response
        .status(201)
        .json(presentComment(comment, pull, repository, links));
    }),
  );
  return router;
}
