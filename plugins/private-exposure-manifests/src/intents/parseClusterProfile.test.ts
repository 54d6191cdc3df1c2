import { InvalidIntentError } from '../errors';
import { parseClusterProfile } from './parseClusterProfile';

const eks = {
  controller: 'aws-load-balancer-controller',
  version: '3.5.0',
  accountId: '012345678901',
  region: 'eu-central-1',
  securityGroups: ['sg-0123456789abcdef0'],
};
const aks = {
  cloud: 'azure',
  version: '1.33.0',
  subscriptionId: '00000000-0000-0000-0000-000000000000',
  resourceGroup: 'nodes',
  location: 'westeurope',
  subnets: [{ name: 'private-link' }],
};

function findFields(entry: unknown): string[] {
  try {
    parseClusterProfile('platform', entry);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidIntentError)) throw error;
    return error.issues.map(({ field }) => field);
  }
}

describe('parseClusterProfile', () => {
  it('reads a cluster on AWS, which needs no cloud', () => {
    expect(parseClusterProfile('platform', eks)).toMatchObject({
      cloud: 'aws',
      name: 'platform',
      account: '012345678901',
      controller: { type: 'aws-load-balancer-controller', version: '3.5.0' },
      securityGroups: [{ id: 'sg-0123456789abcdef0' }],
    });
  });

  it('reads a cluster on Azure, which has one controller', () => {
    expect(parseClusterProfile('platform', aks)).toMatchObject({
      cloud: 'azure',
      subscription: aks.subscriptionId,
      controller: { type: 'cloud-provider-azure', version: '1.33.0' },
      subnets: [{ name: 'private-link' }],
    });
  });

  it.each([
    [{ ...eks, accountId: '1' }, ['accountId']],
    [{ ...eks, controller: undefined }, ['controller']],
    [{ ...eks, securityGroups: ['default'] }, ['securityGroups[0]']],
    [{ ...aks, subscriptionId: undefined }, ['subscriptionId']],
    [{ ...aks, accountId: eks.accountId }, ['accountId']],
    ['eks', ['platform']],
  ])('names the key of %j that is wrong', (entry, fields) => {
    expect(findFields(entry)).toEqual(fields);
  });
});
