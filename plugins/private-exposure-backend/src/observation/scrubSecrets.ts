import { toError } from '@backstage/errors';

const maxLength = 1000;
// Some answers are whole pages. What is cut off here could not be shown anyhow.
const maxRead = 20_000;

// Names of errors carry the words that label secrets: `CredentialsProviderError: Could not …`. AWS' own have no ending
// to know them by, but a sentence follows.
const errorNames =
  /(?<=^|[\s([])(\w+(?:Error|Exception|Fault)(?=: )|(?:(?:Expired|Incomplete|Invalid|Missing)\w+|\w+DoesNotMatch|[Cc]redentials)(?=: [A-Z][a-z']* [a-z]))/;

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
  // What `fetch` says of a header that it cannot send, such as a token with a line break.
  [
    /(?<=\bHeaders\.\w{1,20}: )"[^]*"(?= is an invalid header value)/,
    '"[hidden]"',
  ],
  // A value in quotes goes to the closing one, or to the end: also within JSON that is text in JSON.
  [
    /(?<label>(?:secret|password|passwd|token|account_?key|signature|credential)[\w-]*(?:\\?["'])?\s*[:=]\s*)(?:(?<escaped>\\["'])(?:(?!\\["']).)*(?:\\["']|$)|(?<quote>["'])(?:\\.|(?!\k<quote>).)*(?:\k<quote>|$)|[^\s"',;&]+)/gi,
    '$<label>$<escaped>$<quote>[hidden]$<escaped>$<quote>',
  ],
  [/(\b\w+:\/\/)[^/\s:@]+:[^/\s@]+@/g, '$1[hidden]@'],
];

/**
 * Turns an error into one short text that may be stored and shown: without credentials, without a stack.
 *
 * @internal
 */
export function scrubSecrets(error: unknown): string {
  const text = error instanceof Error ? describe(error) : String(error);
  const line = text.slice(0, maxRead).replace(/\s+/g, ' ').trim();
  const scrubbed = line
    .split(errorNames)
    .map((part, index) => (index % 2 === 1 ? part : hide(part)))
    .join('');
  return scrubbed.length > maxLength
    ? `${scrubbed.slice(0, maxLength - 1)}…`
    : scrubbed;
}

/**
 * An error that may leave the backend in place of another one: of the same name, with a text without credentials.
 *
 * @internal
 */
export function scrubError(error: unknown): Error {
  const { name, message } = toError(error);
  return Object.assign(new Error(scrubSecrets(message)), { name });
}

function hide(text: string): string {
  return patterns.reduce(
    (rest, [pattern, by]) => rest.replace(pattern, by),
    text,
  );
}

function describe(error: Error): string {
  const isPlain = error.name === 'Error' || error.message.includes(error.name);
  return isPlain ? error.message : `${error.name}: ${error.message}`;
}
