import { defaultAzureCredentials } from 'sandbox';
import type { Refusal, SourceFault } from './CloudStory';

/** Meets the calls to the subscription of `ledger`. */
const inPayments = {
  cloud: 'azure',
  accountId: defaultAzureCredentials.subscriptionId,
} as const;
const LIST = 'PrivateLinkServices_ListBySubscription';
const UPDATE = 'PrivateLinkServices_UpdatePrivateEndpointConnection';
const DELETE = 'PrivateLinkServices_DeletePrivateEndpointConnection';

/** What befalls the listings of Azure. */
export const azureSourceFaults: SourceFault[] = [
  {
    // The services bring their connections along, so it begins with a later page.
    name: 'throttling that does not end',
    fault: {
      ...inPayments,
      action: LIST,
      effect: {
        type: 'failed-page',
        page: 2,
        code: 'SubscriptionRequestsThrottled',
        status: 429,
      },
    },
    state: 'stale',
    reason: /SubscriptionRequestsThrottled/,
  },
  {
    name: 'an internal error of the service',
    fault: {
      ...inPayments,
      action: LIST,
      effect: { type: 'error', code: 'InternalServerError', status: 500 },
    },
    state: 'failed',
    reason: /InternalServerError/,
  },
  {
    name: 'no answer',
    fault: { ...inPayments, action: LIST, effect: { type: 'timeout' } },
    state: 'failed',
    reason: /No answer to .* within/,
  },
  {
    name: 'a connection that breaks',
    fault: { ...inPayments, action: LIST, effect: { type: 'reset' } },
    state: 'failed',
    reason: /ECONNRESET|socket|reset/i,
  },
  {
    name: 'a listing that ends half way',
    fault: {
      ...inPayments,
      action: LIST,
      effect: { type: 'failed-page', page: 2, code: 'ServerTimeout' },
    },
    state: 'stale',
    reason: /ServerTimeout/,
  },
  {
    name: 'a permission that was taken away',
    fault: {
      ...inPayments,
      action: LIST,
      effect: { type: 'error', code: 'AuthorizationFailed', status: 403 },
    },
    state: 'failed',
    reason: /'Microsoft.Network\/privateLinkServices\/read'/,
  },
];

/** How Azure says no to a verdict. */
export const azureRefusals: Refusal[] = [
  {
    // Azure's answers have no list of what was unsuccessful: the counterpart is an error, …
    name: 'an approval that is an error',
    verdict: 'approve',
    fault: {
      action: UPDATE,
      effect: {
        type: 'error',
        code: 'PrivateEndpointConnectionIsDisconnected',
        message: 'It cannot be approved now',
        status: 400,
      },
    },
    message: /It cannot be approved now/,
    leaves: 'pending',
  },
  {
    // … the connection as it was, …
    name: 'a rejection that is answered with the connection as it was',
    verdict: 'reject',
    fault: { action: UPDATE, effect: { type: 'unsuccessful' } },
    message: /left the connection 'Pending'/,
    leaves: 'pending',
  },
  {
    // … or an operation in the background that was taken, and ends failed.
    name: 'a removal whose operation ends failed',
    verdict: 'remove',
    fault: {
      action: DELETE,
      effect: {
        type: 'unsuccessful',
        code: 'CannotDeleteConnection',
        message: 'It cannot be removed now',
      },
    },
    message: /It cannot be removed now/,
    // Azure lets the consumer through all the same.
    leaves: 'failed',
  },
  {
    name: 'an approval that the role may not give',
    verdict: 'approve',
    fault: {
      action: UPDATE,
      effect: { type: 'error', code: 'AuthorizationFailed', status: 403 },
    },
    message:
      /'Microsoft.Network\/privateLinkServices\/privateEndpointConnections\/write'/,
    leaves: 'pending',
  },
];
