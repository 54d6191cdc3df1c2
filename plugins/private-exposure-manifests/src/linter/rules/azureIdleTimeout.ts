import { parseGoInteger } from '../../values/goParsers';
import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const NAME = 'azure-load-balancer-tcp-idle-timeout';
// Minutes after which a private link service closes an idle connection, whatever the load balancer says.
const LINK_IDLE_TIMEOUT = 5;
const service = (minutes: number) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}pls-create: "true"`,
    `${AZURE}load-balancer-tcp-idle-timeout: "${minutes}"`,
  ]);

/** An idle timeout that the private link in front never lets come. @internal */
export const azureIdleTimeout = createRule({
  id: 'azure/idle-timeout',
  severity: 'warning',
  reads: 'service',
  about: [`${AZURE}load-balancer-tcp-idle-timeout`],
  page: {
    summary: 'The idle timeout is longer than a private link’s.',
    why: 'A private link service closes connections that were idle for about five minutes (300 seconds). A longer timeout behind it leaves one side believing in a connection that is gone; keepalives have to come sooner.',
    bad: service(30),
    good: service(4),
    source:
      'https://learn.microsoft.com/azure/private-link/private-link-service-overview#limitations',
  },
  check(target, report) {
    const node = annotationOf(target, NAME);
    const create = annotationOf(target, 'azure-pls-create');
    const minutes = node && parseGoInteger(node.value.trim());
    if (!node || !/^\s*true\s*$/i.test(create?.value ?? '')) return;
    if (minutes === undefined || minutes <= LINK_IDLE_TIMEOUT) return;
    report({
      at: node,
      message: `A private link closes idle connections after ${LINK_IDLE_TIMEOUT} minutes, long before the ${minutes} of this load balancer`,
      remedy:
        'Send keepalives more often than every 240 s, and leave the timeout as it is by default.',
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
