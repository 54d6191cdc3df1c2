import type { PipelineResponse } from '@azure/core-rest-pipeline';

/** What an answer says about further calls. @internal */
export interface Quota {
  /** How many calls of this sort are left; infinite if the answer does not say. */
  remaining: number;
  /** How long to wait before the next one, if the answer asks for that. */
  retryAfterMs?: number;
}

const REMAINING = /^x-ms-ratelimit-remaining-.*(reads|writes|deletes)$/;

/**
 * Reads the headers by which Azure Resource Manager tells how much is left.
 *
 * @remarks
 * `x-ms-ratelimit-remaining-subscription-reads`, `-global-reads`, `-writes`, `-deletes` and the tenant's ones ("Understand
 * how Azure Resource Manager throttles requests"). `Retry-After` holds seconds or a date (RFC 9110, 10.2.3). On an answer
 * that is no failure it speaks of an operation in the background, not of the quota.
 *
 * @internal
 */
export function readQuota(
  { headers, status }: Pick<PipelineResponse, 'headers' | 'status'>,
  method: string,
): Quota {
  const sort = method === 'GET' || method === 'HEAD' ? 'reads' : undefined;
  let remaining = Infinity;
  for (const [name, value] of headers) {
    const [, counted] = REMAINING.exec(name.toLowerCase()) ?? [];
    const isOurs = sort ? counted === sort : counted && counted !== 'reads';
    if (isOurs && /^\d+$/.test(value)) {
      remaining = Math.min(remaining, Number(value));
    }
  }
  return {
    remaining,
    retryAfterMs:
      status >= 400 ? toMilliseconds(headers.get('retry-after')) : undefined,
  };
}

/**
 * A `Retry-After` in milliseconds from now; `undefined` if it is none.
 *
 * @internal
 */
export function toMilliseconds(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
