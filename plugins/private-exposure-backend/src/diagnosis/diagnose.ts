import type { Finding } from '@postern/backstage-plugin-private-exposure-common';
import type { BackendRule, BackendRuleInput } from './BackendRule';
import { pendingTooLong } from './pendingTooLong';

const rules: readonly BackendRule[] = [pendingTooLong];

/** What the rules notice that hold for every cloud. @internal */
export function diagnose(input: BackendRuleInput): Finding[] {
  return rules.flatMap(rule => rule(input));
}
