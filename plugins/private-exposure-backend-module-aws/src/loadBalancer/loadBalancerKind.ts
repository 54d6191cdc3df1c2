import { consoleUrls } from '../consoleUrls';
import type { AwsKind } from '../kinds/AwsKind';
import { inspectLoadBalancer } from './inspection/inspectLoadBalancer';
import { parseLoadBalancerArn } from './mapping/loadBalancerArns';
import { surveyLoadBalancers } from './survey/surveyLoadBalancers';

/**
 * Load balancers that stand behind no endpoint service: application, network, gateway and Classic ones.
 *
 * @internal
 */
export const loadBalancerKind: AwsKind = {
  name: 'aws-load-balancer',
  isNamedBy: nativeId => parseLoadBalancerArn(nativeId) !== undefined,
  survey: surveyLoadBalancers,
  inspect: inspectLoadBalancer,
  // A name to call is all there is: whoever reaches the network needs nothing set up.
  describeConnecting: ({ address }) => ({
    address,
    addressLabel: 'DNS name',
    snippets: [],
  }),
  consoleUrl: nativeId => {
    const found = parseLoadBalancerArn(nativeId);
    if (!found) return undefined;
    return found.classicName
      ? consoleUrls.classicLoadBalancer(found, found.classicName)
      : consoleUrls.loadBalancer(found, nativeId);
  },
};
