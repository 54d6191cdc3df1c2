import { toRequestMessage } from '@postern/backstage-plugin-private-exposure-common';
import { fromAnswer, fromSdkConnection } from './LinkConnection';
import { toSurveyedConnection } from './toSurveyedConnection';
import { SERVICE, stateReader } from './__testUtils__/stateReader';

describe('toSurveyedConnection', () => {
  const ENDPOINT =
    '/subscriptions/BBBB/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/Checkout';
  const connection = (status: string, provisioningState = 'Succeeded') => ({
    id: `${SERVICE}/privateEndpointConnections/Checkout.1`,
    name: 'Checkout.1',
    endpointId: ENDPOINT,
    endpointLocation: 'West Europe',
    status,
    description: 'Please let us in',
    provisioningState,
  });
  const map = (status: string, provisioningState?: string) =>
    toSurveyedConnection(
      connection(status, provisioningState),
      SERVICE.toLowerCase(),
      {
        ...stateReader(),
        subscriptionNames: new Map([['bbbb', 'acme-analytics']]),
      },
    );

  it('tells the consumer by its endpoint', () => {
    expect(map('Pending')).toMatchObject({
      nativeId:
        `${SERVICE}/privateEndpointConnections/Checkout.1`.toLowerCase(),
      requestMessage: 'Please let us in',
      consumer: {
        account: 'bbbb',
        accountName: 'acme-analytics',
        region: 'westeurope',
        endpointId: ENDPOINT.toLowerCase(),
      },
    });
  });

  it('does not take the reason of a decision for what the consumer asked with', () => {
    expect(map('Approved').requestMessage).toBeUndefined();
  });

  it('knows what a template asked with after the decision too, by the id that is kept behind its reason', () => {
    const id = '3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c';
    const approved = {
      ...connection('Approved'),
      description: `Agreed with the shop (${id})`,
    };

    expect(
      toSurveyedConnection(approved, SERVICE.toLowerCase(), {
        ...stateReader(),
        subscriptionNames: new Map(),
      }).requestMessage,
    ).toBe(toRequestMessage(id));
  });

  it.each([
    ['Pending', 'Succeeded', 'pending'],
    ['PENDING', 'Updating', 'pending'],
    ['Approved', 'Succeeded', 'connected'],
    ['approved', 'Updating', 'connecting'],
    ['Approved', 'Failed', 'failed'],
    ['Rejected', 'Updating', 'rejected'],
    ['Disconnected', 'Succeeded', 'disconnected'],
    ['Timeout', '', 'expired'],
    ['Approved', 'Deleting', 'removing'],
    ['Hibernating', 'Succeeded', 'unknown'],
    ['Approved', 'Hibernating', 'connected'],
  ])('%s while %s is %s', (status, provisioningState, state) => {
    const found = map(status, provisioningState);

    expect(found).toMatchObject({ state, nativeState: status });
  });
});

describe('connections of different providers', () => {
  it('follow their service where an answer leaves the id out', () => {
    const found = fromSdkConnection({ name: 'one' }, SERVICE);

    expect(found?.id).toBe(`${SERVICE}/privateEndpointConnections/one`);
  });

  it('are read with or without an s', () => {
    const answer = (state: object) =>
      fromAnswer(
        {
          name: 'one',
          properties: { privateLinkServiceConnectionState: state },
        },
        SERVICE,
      )?.actionsRequired;

    expect(answer({ actionRequired: 'Restart' })).toBe('Restart');
    expect(answer({ actionsRequired: 'Restart' })).toBe('Restart');
  });

  it('are left out where nothing could refer to them', () => {
    expect(fromSdkConnection({}, SERVICE)).toBeUndefined();
    expect(fromAnswer({ properties: {} }, SERVICE)).toBeUndefined();
  });
});
