import { execFileSync } from 'node:child_process';
import { parse } from '@cdktf/hcl2json';
import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import fc from 'fast-check';
import { describeConnecting } from './describeConnecting';
import { terraformSnippet } from './terraformSnippet';

const exposure: SurveyedExposure = {
  nativeId:
    'arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-1',
  kind: 'aws-endpoint-service',
  name: 'payments',
  nativeState: 'Available',
  lifecycle: 'live',
  evidence: { tags: {}, kubernetesServices: [] },
  address: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1',
  domain: { domain: 'payments.acme.example', state: 'verified' },
  facts: [
    { label: 'Type', value: 'Interface' },
    { label: 'Zone ids', value: 'euw1-az1, euw1-az2' },
  ],
};
const snippet = (target: SurveyedExposure, language: string) =>
  describeConnecting(target).snippets.find(one => one.language === language)
    ?.text ?? '';

describe('describeConnecting', () => {
  it('gives Terraform that names the service, with private DNS once it is verified', async () => {
    const parsed = await parse('connect.tf', snippet(exposure, 'hcl'));

    expect(parsed.resource.aws_vpc_endpoint.payments).toEqual([
      {
        vpc_id: '${var.vpc_id}',
        service_name: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1',
        vpc_endpoint_type: 'Interface',
        subnet_ids: '${var.subnet_ids}',
        security_group_ids: ['${aws_security_group.payments.id}'],
        private_dns_enabled: true,
      },
    ]);
    expect(parsed.variable.subnet_ids[0].description).toContain(
      'euw1-az1, euw1-az2',
    );
    expect(Object.keys(parsed.variable).sort()).toEqual([
      'client_cidr_blocks',
      'service_port',
      'subnet_ids',
      'vpc_id',
    ]);
  });

  it('leaves private DNS off until then', async () => {
    const pending: SurveyedExposure = {
      ...exposure,
      domain: { domain: 'payments.acme.example', state: 'pending' },
    };

    expect(snippet(pending, 'hcl')).toContain('private_dns_enabled = false');
    expect(snippet(pending, 'shell')).toContain('--no-private-dns-enabled');
  });

  it('gives a command that a shell reads as one call', () => {
    const script = snippet(exposure, 'shell').replace(
      /^aws /m,
      'printf "%s\\n" ',
    );

    const words = execFileSync('sh', ['-c', script], {
      env: {
        PATH: process.env.PATH,
        VPC_ID: 'vpc-1',
        SUBNET_IDS: 'subnet-1 subnet-2',
        SECURITY_GROUP_ID: 'sg-1',
      },
      encoding: 'utf8',
    })
      .trim()
      .split('\n');

    expect(words).toEqual([
      'ec2',
      'create-vpc-endpoint',
      '--region',
      'eu-west-1',
      '--vpc-endpoint-type',
      'Interface',
      '--service-name',
      'com.amazonaws.vpce.eu-west-1.vpce-svc-1',
      '--vpc-id',
      'vpc-1',
      '--subnet-ids',
      'subnet-1',
      'subnet-2',
      '--security-group-ids',
      'sg-1',
      '--private-dns-enabled',
    ]);
  });

  it('gives only the name of a service for gateway load balancer endpoints', () => {
    const gateway: SurveyedExposure = {
      ...exposure,
      facts: [{ label: 'Type', value: 'GatewayLoadBalancer' }],
    };

    expect(describeConnecting(gateway)).toEqual({
      address: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1',
      addressLabel: 'Service name',
      snippets: [],
    });
  });
});

const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '${file("/etc/passwd")}',
    '%{ if true }x%{ endif }',
    '$${x}',
    '"\n}\nresource "x" "y" {',
    "'; rm -rf / #",
    '\u2028\u2029\b\f',
    '{{ values }}',
  ),
);

describe('terraformSnippet', () => {
  // The parser hands literal markers back in their escaped form.
  const withoutEscapes = (text: string) => text.replace(/([$%])\1\{/g, '$1{');

  it('says what it was told and nothing else, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(oddText, async text => {
        const hcl = terraformSnippet({
          serviceName: text,
          title: text,
          region: 'eu-west-1',
          zoneIds: text,
          privateDns: false,
        });

        const parsed = await parse('odd.tf', hcl);

        const endpoints: { service_name: string }[][] = Object.values(
          parsed.resource.aws_vpc_endpoint,
        );
        expect(endpoints).toHaveLength(1);
        expect(withoutEscapes(endpoints[0][0].service_name)).toBe(
          text.normalize('NFC'),
        );
        expect(Object.keys(parsed).sort()).toEqual(['resource', 'variable']);
        expect(Object.keys(parsed.resource).sort()).toEqual([
          'aws_security_group',
          'aws_vpc_endpoint',
        ]);
      }),
      { numRuns: 100 },
    );
  });
});
