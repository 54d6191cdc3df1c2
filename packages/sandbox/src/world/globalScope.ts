import { Scope } from './types';

/** Where AWS keeps what belongs to an account and to no region. @public */
export const GLOBAL_REGION = 'us-east-1';

/**
 * The scope of an account's global resources: distributions, hosted zones and
 * IAM are served from one region only.
 *
 * @public
 */
export function globalScope(accountId: string): Scope {
  return { accountId, region: GLOBAL_REGION };
}
