import { Request, Router } from 'express';
import { InputError, NotFoundError } from '@backstage/errors';
import { emailOf, GitHost, HostedRepository } from '../GitHost';
import { isAncestor } from '../mergeCommits';
import { Signature, TreeChange } from '../types';
import { presentGitCommit, presentTreeEntry } from './presentCommit';
import { repositoryApiUrl } from './links';
import {
  loginOf,
  recordOf,
  repositoryOf,
  RestContext,
  route,
  stringField,
  stringListField,
} from './RestContext';

const BASE = '/repos/:owner/:repo/git';

/**
 * Blobs, trees and commits of the git data API.
 * @internal
 */
export function createGitDataRoutes(context: RestContext): Router {
  const { host, links } = context;
  const router = Router();
  router.post(
    `${BASE}/blobs`,
    route(async (request, response) => {
      const { git, info } = repositoryOf(host, request);
      const encoding = stringField(request.body, 'encoding', 'utf-8');
      const text = stringField(request.body, 'content');
      const content = Buffer.from(
        text,
        encoding === 'base64' ? 'base64' : 'utf8',
      );
      const sha = await git.writeBlob(content);
      const url = `${repositoryApiUrl(links, info)}/git/blobs/${sha}`;
      response.status(201).json({ sha, url });
    }),
  );
  router.get(
    `${BASE}/blobs/:sha`,
    route(async (request, response) => {
      const { git } = repositoryOf(host, request);
      const { sha } = request.params;
      const blob = await git.readBlob(sha);
      const content = blob.toString('base64');
      response.json({ sha, size: blob.length, encoding: 'base64', content });
    }),
  );
  addTreeRoutes(router, context);
  addCommitRoutes(router, context);
  return router;
}

function addTreeRoutes(router: Router, { host, links }: RestContext) {
  router.get(
    `${BASE}/trees/*`,
    route(async (request, response) => {
      const repository = repositoryOf(host, request);
      const treeish = request.params[0];
      const commit = await repository.git.findCommit(treeish);
      const entries = await repository.git.listTree(commit ?? treeish, {
        recursive: request.query.recursive !== undefined,
      });
      const tree = entries.map(entry =>
        presentTreeEntry(entry, repository, links),
      );
      response.json({ sha: treeish, tree, truncated: false });
    }),
  );
  router.post(
    `${BASE}/trees`,
    route(async (request, response) => {
      const repository = repositoryOf(host, request);
      const body = recordOf(request.body);
      const base = body.base_tree ? stringField(body, 'base_tree') : undefined;
      const changes = await readTreeChanges(repository, body.tree);
      const sha = await repository.git.writeTree(base, changes);
      const entries = await repository.git.listTree(sha);
      const tree = entries.map(entry =>
        presentTreeEntry(entry, repository, links),
      );
      response.status(201).json({ sha, tree, truncated: false });
    }),
  );
}

function addCommitRoutes(router: Router, { host, links }: RestContext) {
  router.get(
    `${BASE}/commits/:sha`,
    route(async (request, response) => {
      const repository = repositoryOf(host, request);
      const commit = await repository.git.readCommit(request.params.sha);
      response.json(presentGitCommit(commit, repository, links));
    }),
  );
  router.post(
    `${BASE}/commits`,
    route(async (request, response) => {
      const repository = repositoryOf(host, request);
      const login = loginOf(response);
      const body = recordOf(request.body);
      const author = readSignature(body.author, login, host);
      const sha = await repository.git.writeCommit({
        message: stringField(body, 'message'),
        tree: stringField(body, 'tree'),
        parents: stringListField(body, 'parents'),
        author,
        committer: body.committer
          ? readSignature(body.committer, login, host)
          : author,
      });
      const commit = await repository.git.readCommit(sha);
      response.status(201).json(presentGitCommit(commit, repository, links));
    }),
  );
}

async function readTreeChanges(
  { git }: HostedRepository,
  tree: unknown,
): Promise<TreeChange[]> {
  if (!Array.isArray(tree)) {
    throw new InputError(`'tree' must be a list`);
  }
  return Promise.all(
    tree.map(async item => {
      const entry = recordOf(item);
      const path = stringField(entry, 'path');
      const mode = stringField(entry, 'mode', '100644');
      if (entry.sha === null) {
        return { path, mode, sha: null };
      }
      if (typeof entry.content === 'string') {
        return {
          path,
          mode,
          sha: await git.writeBlob(Buffer.from(entry.content)),
        };
      }
      const sha = stringField(entry, 'sha');
      if (!(await git.hasObject(sha))) {
        throw new NotFoundError(`No object '${sha}' for the path '${path}'`);
      }
      return { path, mode, sha };
    }),
  );
}

