import { AwsFault } from '../../world';

interface Listed {
  sequence: number;
}

interface PageToken {
  /** Sequence of the last record that was given. */
  after: number;
  /** Number of the page that the token leads to; the first is 1. */
  page: number;
}

/** A page and the token of the next one. @internal */
export interface Page<TRecord> {
  records: TRecord[];
  nextToken?: string;
}

/** How many records a page may have. @internal */
export interface PageLimits {
  /** Name of the size parameter in messages. */
  parameter: string;
  minimum: number;
  maximum: number;
  /** True cuts larger sizes to the maximum, false refuses them. */
  isCapped: boolean;
  /** How many there are if the request does not say; default the maximum. */
  standard?: number;
  /** The error code for a token that leads nowhere. */
  badTokenCode: string;
  /** The error code for a size that is refused; default `ValidationError`. */
  badSizeCode?: string;
}

/** The describe operations of EC2. @internal */
export const ec2PageLimits: PageLimits = {
  parameter: 'maxResults',
  minimum: 5,
  maximum: 1000,
  isCapped: true,
  badTokenCode: 'InvalidNextToken',
  badSizeCode: 'InvalidParameterValue',
};

/** The describe operations of ELBv2. @internal */
export const elbv2PageLimits: PageLimits = {
  parameter: 'PageSize',
  minimum: 1,
  maximum: 400,
  isCapped: false,
  badTokenCode: 'ValidationError',
};

function encodeToken(token: PageToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function decodeToken(text: string): PageToken | undefined {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    if (typeof value !== 'object' || value === null) return undefined;
    const { after, page } = { after: undefined, page: undefined, ...value };
    return typeof after === 'number' && typeof page === 'number'
      ? { after, page }
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What the services call the token of a page in their requests. */
const TOKEN_NAMES = [
  'NextToken',
  'nextToken',
  'Marker',
  'NextMarker',
  'PaginationToken',
];

/**
 * A page's answer with a token, one that leads behind all records if it has
 * none; unchanged if the operation does not page.
 *
 * @internal
 */
export function withToken(
  answer: Record<string, unknown>,
  request: { input: Record<string, unknown>; members: readonly string[] },
): Record<string, unknown> {
  const name = TOKEN_NAMES.find(one => request.members.includes(one));
  if (name === undefined || answer[name] !== undefined) return answer;
  const token = {
    after: Number.MAX_SAFE_INTEGER,
    page: pageOfInput(request.input) + 1,
  };
  return { ...answer, [name]: encodeToken(token) };
}

/** The page that a request asks for; 1 without a token. @internal */
export function pageOfInput(input: Record<string, unknown>): number {
  const token = TOKEN_NAMES.map(name => input[name]).find(
    value => typeof value === 'string' && value !== '',
  );
  return typeof token === 'string' ? decodeToken(token)?.page ?? 1 : 1;
}

function pageSize(size: number | undefined, limits: PageLimits): number {
  if (size === undefined) return limits.standard ?? limits.maximum;
  if (size < limits.minimum || (!limits.isCapped && size > limits.maximum)) {
    throw new AwsFault(
      limits.badSizeCode ?? 'ValidationError',
      `Value ( ${size} ) for parameter ${limits.parameter} is invalid. Expecting a value between ${limits.minimum} and ${limits.maximum}.`,
    );
  }
  return Math.min(size, limits.maximum);
}

/**
 * Cuts a page out of records in ascending sequence. Tokens name a place in the
 * sequence, so records that come and go meanwhile neither repeat nor hide
 * others.
 *
 * @internal
 */
export function pageOf<TRecord extends Listed>(
  records: TRecord[],
  request: { size?: number; token?: string; limits: PageLimits },
): Page<TRecord> {
  const size = pageSize(request.size, request.limits);
  const token = request.token
    ? decodeToken(request.token)
    : { after: 0, page: 1 };
  if (!token) {
    throw new AwsFault(
      request.limits.badTokenCode,
      `The token '${request.token}' is invalid`,
    );
  }
  const rest = records.filter(record => record.sequence > token.after);
  const page = rest.slice(0, size);
  const last = page[page.length - 1];
  return {
    records: page,
    nextToken:
      rest.length > size
        ? encodeToken({ after: last.sequence, page: token.page + 1 })
        : undefined,
  };
}
