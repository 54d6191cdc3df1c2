import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { WireRequest } from '../wire/Codec';

/** What an `Authorization` header of Signature Version 4 says. @internal */
export interface SignatureHeader {
  accessKeyId: string;
  date: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
}

/** A request as far as its signature covers it. @internal */
export type SignedRequest = WireRequest;

/** Reads the header; anything else than Signature Version 4 is undefined. @internal */
export function parseSignatureHeader(
  header: string | undefined,
): SignatureHeader | undefined {
  const match =
    /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request,\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      header ?? '',
    );
  if (!match) return undefined;
  const [, accessKeyId, date, region, service, signedHeaders, signature] =
    match;
  return {
    accessKeyId,
    date,
    region,
    service,
    signedHeaders: signedHeaders.split(';'),
    signature,
  };
}

function sha256(value: string): string {
  return createHash('sha256').update(value, 'utf8').digest('hex');
}

function hmac(key: string | Buffer, value: string): Buffer {
  return createHmac('sha256', key).update(value, 'utf8').digest();
}

/** Encodes each part of a path once more, as all services but S3 have it. */
function canonicalPath(path: string): string {
  return path
    .split('/')
    .map(part =>
      encodeURIComponent(part).replace(
        /[!'()*]/g,
        letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
}

/** The parts of a query in order; each has an equals sign. */
function canonicalQuery(query: string): string {
  return query
    .split('&')
    .map(part => (part === '' || part.includes('=') ? part : `${part}=`))
    .sort()
    .join('&');
}

function canonicalRequest(
  request: SignedRequest,
  signedHeaders: string[],
): string {
  const [path, query = ''] = request.url.split('?');
  const headers = signedHeaders.map(name => {
    const value = [request.headers[name] ?? ''].flat().join(',');
    return `${name}:${value.trim().replace(/ +/g, ' ')}\n`;
  });
  const bodyHash = request.headers['x-amz-content-sha256'];
  return [
    request.method,
    canonicalPath(path),
    canonicalQuery(query),
    headers.join(''),
    signedHeaders.join(';'),
    // The header may only repeat the hash; a body that was changed must fail.
    bodyHash === 'UNSIGNED-PAYLOAD' ? bodyHash : sha256(request.body),
  ].join('\n');
}

/** Whether the signature was made with this secret over this request. @internal */
export function isSignatureValid(
  request: SignedRequest,
  header: SignatureHeader,
  secretAccessKey: string,
): boolean {
  const { date, region, service, signedHeaders } = header;
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = [
    'AWS4-HMAC-SHA256',
    String(request.headers['x-amz-date'] ?? ''),
    scope,
    sha256(canonicalRequest(request, signedHeaders)),
  ].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (current, part) => hmac(current, part),
    `AWS4${secretAccessKey}`,
  );
  const expected = hmac(key, toSign);
  return timingSafeEqual(expected, Buffer.from(header.signature, 'hex'));
}
