import { ConfigReader } from '@backstage/config';
import { DEFAULT_OWNER_TAG } from '@postern/backstage-plugin-private-exposure-common';
import {
  getAwsClusterProfile,
  getClusterProfile,
  readClusterProfiles,
  readOwnerTag,
} from './config';
import { config } from './__testUtils__/demoWorld';

const profile = config.privateExposure.clusters['platform-eu'];

const aks = {
  cloud: 'azure',
  subscriptionId: '00000000-0000-0000-0000-000000000001',
  resourceGroup: 'MC_payments',
  location: 'westeurope',
};
const auto = {
  controller: 'eks-auto-mode',
  accountId: '111122223333',
  region: 'eu-west-1',
};

function read(clusters: Record<string, object>) {
  return readClusterProfiles(
    new ConfigReader({ privateExposure: { clusters } } as never),
  );
}

describe('readClusterProfiles', () => {
  it('reads each cluster into a profile', () => {
    const profiles = read({ 'platform-eu': profile });

    expect(profiles.get('platform-eu')).toMatchObject({
      name: 'platform-eu',
      controller: {
        type: 'aws-load-balancer-controller',
        version: '3.5.0',
      },
      partition: 'aws',
      account: '111122223333',
      region: 'eu-west-1',
      vpc: 'vpc-0a1b2c3d4e5f60001',
      securityGroups: [{ id: 'sg-0a1b2c3d4e5f6b001' }],
    });
    expect(profiles.get('platform-eu')?.subnets).toEqual(profile.subnets);
  });

  it('reads clusters on Azure and in EKS Auto Mode', () => {
    const profiles = read({ aks, auto });

    expect(profiles.get('aks')).toMatchObject({
      cloud: 'azure',
      resourceGroup: 'MC_payments',
    });
    expect(profiles.get('auto')?.controller).toEqual({ type: 'eks-auto-mode' });
  });

  it('leaves the paths of a cluster to the command line', () => {
    const profiles = read({ 'platform-eu': { ...profile, paths: ['k8s/**'] } });

    expect(profiles.get('platform-eu')).not.toHaveProperty('paths');
  });

  it('reads none where none is configured', () => {
    expect(readClusterProfiles(new ConfigReader({})).size).toBe(0);
  });

  it.each([
    [{ accountId: '1111' }, 'accountId'],
    [{ controller: 'kube-vip' }, 'controller'],
    [{ version: 'newest' }, 'version'],
    [{ vpcId: 'my-vpc' }, 'vpcId'],
    [{ subnets: [{ id: 'subnet-1', zoneId: 'euw1-az1' }] }, 'subnets[0].id'],
    [{ securityGroups: ['all'] }, 'securityGroups[0]'],
    [{ externalDnsPrefix: 'no-slash' }, 'externalDnsPrefix'],
    [{ acountId: '111122223333' }, 'acountId'],
  ])('names the key of a wrong value: %j', (change, key) => {
    expect(() => read({ 'platform-eu': { ...profile, ...change } })).toThrow(
      `Invalid 'privateExposure.clusters.platform-eu.${key}': `,
    );
  });

  it('names the key of a missing value', () => {
    const { accountId: _, ...incomplete } = profile;

    expect(() => read({ 'platform-eu': incomplete })).toThrow(
      "'privateExposure.clusters.platform-eu.accountId'",
    );
  });
});

describe('readOwnerTag', () => {
  const readTag = (ownerTag?: string) =>
    readOwnerTag(new ConfigReader({ privateExposure: { ownerTag } }));

  it('is what the back end looks for where nothing is configured', () => {
    expect(readTag()).toBe(DEFAULT_OWNER_TAG);
    expect(readOwnerTag(new ConfigReader({}))).toBe(DEFAULT_OWNER_TAG);
  });

  it.each(['acme:owner', 'owner', 'x'.repeat(127)])('reads %s', ownerTag => {
    expect(readTag(ownerTag)).toBe(ownerTag);
  });

  it.each([
    ['aws:owner'],
    ['a=b'],
    ['a,b'],
    [' owner'],
    ['Name'],
    ['x'.repeat(128)],
  ])('names the key of a tag that can not be: %j', ownerTag => {
    expect(() => readTag(ownerTag)).toThrow(
      /^Invalid 'privateExposure.ownerTag': must /,
    );
  });

  it('names the key of an empty one', () => {
    expect(() => readTag('')).toThrow(/'privateExposure.ownerTag'/);
  });
});

describe('getClusterProfile', () => {
  it('says which clusters there are', () => {
    const profiles = read({ 'platform-eu': profile });

    expect(() => getClusterProfile(profiles, 'platform-us')).toThrow(
      /^cluster: "platform-us" has no profile .* known clusters: 'platform-eu'$/,
    );
  });

  it.each(['__proto__', 'constructor', ''])('does not know %p', name => {
    expect(() => getClusterProfile(read({}), name)).toThrow(/^cluster: /);
  });
});

describe('getAwsClusterProfile', () => {
  it.each([
    ['aks', /^cluster: 'aks' is on Azure/],
    ['auto', /^cluster: 'auto' is in EKS Auto Mode/],
  ])('refuses %s', (name, message) => {
    expect(() => getAwsClusterProfile(read({ aks, auto }), name)).toThrow(
      message,
    );
  });
});
