import { publicEntrance, shopCloudFront } from './__testUtils__/shopCloudFront';
import { buildAwsCloudFront } from './buildAwsCloudFront';
import { AwsCloudFrontInput } from './intents/awsCloudFront';

const build = (change: Partial<AwsCloudFrontInput> = {}) =>
  buildAwsCloudFront({ ...shopCloudFront, ...change });

describe('the text of a published service', () => {
  it.each<[string, Partial<AwsCloudFrontInput>, string | undefined]>([
    ['VPC origins and log delivery', {}, '5.83.0'],
    ['VPC origins', { logs: { bucket: 'acme-access-logs' } }, '5.82.0'],
    ['log delivery', { origin: publicEntrance }, '5.83.0'],
    [
      'neither',
      { origin: publicEntrance, logs: { bucket: 'acme-access-logs' } },
      undefined,
    ],
    [
      'CloudFormation',
      {
        infrastructure: {
          format: 'cloudformation',
          path: 'infra/cloudfront.json',
        },
      },
      undefined,
    ],
  ])(
    'says which version of the Terraform provider knows %s',
    (_, change, version) => {
      const [, said] =
        /`hashicorp\/aws` in version (\S+) or newer/.exec(
          build(change).description,
        ) ?? [];

      expect(said).toBe(version);
    },
  );

  it('says what a later plan shows of the VPC origin', () => {
    const existing = {
      type: 'vpc-origin',
      securityGroups: ['sg-0a1b2c3d4e5f60718'],
      certificateArn:
        'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0000-4000-8000-00000000000a',
    } satisfies AwsCloudFrontInput['origin'];

    expect(build().description).toContain(
      'it also shows an update of the VPC origin',
    );
    expect(build({ origin: existing }).description).not.toContain(
      'an update of the VPC origin',
    );
  });
});
