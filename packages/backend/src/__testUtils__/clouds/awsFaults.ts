import type { Refusal, SourceFault } from './CloudStory';

/** Meets the calls to the account of `ledger`. */
const inPayments = { cloud: 'aws', accountId: '222233334444' } as const;

/** What befalls the listings of AWS. */
export const awsSourceFaults: SourceFault[] = [
  {
    name: 'throttling that does not end',
    fault: {
      ...inPayments,
      action: 'DescribeVpcEndpointConnections',
      effect: { type: 'error', code: 'RequestLimitExceeded', status: 503 },
    },
    state: 'stale',
    reason: /RequestLimitExceeded/,
  },
  {
    name: 'an internal error of the service',
    fault: {
      ...inPayments,
      action: 'DescribeVpcEndpointServiceConfigurations',
      effect: { type: 'error', code: 'InternalError', status: 500 },
    },
    state: 'failed',
    reason: /InternalError/,
  },
  {
    name: 'no answer',
    fault: {
      ...inPayments,
      action: 'DescribeVpcEndpointServiceConfigurations',
      effect: { type: 'timeout' },
    },
    state: 'failed',
    reason: /time/i,
  },
  {
    name: 'a connection that breaks',
    fault: {
      ...inPayments,
      action: 'DescribeVpcEndpointServiceConfigurations',
      effect: { type: 'reset' },
    },
    state: 'failed',
    reason: /ECONNRESET|socket|reset/i,
  },
  {
    // Listed after the services.
    name: 'no list of the load balancers',
    fault: {
      ...inPayments,
      action: 'DescribeLoadBalancers',
      effect: { type: 'reset' },
    },
    state: 'stale',
    reason: /ECONNRESET|socket|reset/i,
  },
  {
    name: 'a listing that ends half way',
    fault: {
      ...inPayments,
      action: 'DescribeVpcEndpointServiceConfigurations',
      effect: { type: 'failed-page', page: 2, code: 'Unavailable' },
    },
    state: 'stale',
    reason: /Unavailable/,
  },
  {
    name: 'a permission that was taken away',
    fault: {
      ...inPayments,
      action: 'DescribeVpcEndpointServiceConfigurations',
      effect: { type: 'error', code: 'UnauthorizedOperation', status: 403 },
    },
    state: 'failed',
    reason: /'ec2:DescribeVpcEndpointServiceConfigurations'/,
  },
];

/** How AWS says no to a verdict. */
export const awsRefusals: Refusal[] = [
  {
    name: 'an approval that the answer calls unsuccessful',
    verdict: 'approve',
    fault: {
      action: 'AcceptVpcEndpointConnections',
      effect: {
        type: 'unsuccessful',
        code: 'InvalidState',
        message: 'It cannot be accepted now',
      },
    },
    message: /It cannot be accepted now/,
    leaves: 'pending',
  },
  {
    name: 'a removal that the answer calls unsuccessful',
    verdict: 'remove',
    fault: {
      action: 'RejectVpcEndpointConnections',
      effect: {
        type: 'unsuccessful',
        code: 'InvalidState',
        message: 'It cannot be rejected now',
      },
    },
    message: /It cannot be rejected now/,
    leaves: 'connected',
  },
  {
    name: 'a rejection that is an error',
    verdict: 'reject',
    fault: {
      action: 'RejectVpcEndpointConnections',
      effect: {
        type: 'error',
        code: 'InvalidParameter',
        message: 'No such thing',
        status: 400,
      },
    },
    message: /No such thing/,
    leaves: 'pending',
  },
  {
    name: 'an approval that the role may not give',
    verdict: 'approve',
    fault: {
      action: 'AcceptVpcEndpointConnections',
      effect: { type: 'error', code: 'UnauthorizedOperation', status: 403 },
    },
    message: /'ec2:AcceptVpcEndpointConnections'/,
    leaves: 'pending',
  },
];
