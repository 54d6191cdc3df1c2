import {
  DescribeListenerCertificatesCommand,
  DescribeRulesCommand,
  type Rule,
  type RuleCondition,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { readAll } from '../../clients/readPages';
import type { Listener } from '../../inspection/InspectedLoadBalancer';
import {
  type InspectionContext,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { forwardedTo } from '../../inspection/readListeners';
import type { ListenerRule } from './LoadBalancerInspection';

/**
 * Reads the rules of listeners for HTTP: a call for each. Those of other listeners there are none.
 *
 * @internal
 */
export async function readListenerRules(
  listeners: readonly Listener[],
  { callers, signal }: InspectionContext,
): Promise<ListenerRule[]> {
  const withRules = listeners.filter(({ protocol }) =>
    /^HTTPS?$/.test(protocol),
  );
  const rules = await mapWithLimit(withRules, LOOKS_AT_ONCE, ({ arn }) =>
    readAll(
      Marker =>
        callers.elb.send(
          new DescribeRulesCommand({ ListenerArn: arn, Marker }),
          { signal },
        ),
      { items: page => page.Rules, nextToken: page => page.NextMarker },
    ),
  );
  return rules.flat().flatMap(rule => toListenerRule(rule) ?? []);
}

/**
 * Reads the certificates that encrypted listeners answer with, the one they answer with by default among them: a call for
 * each listener.
 *
 * @internal
 */
export async function readListenerCertificateArns(
  listeners: readonly Listener[],
  { callers, signal }: InspectionContext,
): Promise<string[]> {
  const encrypted = listeners.filter(({ protocol }) =>
    /^(HTTPS|TLS)$/.test(protocol),
  );
  const certificates = await mapWithLimit(encrypted, LOOKS_AT_ONCE, ({ arn }) =>
    readAll(
      Marker =>
        callers.elb.send(
          new DescribeListenerCertificatesCommand({
            ListenerArn: arn,
            Marker,
          }),
          { signal },
        ),
      { items: page => page.Certificates, nextToken: page => page.NextMarker },
    ),
  );
  return certificates
    .flat()
    .flatMap(({ CertificateArn }) => CertificateArn ?? []);
}

/**
 * A rule as the path reads it; `undefined` for an entry without an ARN, and for the default one, which the listener
 * itself tells.
 *
 * @internal
 */
export function toListenerRule(rule: Rule): ListenerRule | undefined {
  if (!rule.RuleArn || rule.IsDefault) return undefined;
  return {
    arn: rule.RuleArn,
    conditions: (rule.Conditions ?? []).flatMap(textsOf),
    targetGroupArns: forwardedTo(rule.Actions),
  };
}

/** `Values` is the older form of host names and paths; the API sends both. */
function textsOf(condition: RuleCondition): string[] {
  const { HostHeaderConfig, PathPatternConfig, Values } = condition;
  return (
    HostHeaderConfig?.Values ??
    PathPatternConfig?.Values ??
    Values ?? [condition.Field ?? '']
  );
}
