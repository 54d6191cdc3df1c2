import { canonicalHost, parseLoadBalancerHost } from './hostNames';

describe('parseLoadBalancerHost', () => {
  it.each([
    [
      'an application load balancer',
      'web-1234567890.eu-west-1.elb.amazonaws.com',
      { name: 'web', region: 'eu-west-1' },
    ],
    [
      'an internal one, as Route 53 writes it',
      'dualstack.internal-k8s-shop-web-0a1b2c-123.eu-west-1.elb.amazonaws.com.',
      { name: 'k8s-shop-web-0a1b2c', region: 'eu-west-1' },
    ],
    [
      'a network load balancer, in capitals',
      'Payments-0123456789ABCDEF.elb.us-east-1.amazonaws.com',
      { name: 'payments', region: 'us-east-1' },
    ],
    [
      'one in China',
      'web-1.elb.cn-north-1.amazonaws.com.cn',
      { name: 'web', region: 'cn-north-1' },
    ],
    [
      'one of the European sovereign cloud',
      'web-1.eusc-de-east-1.elb.amazonaws.eu',
      { name: 'web', region: 'eusc-de-east-1' },
    ],
    [
      'one with the end of another partition',
      'web-1.eu-west-1.elb.amazonaws.com.cn',
      undefined,
    ],
    ['a bucket', 'shop.s3.eu-west-1.amazonaws.com', undefined],
    ['a name of ours', 'web-1.acme.example', undefined],
    [
      'a name that only ends like one',
      'web-1.eu-west-1.elb.amazonaws.com.acme.example',
      undefined,
    ],
  ])('reads the host of %s', (_, host, expected) => {
    expect(parseLoadBalancerHost(host)).toEqual(expected);
  });
});

describe('canonicalHost', () => {
  it('leaves out what does not tell hosts apart', () => {
    expect(canonicalHost('dualstack.Web.Example.')).toBe('web.example');
  });
});
