import { translateResource } from './translateResource';

const TYPE = 'AWS::EC2::VPCEndpointService';

describe('translateResource', () => {
  it('takes the regions and the private name of an endpoint service', () => {
    expect(
      translateResource(TYPE, {
        SupportedRegions: ['eu-west-1', 'us-east-1'],
        PrivateDnsName: 'payments.acme.example',
      }),
    ).toEqual([
      {
        suffix: '',
        type: 'aws_vpc_endpoint_service',
        args: {
          supported_regions: ['eu-west-1', 'us-east-1'],
          private_dns_name: 'payments.acme.example',
        },
      },
    ]);
  });

  it.each([
    [
      'SupportedRegions',
      ['eu-west-1', { Region: 'us-east-1' }],
      '#/SupportedRegions/1: expected String',
    ],
    [
      'NetworkLoadBalancerArns',
      [['arn']],
      '#/NetworkLoadBalancerArns/0: expected String',
    ],
    ['SupportedRegions', 'eu-west-1', '#/SupportedRegions: expected Array'],
  ])(
    'refuses what CloudFormation refuses of %s: %j',
    (property, value, message) => {
      expect(() => translateResource(TYPE, { [property]: value })).toThrow(
        message,
      );
    },
  );
});
