const maxLength = 1000;

// What clouds' and clients' messages were seen to carry: access key ids, signed addresses, bearer tokens, JSON web
// tokens, account keys, credentials in addresses.
const patterns: readonly [RegExp, string][] = [
  [/\b(?:A3T[A-Z0-9]|AKIA|ASIA)[A-Z0-9]{12,}\b/g, '[access key]'],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, '[token]'],
  [/\b(?:Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '[authorization]'],
  [
    /(X-Amz-(?:Signature|Security-Token|Credential)=)[^&\s"'<>]+/gi,
    '$1[hidden]',
  ],
  [/([?&](?:sig|code|key|token)=)[^&\s"'<>]+/gi, '$1[hidden]'],
  [
    /((?:secret|password|passwd|token|account_?key|signature|credential)[\w-]*["']?\s*[:=]\s*["']?)[^\s"',;&]+/gi,
    '$1[hidden]',
  ],
  [/(\w+:\/\/)[^/\s:@]+:[^/\s@]+@/g, '$1[hidden]@'],
];

/**
 * Turns an error into one short text that may be stored and shown: without credentials, without a stack.
 *
 * @internal
 */
export function scrubSecrets(error: unknown): string {
  const text = error instanceof Error ? describe(error) : String(error);
  const scrubbed = patterns.reduce(
    (rest, [pattern, by]) => rest.replace(pattern, by),
    text.replace(/\s+/g, ' ').trim(),
  );
  return scrubbed.length > maxLength
    ? `${scrubbed.slice(0, maxLength - 1)}…`
    : scrubbed;
}

function describe(error: Error): string {
  const isPlain = error.name === 'Error' || error.message.includes(error.name);
  return isPlain ? error.message : `${error.name}: ${error.message}`;
}
