import { posix } from 'node:path';
import { Request, Response, Router } from 'express';
import { NotFoundError } from '@backstage/errors';
import { HostedRepository } from '../GitHost';
import { TreeEntry } from '../types';
import { encodePath, Links, repositoryApiUrl, repositoryWebUrl } from './links';
import { repositoryOf, RestContext, route } from './RestContext';

/**
 * File contents and archives.
 * @internal
 */
export function createContentRoutes({ host, links }: RestContext): Router {
  const router = Router();
  router.get(
    ['/repos/:owner/:repo/contents', '/repos/:owner/:repo/contents/*'],
    route((request, response) =>
      sendContents(repositoryOf(host, request), links, request, response),
    ),
  );
  router.get(
    [
      '/repos/:owner/:repo/:format(tarball|zipball)',
      '/repos/:owner/:repo/:format(tarball|zipball)/*',
    ],
    route((request, response) =>
      sendArchive(repositoryOf(host, request), request, response),
    ),
  );
  return router;
}

async function sendContents(
  repository: HostedRepository,
  links: Links,
  request: Request,
  response: Response,
) {
  const path = (request.params[0] ?? '').replace(/\/+$/, '');
  const ref = String(request.query.ref ?? repository.info.defaultBranch);
  const commit = await repository.git.resolveCommit(ref);
  const entry = await repository.git.findEntry(commit, path);
  if (!entry) {
    throw new NotFoundError(`No file '${path}' at ${ref}`);
  }
  response.setHeader('ETag', `"${entry.sha}"`);
  if (entry.type === 'tree') {
    const entries = await repository.git.listTree(commit, { path });
    response.json(
      entries.map(child => {
        const childPath = posix.join(path, child.path);
        return presentContent(
          { ...child, path: childPath },
          ref,
          repository,
          links,
        );
      }),
    );
    return;
  }
  const content = await repository.git.readBlob(entry.sha);
  if (/vnd\.github\.(v3\.)?raw/.test(request.header('accept') ?? '')) {
    response.type('application/octet-stream').send(content);
    return;
  }
  response.json({
    ...presentContent({ ...entry, type: 'blob' }, ref, repository, links),
    encoding: 'base64',
    content: content.toString('base64'),
  });
}

function presentContent(
  entry: TreeEntry,
  ref: string,
  { info }: HostedRepository,
  links: Links,
) {
  const isFolder = entry.type === 'tree';
  const path = encodePath(entry.path);
  const view = isFolder ? 'tree' : 'blob';
  const url = repositoryApiUrl(links, info);
  return {
    type: isFolder ? 'dir' : 'file',
    name: posix.basename(entry.path),
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url: `${url}/contents/${path}?ref=${encodeURIComponent(ref)}`,
    git_url: `${url}/git/${isFolder ? 'trees' : 'blobs'}/${entry.sha}`,
    html_url: `${repositoryWebUrl(links, info)}/${view}/${encodePath(
      ref,
    )}/${path}`,
    download_url: null,
  };
}

async function sendArchive(
  repository: HostedRepository,
  request: Request,
  response: Response,
) {
  const { git, info } = repository;
  const sha = await git.resolveCommit(request.params[0] ?? info.defaultBranch);
  const isTar = request.params.format === 'tarball';
  // GitHub puts everything below one folder, and readers strip it.
  const prefix = `${info.owner}-${info.name}-${sha.slice(0, 7)}/`;
  const archive = await git.run([
    'archive',
    `--format=${isTar ? 'tar.gz' : 'zip'}`,
    `--prefix=${prefix}`,
    sha,
  ]);
  response.type(isTar ? 'application/x-gzip' : 'application/zip').send(archive);
}
