import { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { FaultRules } from '../../faults';
import { listenOnLoopback, RunningServer } from '../../server/listenOnLoopback';
import { ServerIdentity } from '../tls/createServerIdentity';
import { ArmAnswer } from './ArmOperation';
import { AzureEndpoint } from './AzureEndpoint';

/** Azure takes no larger requests. */
const MAX_BODY_BYTES = 4_000_000;

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

function send(response: ServerResponse, answer: ArmAnswer): void {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    ...(text && { 'content-type': 'application/json; charset=utf-8' }),
    'content-length': Buffer.byteLength(text),
    ...answer.headers,
  });
  response.end(text);
}

/**
 * Starts the HTTPS server of the Azure endpoint.
 *
 * @internal
 */
export async function startAzureServer(options: {
  endpoint: AzureEndpoint;
  identity: ServerIdentity;
  faults: FaultRules;
  port: number;
  portVariable: string;
}): Promise<RunningServer> {
  const { endpoint, identity, faults, port, portVariable } = options;
  const tls = { cert: identity.certificate, key: identity.privateKey };
  const server = createServer(tls, async (request, response) => {
    const body = await readBody(request);
    const { method = '', url = '/', headers } = request;
    // Addresses in answers are under the name that the client called.
    const baseUrl = `https://${headers.host ?? 'localhost'}`;
    const outcome = endpoint.handle({ method, url, headers, body }, baseUrl);
    if (outcome.type === 'reset') request.socket.destroy();
    // A silent call ends when the client hangs up or the fault is cleared.
    else if (outcome.type === 'silence') {
      faults.onClear(() => request.socket.destroy());
    } else send(response, outcome.answer);
  });
  return listenOnLoopback(server, { port, portVariable });
}
