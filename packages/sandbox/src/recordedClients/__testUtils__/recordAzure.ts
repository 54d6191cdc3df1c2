/**
 * Records what a client of Azure sends, and what it reads in the answers. From `packages/sandbox`, with
 * azure-identity, azure-mgmt-network, azure-mgmt-cdn, azure-mgmt-web and the `az` CLI installed:
 *
 *     record="node --require @backstage/cli/config/nodeTransform.cjs src/recordedClients/__testUtils__/recordAzure.ts"
 *     here=src/recordedClients
 *     $record $here/__fixtures__/azure-sdk-for-python.json python3 $here/azure_sdk_calls.py
 *     $record $here/__fixtures__/az-cli.json bash $here/az_cli_calls.sh
 *
 * The script finds everything in its environment. It tells what it made of an answer with a POST to `$READING`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request } from 'node:https';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { InputError } from '@backstage/errors';
import { createServerIdentity } from '../../azure/tls/createServerIdentity';
import { Sandbox } from '../../startSandbox';
import { RecordedAzureRequest } from '../RecordedAzureRequest';
import { ANSWER_MILLISECONDS, startRecordedAzure } from './startRecordedAzure';

const READING = '/reading';
/** Those headers that say what is wanted; the others tell of the machine and of the moment. */
const HEADERS = ['accept', 'content-type', 'if-match', 'prefer'];

function principalOf(authorization: string | undefined): string | undefined {
  const payload = /^Bearer [^.]+\.([^.]+)\./.exec(authorization ?? '')?.[1];
  if (!payload) return undefined;
  const claims: { appid: string } = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  );
  return claims.appid;
}

function toRecorded(call: IncomingMessage, body: string): RecordedAzureRequest {
  const { method = '', url = '', headers } = call;
  const kept = HEADERS.filter(name => headers[name] !== undefined);
  return {
    method,
    url,
    headers: Object.fromEntries(kept.map(one => [one, String(headers[one])])),
    body,
    principal: principalOf(headers.authorization),
  };
}

/** Passes a call on under the address that the client knows, so that the answer's addresses lead here again. */
function passOn(
  sandbox: Sandbox,
  sent: { call: IncomingMessage; body: string; response: ServerResponse },
): void {
  const { method, url, headers } = sent.call;
  const target = new URL(url ?? '/', sandbox.urls.azure);
  const ca = sandbox.azureCaCertificate;
  request(target, { method, headers, ca }, answer => {
    sandbox.clock.advance(ANSWER_MILLISECONDS);
    sent.response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(sent.response);
  }).end(sent.body);
}

async function run(
  [command, ...args]: string[],
  environment: Record<string, string>,
): Promise<void> {
  const env = { ...process.env, ...environment };
  const child = spawn(command, args, { stdio: 'inherit', env });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new InputError(`${command} ended with ${code}`);
}

async function main([file, ...command]: string[]): Promise<void> {
  const sandbox = await startRecordedAzure();
  const recorded: RecordedAzureRequest[] = [];
  const identity = await createServerIdentity();
  const tls = { cert: identity.certificate, key: identity.privateKey };
  const proxy = createServer(tls, async (call, response) => {
    const body = await text(call);
    if (call.url === READING) {
      recorded[recorded.length - 1].reading = JSON.parse(body);
      response.end();
      return;
    }
    recorded.push(toRecorded(call, body));
    passOn(sandbox, { call, body, response });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  const endpoint = `https://localhost:${port}`;
  const folder = await mkdtemp(join(tmpdir(), 'record-azure-'));
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, identity.caCertificate);
  try {
    await run(command, {
      ENDPOINT: endpoint,
      READING: `${endpoint}${READING}`,
      REQUESTS_CA_BUNDLE: caFile,
      AZURE_CONFIG_DIR: join(folder, 'az'),
    });
    await writeFile(file, `${JSON.stringify(recorded, undefined, 2)}\n`);
    await refuseLeaks(file, String(port));
  } finally {
    proxy.close();
    await sandbox.stop();
    await rm(folder, { recursive: true });
  }
}

/** An address of this run would be another at the next. */
async function refuseLeaks(file: string, port: string): Promise<void> {
  const written = await readFile(file, 'utf8');
  const line = written.split('\n').find(one => one.includes(`:${port}`));
  if (line) throw new InputError(`${file} names the port of its run: ${line}`);
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
