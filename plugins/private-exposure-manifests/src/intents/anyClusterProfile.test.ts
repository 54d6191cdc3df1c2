import { InvalidIntentError } from '../errors';
import {
  AnyClusterProfile,
  anyClusterProfileSchema,
} from './anyClusterProfile';
import { parseIntent } from './parseIntent';

const parse = (input: object): AnyClusterProfile =>
  parseIntent(anyClusterProfileSchema, input);

const eks = {
  name: 'platform-eu',
  controller: { type: 'aws-load-balancer-controller', version: '3.5.0' },
  account: '012345678901',
  region: 'eu-central-1',
};
const aks = {
  cloud: 'azure',
  name: 'platform-we',
  subscription: '00000000-0000-0000-0000-000000000000',
  resourceGroup: 'MC_platform_platform-we_westeurope',
  location: 'westeurope',
};

function findFields(input: object): string[] {
  try {
    parse(input);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidIntentError)) throw error;
    return error.issues.map(({ field }) => field);
  }
}

describe('anyClusterProfileSchema', () => {
  it('takes a profile that names no cloud for one of AWS', () => {
    expect(parse(eks)).toMatchObject({
      cloud: 'aws',
      partition: 'aws',
      controller: { type: 'aws-load-balancer-controller', webhook: true },
    });
  });

  it('takes a cluster in EKS Auto Mode', () => {
    expect(
      parse({ ...eks, controller: { type: 'eks-auto-mode' } }),
    ).toMatchObject({ cloud: 'aws', controller: { type: 'eks-auto-mode' } });
  });

  it('takes a cluster on Azure', () => {
    expect(
      parse({
        ...aks,
        controller: { type: 'cloud-provider-azure', version: '1.33.0' },
        externalDnsVersion: '0.22.0',
        externalDnsDomains: ['example.com'],
        vnet: 'platform',
        subnets: [{ name: 'private-link', cidr: '10.1.0.0/24' }],
      }),
    ).toMatchObject({ cloud: 'azure', subnets: [{ name: 'private-link' }] });
    expect(parse(aks)).toMatchObject({
      controller: { type: 'cloud-provider-azure' },
    });
  });

  it.each([
    [{ ...eks, cloud: 'gcp' }, ['cloud']],
    [{ ...eks, account: '1' }, ['account']],
    [{ ...eks, controller: { type: 'traefik' } }, ['controller.type']],
    [{ ...eks, subscription: aks.subscription }, ['subscription']],
    [{ ...aks, subscription: 'platform' }, ['subscription']],
    [{ ...aks, location: 'West Europe' }, ['location']],
    [{ ...aks, account: eks.account }, ['account']],
    [
      { ...aks, subnets: [{ name: '/subscriptions/0/subnets/a' }] },
      ['subnets[0].name'],
    ],
    [
      { cloud: 'azure', name: 'a' },
      ['subscription', 'resourceGroup', 'location'],
    ],
  ])('names the field of %j that is wrong', (input, fields) => {
    expect(findFields(input)).toEqual(fields);
  });
});
