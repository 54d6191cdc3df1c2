import { AzureFault } from '../../azureWorld';
import { ArmAnswer, ArmCall } from './ArmOperation';

interface Listed {
  sequence: number;
  visibleAt: number;
}

interface SkipToken {
  /** Sequence of the last record that was given. */
  after: number;
  /** Number of the page that the token leads to; the first is 1. */
  page: number;
}

const PARAMETER = '$skipToken';

function readToken(query: URLSearchParams): SkipToken {
  const text = [...query].find(
    ([name]) => name.toLowerCase() === PARAMETER.toLowerCase(),
  )?.[1];
  if (text === undefined) return { after: 0, page: 1 };
  const match = /^(\d+)\.(\d+)$/.exec(
    Buffer.from(text, 'base64url').toString('utf8'),
  );
  if (match) return { after: Number(match[1]), page: Number(match[2]) };
  throw new AzureFault('InvalidSkipToken', `The skip token is invalid.`);
}

/** The page that a query asks for. @internal */
export function pageNumberOf(query: URLSearchParams): number {
  return readToken(query).page;
}

/**
 * The page of a listing that a call asks for, without what is too new to be
 * seen. Tokens name a place in the sequence, so resources that come and go
 * meanwhile neither repeat nor hide others.
 *
 * @internal
 */
export function pageOf<TRecord extends Listed>(
  call: ArmCall,
  records: TRecord[],
  present: (record: TRecord) => unknown,
): ArmAnswer {
  const { after, page } = readToken(call.query);
  const now = call.azure.clock.now();
  const rest = records.filter(
    record => record.sequence > after && record.visibleAt <= now,
  );
  const shown = rest.slice(0, call.pageSize);
  if (rest.length <= call.pageSize) {
    return { status: 200, body: { value: shown.map(present) } };
  }
  const next = new URL(call.url, call.baseUrl);
  const last = shown[shown.length - 1];
  next.searchParams.delete(PARAMETER);
  next.searchParams.set(
    PARAMETER,
    Buffer.from(`${last.sequence}.${page + 1}`).toString('base64url'),
  );
  return {
    status: 200,
    body: { value: shown.map(present), nextLink: next.href },
  };
}