function readSignature(
  value: unknown,
  login: string,
  host: GitHost,
): Signature {
  return {
    name: stringField(value, 'name', login),
    email: stringField(value, 'email', emailOf(login)),
    date: stringField(value, 'date', host.now().toISOString()),
  };
}

/**
 * Branches and tags of the git data API.
 * @internal
 */
export function createRefRoutes(context: RestContext): Router {
  const router = Router();
  addRefReads(router, context);
  addRefChanges(router, context);
  return router;
}

function presentRef(
  { host, links }: RestContext,
  request: Request,
  { ref, sha }: { ref: string; sha: string },
) {
  const url = repositoryApiUrl(links, repositoryOf(host, request).info);
  const object = { type: 'commit', sha, url: `${url}/git/commits/${sha}` };
  return { ref, url: `${url}/git/${ref}`, object };
}

function addRefReads(router: Router, context: RestContext) {
  const { host } = context;
  router.get(
    [`${BASE}/ref/*`, `${BASE}/refs/*`],
    route(async (request, response) => {
      const ref = `refs/${request.params[0]}`;
      const refs = await repositoryOf(host, request).git.listRefs(ref);
      const found = refs.find(candidate => candidate.ref === ref);
      if (!found) {
        throw new NotFoundError(`No ref '${ref}'`);
      }
      response.json(presentRef(context, request, found));
    }),
  );
  router.get(
    `${BASE}/matching-refs/*`,
    route(async (request, response) => {
      const prefix = `refs/${request.params[0]}`;
      const refs = await repositoryOf(host, request).git.listRefs(prefix);
      response.json(refs.map(found => presentRef(context, request, found)));
    }),
  );
}

function addRefChanges(router: Router, context: RestContext) {
  const { host } = context;
  router.post(
    `${BASE}/refs`,
    route(async (request, response) => {
      const { git } = repositoryOf(host, request);
      const ref = stringField(request.body, 'ref');
      const sha = stringField(request.body, 'sha');
      if (!ref.startsWith('refs/')) {
        throw new InputError(`'ref' must start with 'refs/'`);
      }
      if ((await git.listRefs(ref)).some(existing => existing.ref === ref)) {
        throw new InputError('Reference already exists');
      }
      const actor = loginOf(response);
      await updateRef(context, request, { ref, sha, expected: null, actor });
      response.status(201).json(presentRef(context, request, { ref, sha }));
    }),
  );
  router.patch(
    `${BASE}/refs/*`,
    route(async (request, response) => {
      const { git } = repositoryOf(host, request);
      const ref = `refs/${request.params[0]}`;
      const sha = stringField(request.body, 'sha');
      const found = (await git.listRefs(ref)).find(
        existing => existing.ref === ref,
      );
      if (!found) {
        throw new InputError('Reference does not exist');
      }
      const isForced = recordOf(request.body).force === true;
      if (!isForced && !(await isAncestor(git, found.sha, sha))) {
        throw new InputError('Update is not a fast forward');
      }
      const actor = loginOf(response);
      const expected = found.sha;
      await updateRef(context, request, { ref, sha, expected, actor });
      response.json(presentRef(context, request, { ref, sha }));
    }),
  );
  router.delete(
    `${BASE}/refs/*`,
    route(async (request, response) => {
      const repository = repositoryOf(host, request);
      const actor = loginOf(response);
      await host.activities.during(repository, { actor }, () =>
        repository.git.deleteRef(`refs/${request.params[0]}`),
      );
      response.status(204).end();
    }),
  );
}

async function updateRef(
  { host }: RestContext,
  request: Request,
  options: { ref: string; sha: string; expected: string | null; actor: string },
) {
  const { ref, sha, expected, actor } = options;
  const repository = repositoryOf(host, request);
  const { git, info } = repository;
  if (!(await git.hasObject(sha))) {
    throw new InputError('Object does not exist');
  }
  await host.activities.during(repository, { actor }, () =>
    git.updateRef(ref, sha, expected),
  );
  if (ref === `refs/heads/${info.defaultBranch}`) {
    host.announce({ repository: `${info.owner}/${info.name}`, commit: sha });
  }
}
