import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { Request, RequestHandler, Response } from 'express';
import { fullName, GitHost, HostedRepository } from './GitHost';
import { readToken } from './rest/authenticate';

const PATH =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/**
 * Clone, fetch and push over HTTP, by git's own `http-backend`, for users with a token.
 * @internal
 */
export function createSmartHttpHandler(host: GitHost): RequestHandler {
  return (request, response, next) => {
    const match = PATH.exec(request.path);
    const repository = match && host.findRepository(`${match[1]}/${match[2]}`);
    if (!match || !repository) {
      next();
      return;
    }
    const token = readToken(request);
    const login = token && host.loginOfToken(token);
    if (!login) {
      response.setHeader('WWW-Authenticate', 'Basic realm="Git"');
      response
        .status(401)
        .type('text')
        .send('A token is needed as the password.\n');
      return;
    }
    serve(
      { host, repository, service: match[3], login },
      request,
      response,
    ).catch(next);
  };
}

interface GitRequest {
  host: GitHost;
  repository: HostedRepository;
  service: string;
  login: string;
}

async function serve(git: GitRequest, request: Request, response: Response) {
  const { host, repository, login } = git;
  const { info } = repository;
  if (request.method !== 'POST' || git.service !== 'git-receive-pack') {
    await runBackend(git, request, response);
    response.end();
    return;
  }
  const before = await repository.git.findCommit(info.defaultBranch);
  await host.activities.during(repository, { actor: login }, () =>
    runBackend(git, request, response),
  );
  const after = await repository.git.findCommit(info.defaultBranch);
  if (after && after !== before) {
    host.announce({ repository: fullName(info), commit: after });
  }
  // Not before the push is kept: whoever pushed may ask for it next.
  response.end();
}

function runBackend(git: GitRequest, request: Request, response: Response) {
  const { path } = git.repository.git;
  const child = spawn('git', ['-c', 'http.receivepack=true', 'http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_PROJECT_ROOT: dirname(path),
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `${path.slice(dirname(path).length)}/${git.service}`,
      QUERY_STRING: request.originalUrl.split('?')[1] ?? '',
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.header('content-type') ?? '',
      HTTP_CONTENT_ENCODING: request.header('content-encoding') ?? '',
      GIT_PROTOCOL: request.header('git-protocol') ?? '',
      REMOTE_USER: git.login,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(child.stdin);
  // A client that is gone must not keep git, and every push after this one, waiting for the rest.
  request.on('close', () => {
    if (!request.complete) child.stdin.destroy();
  });
  // git may answer and end before it has read everything; its answer is what counts.
  child.stdin.on('error', () => request.unpipe(child.stdin));
  return new Promise<void>((resolve, reject) => {
    forwardAnswer(child.stdout, response);
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}

// A CGI answer: header lines, an empty line, then the body.
function forwardAnswer(output: NodeJS.ReadableStream, response: Response) {
  let pending: Buffer | undefined = Buffer.alloc(0);
  output.on('data', (chunk: Buffer) => {
    if (!pending) {
      response.write(chunk);
      return;
    }
    pending = Buffer.concat([pending, chunk]);
    const end = pending.indexOf('\r\n\r\n');
    if (end === -1) {
      return;
    }
    for (const line of pending
      .subarray(0, end)
      .toString('latin1')
      .split('\r\n')) {
      const colon = line.indexOf(':');
      const [name, value] = [
        line.slice(0, colon),
        line.slice(colon + 1).trim(),
      ];
      if (name.toLowerCase() === 'status') {
        response.status(Number(value.split(' ')[0]));
      } else {
        response.setHeader(name, value);
      }
    }
    response.write(pending.subarray(end + 4));
    pending = undefined;
  });
}
