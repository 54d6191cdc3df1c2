import { shopCloudFront } from '../__testUtils__/shopCloudFront';
import { buildAwsCloudFront } from '../buildAwsCloudFront';
import { lintManifests } from './lintManifests';

const template = (config: string, more: string = '') => `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
${config}${more}`;
const acl = (scope: string) =>
  `        WebACLId: arn:aws:wafv2:us-east-1:111122223333:${scope}/webacl/shop/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f\n`;
const origin = (policy: string) =>
  `        Origins:\n          - Id: shop\n            CustomOriginConfig: {OriginProtocolPolicy: ${policy}}\n`;

const idsOf = (content: string, path: string = 'a.yaml') =>
  lintManifests([{ path, content }]).map(
    ({ ruleId, line, severity }) => `${line} ${severity} ${ruleId}`,
  );

describe('CloudFront in hand-written CloudFormation', () => {
  it.each([
    [
      '        Enabled: true\n',
      ['2 warning infrastructure/distribution-without-waf'],
    ],
    [acl('regional'), ['6 error infrastructure/cloud-front-waf-scope']],
    [
      `${acl('global')}${origin('match-viewer')}`,
      ['9 warning infrastructure/origin-protocol'],
    ],
    [
      `${acl(
        'global',
      )}        ViewerCertificate: {AcmCertificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/a"}\n`,
      ['7 error infrastructure/cloud-front-certificate-region'],
    ],
    [`${acl('global')}${origin('https-only')}`, []],
    ['        WebACLId: !GetAtt Acl.Arn\n', []],
  ])('finds in %j what is wrong, at its place', (config, findings) => {
    expect(idsOf(template(config))).toEqual(findings);
  });

  it('tells HTTP inside a VPC', () => {
    const more = `  Way:
    Type: AWS::CloudFront::VpcOrigin
    Properties:
      VpcOriginEndpointConfig: {OriginProtocolPolicy: http-only}
`;

    expect(idsOf(template(acl('global'), more))).toEqual([
      '10 info infrastructure/origin-protocol',
    ]);
  });

  it.each(['infra/a.yaml', 'infra/a.json'])(
    'has nothing to say of what the builder writes: %s',
    path => {
      const { files } = buildAwsCloudFront({
        ...shopCloudFront,
        infrastructure: { format: 'cloudformation', path },
      });

      expect(lintManifests(files)).toEqual([]);
    },
  );
});
