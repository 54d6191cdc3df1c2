import { publicEntrance, shopCloudFront } from './__testUtils__/shopCloudFront';
import { buildAwsCloudFront } from './buildAwsCloudFront';
import { InvalidIntentError } from './errors';
import { AwsCloudFrontInput } from './intents/awsCloudFront';
import { parseClusterProfile } from './intents/parseClusterProfile';

const vpcOrigin = { type: 'vpc-origin', vpc: 'vpc-0a1b2c3d4e5f60718' } as const;
const network = {
  port: 443,
  service: { ...shopCloudFront.service, ports: [{ port: 443 }] },
  origin: { ...vpcOrigin, loadBalancer: 'network' },
} satisfies Partial<AwsCloudFrontInput>;
const CERTIFICATE =
  'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-00000000000a';
const WEB_ACL =
  'arn:aws:wafv2:us-east-1:111122223333:global/webacl/edge/0a1b2c3d-0000-4000-8000-00000000000a';
const OTHER = '555566667777';
const build = (change: Partial<AwsCloudFrontInput> = {}) =>
  buildAwsCloudFront({ ...shopCloudFront, ...change });

describe('buildAwsCloudFront', () => {
  it.each([
    [{ name: 'Shop' }, ['name']],
    [{ name: 'sg-shop' }, ['name']],
    [{ name: 'sg', origin: { ...vpcOrigin } }, ['name']],
    [{ hostNames: [] }, ['hostNames']],
    [{ hostNames: ['*.acme.example'] }, ['hostNames[0]']],
    [{ hostNames: ['shop.other.example'] }, ['hostNames[0]']],
    [{ origin: { type: 'vpc-origin' } as const }, ['origin.vpc']],
    [
      {
        origin: {
          ...vpcOrigin,
          certificateArn: CERTIFICATE.replace('eu-west-1', 'us-east-1'),
        },
      },
      ['origin.certificateArn'],
    ],
    [
      {
        origin: {
          ...vpcOrigin,
          certificateArn: CERTIFICATE.replace('111122223333', OTHER),
        },
      },
      ['origin.certificateArn'],
    ],
    [
      {
        webAcl: {
          type: 'shared',
          arn: WEB_ACL.replace('111122223333', OTHER),
        } as const,
      },
      ['webAcl.arn'],
    ],
    [
      { logs: { kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/logs' } },
      ['logs.kmsKeyArn'],
    ],
    [
      {
        origin: {
          ...publicEntrance,
          secretHeader: {
            secretArn:
              'arn:aws:secretsmanager:eu-central-1:111122223333:secret:edge/origin-Ab12Cd',
          },
        },
      },
      ['origin.secretHeader.secretArn'],
    ],
    [{ region: 'us-gov-west-1' }, ['region']],
    [{ region: 'cn-north-1' }, ['region']],
    [{ region: 'us-isob-east-1' }, ['region']],
    [{ region: 'eusc-de-east-1' }, ['region']],
    [{ ...network, paths: [{ path: '/api' }] }, ['paths']],
    [
      {
        hostNames: ['shop.acme.example', 'www.acme.example'],
        origin: {
          ...publicEntrance,
          route: {
            form: 'gateway-api' as const,
            path: 'k8s/routes.yaml',
            route: { name: 'shop', namespace: 'shop' },
            gateway: { name: 'public', namespace: 'edge' },
          },
        },
      },
      ['hostNames'],
    ],
    [{ port: 81 }, ['port']],
    [
      {
        ...network,
        port: 25,
        service: { ...network.service, ports: [{ port: 25 }] },
      },
      ['port'],
    ],
    [{ service: { name: 'shop', namespace: 'shop' } }, ['service.selector']],
    [
      { webAcl: { type: 'own' as const, allow: ['0.0.0.0/0'] } },
      ['webAcl.allow[0]'],
    ],
    [
      {
        webAcl: {
          type: 'shared',
          arn: WEB_ACL.replace('global', 'regional'),
        } as const,
      },
      ['webAcl.arn'],
    ],
    [
      { origin: { ...publicEntrance, hostName: 'shop.acme.example' } },
      ['origin.hostName'],
    ],
    [
      {
        origin: {
          ...publicEntrance,
          route: {
            ...publicEntrance.route,
            ingress: { name: 'public', namespace: 'other' },
          },
        },
      },
      ['origin.route'],
    ],
    [
      { tags: { 'backstage-entity-ref': 'x' } },
      ['tags["backstage-entity-ref"]'],
    ],
  ])('refuses %j by its field', (change, fields) => {
    const refused = () => {
      try {
        build(change);
        return [];
      } catch (error) {
        if (!(error instanceof InvalidIntentError)) throw error;
        return error.issues.map(({ field }) => field);
      }
    };
    expect(refused()).toEqual(fields);
  });

  it('takes what of another region or account works', () => {
    const files = build({
      region: 'us-east-1',
      webAcl: { type: 'shared', arn: WEB_ACL },
      logs: { kmsKeyArn: `arn:aws:kms:us-east-1:${OTHER}:key/logs` },
      origin: {
        ...vpcOrigin,
        certificateArn: CERTIFICATE.replace('eu-west-1', 'us-east-1'),
      },
    });

    expect(files.findings).toEqual([]);
  });

  it('takes any name where no security group is made', () => {
    const { findings } = build({
      name: 'sg-shop',
      origin: { ...vpcOrigin, securityGroups: ['sg-0a1b2c3d4e5f60718'] },
    });

    expect(findings).toEqual([]);
  });

  it('holds the intent against the cluster', () => {
    const profile = (change: object) =>
      parseClusterProfile('platform-eu', {
        controller: 'aws-load-balancer-controller',
        accountId: '111122223333',
        region: 'eu-west-1',
        ...change,
      });
    const withProfile = (change: object) => () => {
      const clusterProfile = profile(change);
      if (clusterProfile.cloud !== 'aws' || !('account' in clusterProfile))
        throw new Error('no such profile');
      return buildAwsCloudFront(shopCloudFront, {
        clusterProfile: clusterProfile as never,
      });
    };

    expect(withProfile({})().files).toHaveLength(3);
    expect(withProfile({ region: 'eu-central-1' })).toThrow(/^region: /);
    expect(withProfile({ controller: 'in-tree' })).toThrow(/^origin.type: /);
    expect(withProfile({ loadBalancerAccount: '555566667777' })).toThrow(
      /^cluster: makes its load balancers in account '555566667777'/,
    );
  });
});
