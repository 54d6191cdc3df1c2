import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Git host that gives files by their addresses in its API, as GitHub and GitLab do, or fails. */
export async function startGitHost() {
  const files = new Map<string, string>();
  const asked: string[] = [];
  let status: number | undefined;
  const server = createServer((req, res) => {
    asked.push(req.url ?? '');
    const text = files.get(req.url ?? '');
    res.statusCode = status ?? (text === undefined ? 404 : 200);
    res.end(text ?? 'hunter2 of the host');
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    files,
    asked,
    failWith: (code: number | undefined) => {
      status = code;
    },
    stop: async () => {
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
