import { consoleUrls } from './consoleUrls';

const scopeIn = (partition: string, region: string) => ({
  id: `aws/111122223333/${region}`,
  accountId: '111122223333',
  region,
  partition,
});

describe('consoleUrls', () => {
  it.each([
    ['aws', 'eu-west-1', 'https://eu-west-1.console.aws.amazon.com/'],
    ['aws-cn', 'cn-north-1', 'https://cn-north-1.console.amazonaws.cn/'],
    [
      'aws-us-gov',
      'us-gov-west-1',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/',
    ],
  ])('lead to the console of %s', (partition, region, beginning) => {
    const url = consoleUrls.endpointService(
      scopeIn(partition, region),
      'vpce-svc-1',
    );

    expect(url).toBe(
      `${beginning}vpcconsole/home?region=${region}#EndpointServices:search=vpce-svc-1`,
    );
  });

  it('lead to each kind of load balancer', () => {
    const place = scopeIn('aws', 'eu-west-1');
    const root = 'https://eu-west-1.console.aws.amazon.com/ec2/home';

    expect(consoleUrls.loadBalancer(place, 'arn:x')).toBe(
      `${root}?region=eu-west-1#LoadBalancer:loadBalancerArn=arn:x`,
    );
    expect(consoleUrls.classicLoadBalancer(place, 'legacy')).toBe(
      `${root}?region=eu-west-1#LoadBalancer:loadBalancerName=legacy;type=classic`,
    );
  });

  it('lead to web ACLs where those for CloudFront are', () => {
    const place = scopeIn('aws', 'us-east-1');

    expect(consoleUrls.webAcls(place, 'global')).toContain('?region=global');
    expect(consoleUrls.webAcls(place, 'regional')).toContain(
      '?region=us-east-1',
    );
  });

  it('are none where the console has no public name', () => {
    const scope = scopeIn('aws-iso', 'us-iso-east-1');

    expect(consoleUrls.loadBalancer(scope, 'arn:x')).toBeUndefined();
  });
});
