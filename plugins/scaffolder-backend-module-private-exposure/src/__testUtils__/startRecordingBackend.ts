import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that arrived. */
export interface RecordedRequest {
  method?: string;
  path?: string;
  authorization?: string;
  body: unknown;
}

/** An HTTP server that answers every request alike, and keeps what arrived. */
export async function startRecordingBackend(answer: {
  status: number;
  body: unknown;
}) {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (req, res) => {
    requests.push({
      method: req.method,
      path: req.url,
      authorization: req.headers.authorization,
      body: parseBody(await readText(req)),
    });
    res.writeHead(answer.status, { 'Content-Type': 'application/json' });
    res.end(JSON.stringify(answer.body));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    baseUrl: `http://127.0.0.1:${port}/api/private-exposure`,
    async stop() {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}

function parseBody(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}

async function readText(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
