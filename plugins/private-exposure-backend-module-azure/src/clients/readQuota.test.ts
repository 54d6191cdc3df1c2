import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { readQuota } from './readQuota';

const quota = (headers: Record<string, string>, method = 'GET', status = 200) =>
  readQuota({ headers: createHttpHeaders(headers), status }, method);

describe('readQuota', () => {
  it('takes the smallest count of the sort of call that was made', () => {
    const headers = {
      'x-ms-ratelimit-remaining-subscription-reads': '249',
      'x-ms-ratelimit-remaining-subscription-global-reads': '120',
      'x-ms-ratelimit-remaining-subscription-writes': '7',
      'x-ms-ratelimit-remaining-subscription-deletes': '5',
    };

    expect(quota(headers).remaining).toBe(120);
    expect(quota(headers, 'PUT').remaining).toBe(5);
    expect(quota({}).remaining).toBe(Infinity);
  });

  it('reads Retry-After in seconds and as a date, of failures only', () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();

    expect(quota({ 'retry-after': '17' }, 'GET', 429).retryAfterMs).toBe(
      17_000,
    );
    expect(
      quota({ 'retry-after': inAMinute }, 'GET', 503).retryAfterMs,
    ).toBeGreaterThan(55_000);
    expect(quota({ 'retry-after': '5' }, 'DELETE', 202).retryAfterMs).toBe(
      undefined,
    );
    expect(quota({ 'retry-after': 'soon' }, 'GET', 429).retryAfterMs).toBe(
      undefined,
    );
  });
});
