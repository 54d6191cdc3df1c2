import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { FaultRules } from '../../faults';
import { listenOnLoopback, RunningServer } from '../../server/listenOnLoopback';
import { AwsEndpoint, Outcome } from './AwsEndpoint';

/** More than the largest request that the services take. */
const MAX_BODY_BYTES = 1_000_000;

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, outcome: Outcome): void {
  if (outcome.type !== 'answer') return;
  response.writeHead(outcome.status, {
    ...outcome.headers,
    'x-amzn-requestid': outcome.requestId,
  });
  response.end(outcome.body);
}

/**
 * Starts the HTTP server of the AWS endpoint.
 *
 * @internal
 */
export async function startAwsServer(options: {
  endpoint: AwsEndpoint;
  faults: FaultRules;
  port: number;
  portVariable: string;
}): Promise<RunningServer> {
  const { endpoint, faults, port, portVariable } = options;
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const { method = '', url = '/', headers } = request;
    const outcome = endpoint.handle({ method, url, headers, body });
    if (outcome.type === 'reset') request.socket.destroy();
    // A silent call ends when the client hangs up or the fault is cleared.
    else if (outcome.type === 'silence') {
      faults.onClear(() => request.socket.destroy());
    } else send(response, outcome);
  });
  return listenOnLoopback(server, { port, portVariable });
}
