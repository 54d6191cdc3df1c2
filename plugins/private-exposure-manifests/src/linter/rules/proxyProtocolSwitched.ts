import { isAzureTrueTrimmed } from '../../values/azureParsers';
import { parseStringMap } from '../../values/goParsers';
import { changedNode } from '../changes/changedNode';
import { mayHaveLoadBalancer } from '../changes/mayHaveLoadBalancer';
import { createRule } from '../createRule';
import { ServiceTarget } from '../targets';
import { findAnnotation } from '../targets/Placed';
import { AWS, AZURE, exampleService } from './examples';

const ALL = `${AWS}proxy-protocol`;
const ATTRIBUTES = `${AWS}target-group-attributes`;
const PRIVATE_LINK = `${AZURE}pls-proxy-protocol`;
const service = (annotations: string[]) => exampleService(annotations);

function isOn(side: ServiceTarget): boolean {
  const valueOf = (key: string) => findAnnotation(side, key)?.value ?? '';
  return (
    valueOf(ALL) === '*' ||
    parseStringMap(valueOf(ATTRIBUTES))?.['proxy_protocol_v2.enabled'] ===
      'true' ||
    isAzureTrueTrimmed(valueOf(PRIVATE_LINK))
  );
}

/** The first line that targets read of every connection comes, or no longer comes. @internal */
export const proxyProtocolSwitched = createRule({
  id: 'change/proxy-protocol-switched',
  severity: 'warning',
  reads: 'change',
  page: {
    summary:
      'A merge would switch the proxy protocol on or off at a live load balancer.',
    why: 'Targets that expect its header refuse connections without it, and others take it for a garbled request. Until both sides say the same, nobody gets through.',
    before: service([`${ALL}: "*"`]),
    bad: service([]),
    good: service([`${ALL}: "*"`]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#proxy-protocol',
  },
  check(target, report) {
    if (target.subject !== 'service' || !target.after) return;
    const { before, after, name } = target;
    if (before.isPartial || after.isPartial) return;
    if (!mayHaveLoadBalancer(before)) return;
    if (isOn(before) === isOn(after)) return;
    const [from, to] = [before, after].map(side => (isOn(side) ? 'on' : 'off'));
    report({
      at: changedNode(before, after, [ALL, ATTRIBUTES, PRIVATE_LINK]),
      message: `A merge switches the proxy protocol of ${name} ${to}; targets that are not switched with it refuse all connections`,
      remedy:
        'Let targets take both first, or make a second Service beside it and move over.',
      evidence: [
        { label: 'proxy protocol before', value: from },
        { label: 'proxy protocol after', value: to },
      ],
    });
  },
});
