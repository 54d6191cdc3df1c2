import { paymentsExposure } from './__testUtils__/paymentsExposure';
import { buildAwsPrivateLinkExposure } from './buildAwsPrivateLinkExposure';
import { AwsPrivateLinkExposureInput } from './intents/exposure';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';
const RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const PATH = 'k8s/existing.yaml';

const lines = (annotations: Record<string, string>, indent: string) =>
  Object.entries(annotations)
    .map(([key, value]) => `${indent}${key}: "${value}"\n`)
    .join('');

const values = (annotations: Record<string, string>) =>
  `service:\n  annotations:\n${lines(
    { [`${P}type`]: 'external', ...annotations },
    '    ',
  )}`;

const service = (annotations: Record<string, string>, spec: string) =>
  `apiVersion: v1
kind: Service
metadata:
  name: payments
  namespace: payments
  annotations:
${lines(annotations, '    ')}spec:
${spec}  selector:
    app: payments
  ports:
    - port: 443
      targetPort: 8443
`;

const LIVE = '  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n';

function edit(
  before: string,
  form: AwsPrivateLinkExposureInput['manifest']['form'],
  loadBalancer: AwsPrivateLinkExposureInput['loadBalancer'] = paymentsExposure.loadBalancer,
) {
  const { files, findings, description } = buildAwsPrivateLinkExposure(
    {
      ...paymentsExposure,
      manifest: { form, path: PATH },
      loadBalancer,
    },
    { existing: { [PATH]: before } },
  );
  const text = files.find(({ path }) => path === PATH)?.content ?? before;
  return { text, description, rules: findings.map(({ ruleId }) => ruleId) };
}

const row = (key: string, before: string) =>
  new RegExp(
    `› ${key.replaceAll(
      '.',
      '\\.',
    )}\` \\| \`${before}\` \\| \\*\\*removed\\*\\* \\|`,
  );

describe('buildAwsPrivateLinkExposure, where something is limited already', () => {
  it.each([
    [RANGES, '10.0.0.0/8'],
    [`${P}security-group-prefix-lists`, 'pl-0a1b2c3d'],
  ])('keeps %s where the form leaves it open, and says so', (key, value) => {
    const { text, description, rules } = edit(
      values({ [key]: value }),
      'istio-helm-values',
    );

    expect(text).toContain(`    ${key}: "${value}"\n`);
    expect(description).toContain(
      `| security groups | made by the controller, open to \`${value}\` (already in the file) |`,
    );
    expect(rules).toEqual([]);
  });

  it('keeps the ranges of a live Service, and stays as it is when run again', () => {
    const first = edit(
      service({ [RANGES]: '10.0.0.0/8' }, LIVE),
      'aws-load-balancer-controller',
    );

    expect(first.text).toContain(`${RANGES}: "10.0.0.0/8"`);
    expect(first.description).not.toContain('0.0.0.0/0');
    expect(edit(first.text, 'aws-load-balancer-controller').text).toBe(
      first.text,
    );
  });

  it('tells of ranges in the field of a Service', () => {
    const { text, description } = edit(
      service({}, `${LIVE}  loadBalancerSourceRanges: [10.0.0.0/8]\n`).replace(
        '  annotations:\n',
        '',
      ),
      'aws-load-balancer-controller',
    );

    expect(text).toContain('loadBalancerSourceRanges: [10.0.0.0/8]');
    expect(description).toContain('open to `10.0.0.0/8` (already in the file)');
  });

  it('takes the form’s networks for those of the file, and lists what goes', () => {
    const { text, description, rules } = edit(
      values({ [RANGES]: '10.0.0.0/8' }),
      'istio-helm-values',
      { securityGroups: { type: 'managed', sourceRanges: ['10.1.0.0/16'] } },
    );

    expect(text).not.toContain(RANGES);
    expect(text).toContain('loadBalancerSourceRanges');
    expect(description).toMatch(row(RANGES, '10\\.0\\.0\\.0/8'));
    expect(description).toContain('open to `10.1.0.0/16` |');
    expect(rules).toEqual([]);
  });

  it.each(['istio-helm-values', 'aws-load-balancer-controller'] as const)(
    'warns where security groups go and nothing limits it any more: %s',
    form => {
      const key = `${P}security-groups`;
      const annotations = { [key]: 'sg-0123456789abcdef0' };
      const before =
        form === 'istio-helm-values'
          ? values(annotations)
          : service(annotations, LIVE);
      const { text, description, rules } = edit(before, form);

      expect(text).not.toContain(key);
      expect(description).toMatch(row(key, 'sg-0123456789abcdef0'));
      expect(rules).toContain('aws/restriction-removed');
    },
  );

  it('warns where the form wants no group at all', () => {
    const { rules } = edit(
      values({ [RANGES]: '10.0.0.0/8' }),
      'istio-helm-values',
      { securityGroups: { type: 'none' } },
    );

    expect(rules).toContain('aws/restriction-removed');
  });

  it('does not warn for a limit that was none', () => {
    const { rules } = edit(
      values({ [RANGES]: '0.0.0.0/0' }),
      'istio-helm-values',
      {
        securityGroups: { type: 'none' },
      },
    );

    expect(rules).not.toContain('aws/restriction-removed');
  });

  it('keeps attributes that the form doesn’t set', () => {
    const { text, rules } = edit(
      service(
        {
          [`${P}attributes`]:
            'dns_record.client_routing_policy=availability_zone_affinity,load_balancing.cross_zone.enabled=false',
          [`${P}target-group-attributes`]:
            'preserve_client_ip.enabled=true,proxy_protocol_v2.enabled=true',
        },
        LIVE,
      ),
      'aws-load-balancer-controller',
    );

    expect(text).toContain(
      'attributes: "load_balancing.cross_zone.enabled=true,deletion_protection.enabled=true,dns_record.client_routing_policy=availability_zone_affinity"',
    );
    expect(text).toContain(
      'target-group-attributes: "preserve_client_ip.enabled=true"',
    );
    // The form switches the proxy protocol off and goes from instances to pods, which are findings of their own.
    expect(rules).toEqual([
      'change/attribute-kept',
      'change/proxy-protocol-switched',
      'change/target-type-changed',
    ]);
  });

  it('does not take a Service without a load balancer for one whose attributes stay', () => {
    const { rules } = edit(
      service(
        {
          [`${P}target-group-attributes`]: 'proxy_protocol_v2.enabled=true',
          [`${P}attributes`]: 'deletion_protection.enabled=true',
        },
        '  type: ClusterIP\n',
      ),
      'aws-load-balancer-controller',
      { ...paymentsExposure.loadBalancer, deletionProtection: false },
    );

    expect(rules).toEqual([]);
  });
});
