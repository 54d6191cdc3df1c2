/**
 * Records what a client of AWS sends. From `packages/sandbox`, with boto3 and the `aws` CLI installed:
 *
 *     record="node --require @backstage/cli/config/nodeTransform.cjs src/recordedClients/record.ts"
 *     here=src/recordedClients
 *     $record $here/__fixtures__/boto3.json python3 $here/boto3_calls.py
 *     $record $here/__fixtures__/aws-cli.json bash $here/aws_cli_calls.sh
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, IncomingMessage, request } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { InputError } from '@backstage/errors';
import { parseSignatureHeader } from '../aws/auth/signature';
import { RecordedRequest } from './RecordedRequest';
import { startRecordedWorld } from './startRecordedWorld';

/** What must be there again when the request is repeated; a user agent tells of the machine and stays out. */
function toRecorded(call: IncomingMessage, body: string): RecordedRequest {
  const authorization = call.headers.authorization ?? '';
  const signed = parseSignatureHeader(authorization)?.signedHeaders ?? [];
  const headers = Object.fromEntries(
    ['content-type', ...signed].map(name => [
      name,
      String(call.headers[name] ?? ''),
    ]),
  );
  const { method = '', url = '' } = call;
  return { method, url, headers: { ...headers, authorization }, body };
}

async function main([file, command, ...args]: string[]): Promise<void> {
  const sandbox = await startRecordedWorld();
  const recorded: RecordedRequest[] = [];
  const proxy = createServer(async (call, response) => {
    const body = await text(call);
    recorded.push(toRecorded(call, body));
    const { method, url, headers } = call;
    request(
      new URL(url ?? '/', sandbox.urls.aws),
      { method, headers },
      answer => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    ).end(body);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: sandbox.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: sandbox.credentials.secretAccessKey,
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
    },
  });
  const [code] = await once(child, 'exit');
  proxy.close();
  await sandbox.stop();
  if (code !== 0) throw new InputError(`${command} ended with ${code}`);
  await writeFile(file, `${JSON.stringify(recorded, undefined, 2)}\n`);
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
