import { RequestHandler } from 'express';
import { fullName } from '../GitHost';
import { pullRequestWebUrl } from './presentPullRequest';
import { recordOf, RestContext, route, stringField } from './RestContext';

/**
 * The one GraphQL query that the stock pull request action asks: does the head branch exist, and does
 * it have an open pull request. Anything else is answered with a GraphQL error.
 * @internal
 */
export function createGraphqlHandler({
  host,
  links,
}: RestContext): RequestHandler {
  return route(async (request, response) => {
    const query = stringField(request.body, 'query');
    if (!query.includes('associatedPullRequests')) {
      const message =
        'This host only answers the query for a ref’s open pull request';
      response.json({ data: null, errors: [{ message }] });
      return;
    }
    const variables = recordOf(recordOf(request.body).variables);
    const owner = stringField(variables, 'owner');
    const name = stringField(variables, 'repo');
    const head = stringField(variables, 'head').replace(/^refs\/heads\//, '');
    const repository = host.findRepository(`${owner}/${name}`);
    if (!repository) {
      const message = `Could not resolve to a Repository with the name '${owner}/${name}'.`;
      response.json({
        data: { repository: null },
        errors: [{ type: 'NOT_FOUND', path: ['repository'], message }],
      });
      return;
    }
    const branches = await repository.git.listBranches();
    const pull = await host.pulls.findOpenByHead(
      fullName(repository.info),
      head,
    );
    const target = pull && host.repository(pull.repository);
    const edges =
      pull && target
        ? [
            {
              node: {
                id: `PR_${pull.id}`,
                number: pull.number,
                url: pullRequestWebUrl(pull, target, links),
              },
            },
          ]
        : [];
    const exists = branches.some(branch => branch.name === head);
    const ref = exists ? { associatedPullRequests: { edges } } : null;
    response.json({ data: { repository: { ref } } });
  });
}
