import { parseAllDocuments } from 'yaml';
import {
  NETWORK_ACCOUNT,
  SUBNETS,
  paymentsLoadBalancer,
  sharedSubnetsCluster,
} from './__testUtils__/loadBalancer';
import { buildAwsLoadBalancer } from './buildAwsLoadBalancer';
import { AwsLoadBalancerInput } from './intents/awsLoadBalancer';

const build = (
  change: Partial<AwsLoadBalancerInput> = {},
  existing: Record<string, string> = {},
) =>
  buildAwsLoadBalancer(
    { ...paymentsLoadBalancer, ...change },
    { existing, clusterProfile: sharedSubnetsCluster },
  );

const withBalancer = (change: object): Partial<AwsLoadBalancerInput> => ({
  loadBalancer: { ...paymentsLoadBalancer.loadBalancer, ...change },
});

const objectsOf = (text: string) =>
  parseAllDocuments(text).map(document => document.toJS());

const ALB = 'alb.ingress.kubernetes.io/';
const CERTIFICATE = paymentsLoadBalancer.loadBalancer?.certificates?.[0];

describe('buildAwsLoadBalancer', () => {
  it('writes a Service inside the cluster, and an Ingress that names the shared subnets and groups', () => {
    const [service, ingress] = objectsOf(build().files[0].content);
    expect(service).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'payments', namespace: 'payments' },
      spec: {
        type: 'ClusterIP',
        selector: { app: 'payments' },
        ports: [{ port: 8080, targetPort: 8080, protocol: 'TCP' }],
      },
    });
    expect(ingress.metadata.annotations).toEqual({
      [`${ALB}scheme`]: 'internal',
      [`${ALB}target-type`]: 'ip',
      [`${ALB}subnets`]: SUBNETS.join(','),
      [`${ALB}security-groups`]: 'sg-0a1b2c3d4e5f60718',
      [`${ALB}manage-backend-security-group-rules`]: 'false',
      [`${ALB}listen-ports`]: '[{"HTTPS":443}]',
      [`${ALB}certificate-arn`]: CERTIFICATE,
      [`${ALB}ssl-policy`]: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      [`${ALB}backend-protocol`]: 'HTTP',
      [`${ALB}load-balancer-attributes`]:
        'deletion_protection.enabled=true,routing.http.drop_invalid_header_fields.enabled=true',
      [`${ALB}healthcheck-protocol`]: 'HTTP',
      [`${ALB}healthcheck-port`]: 'traffic-port',
      [`${ALB}healthcheck-path`]: '/healthz',
      [`${ALB}tags`]: 'backstage-entity-ref=component:default/payments',
    });
    expect(ingress.spec).toEqual({
      ingressClassName: 'alb',
      rules: [
        {
          host: 'payments.acme.example',
          http: {
            paths: [
              {
                path: '/api',
                pathType: 'Prefix',
                backend: {
                  service: { name: 'payments', port: { number: 8080 } },
                },
              },
            ],
          },
        },
      ],
    });
  });

  it('is what the controller makes that load balancer of, as far as the linter can tell', () => {
    const { findings, description } = build();
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(description).toContain(`account \`${NETWORK_ACCOUNT}\``);
    expect(description).toContain('What the Ingress payments/payments becomes');
    expect(description).not.toContain('none is made or changed');
  });

  it.each([
    ['loadBalancer.subnets', { subnets: [] }, 'must be named'],
    ['loadBalancer.subnets', { subnets: [SUBNETS[0]] }, 'two or more'],
    ['loadBalancer.securityGroups', { securityGroups: [] }, 'must be named'],
    ['loadBalancer.targetType', { targetType: 'instance' }, `must be 'ip'`],
    [
      'loadBalancer.manageBackendRules',
      { manageBackendRules: true },
      'must be false',
    ],
    [
      'loadBalancer.certificates[0]',
      { certificates: [CERTIFICATE?.replace(NETWORK_ACCOUNT, '111122223333')] },
      `must be of account '${NETWORK_ACCOUNT}'`,
    ],
    [
      'loadBalancer.certificates[0]',
      { certificates: [CERTIFICATE?.replace('eu-west-1', 'us-east-1')] },
      "must be of region 'eu-west-1'",
    ],
    [
      'loadBalancer.webAclArn',
      {
        webAclArn: `arn:aws:wafv2:us-east-1:${NETWORK_ACCOUNT}:global/webacl/a/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f`,
      },
      'must be the ARN of a regional web ACL',
    ],
    [
      'loadBalancer.certificates',
      { scheme: 'internet-facing', certificates: [] },
      'plain HTTP',
    ],
    ['loadBalancer.group.name', { group: { name: 'other' } }, 'lets namespace'],
  ])('refuses %s with %j', (field, change, message) => {
    expect(() => build(withBalancer(change))).toThrow(`${field}: `);
    expect(() => build(withBalancer(change))).toThrow(message);
  });

  it('refuses an account that the profile does not name', () => {
    expect(() =>
      build({
        loadBalancerAccount: '444455556666',
        ...withBalancer({ certificates: [] }),
      }),
    ).toThrow(/loadBalancerAccount: must be '999988887777'/);
  });

  it('leaves subnets, groups and rules to the controller within one account', () => {
    const { files } = buildAwsLoadBalancer({
      ...paymentsLoadBalancer,
      loadBalancerAccount: undefined,
      loadBalancer: {},
    });
    const [, ingress] = objectsOf(files[0].content);
    const keys = Object.keys(ingress.metadata.annotations);
    expect(keys).not.toContain(`${ALB}subnets`);
    expect(keys).not.toContain(`${ALB}manage-backend-security-group-rules`);
    expect(ingress.metadata.annotations[`${ALB}listen-ports`]).toBe(
      '[{"HTTP":80}]',
    );
  });
});

describe('buildAwsLoadBalancer over a file that is there', () => {
  const BEFORE = `# the team's file
apiVersion: v1
kind: Service
metadata: {name: payments,   namespace: payments}   # odd spaces
spec:
  selector: {app: payments}
  ports:
  - port: 8080 # web
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: payments
  namespace: payments
  annotations:
    example.com/keep: "1" # ours
    alb.ingress.kubernetes.io/scheme: internal
    alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8
spec:
  # in order
  rules:
  - host: payments.acme.example
    http:
      paths:
      - path: /
        pathType: Prefix
        backend: {service: {name: web, port: {number: 80}}}
`;
  const path = 'k8s/payments.yaml';
  const RESTRICTION = 'aws/restriction-removed';

  it('sets what the intent says, and keeps comments, order, and what is of others', () => {
    const { content } = build({}, { [path]: BEFORE }).files[0];
    const [head] = BEFORE.split('    alb.ingress.kubernetes.io/scheme');
    expect(content.startsWith(head)).toBe(true);
    expect(content).toContain('  # in order\n  rules:\n');
    expect(content).not.toContain('inbound-cidrs');
    const [, ingress] = objectsOf(content);
    expect(ingress.spec.ingressClassName).toBe('alb');
    expect(
      ingress.spec.rules[0].http.paths.map(
        (each: { path: string }) => each.path,
      ),
    ).toEqual(['/', '/api']);
  });

  it('keeps attributes and tags that others have set', () => {
    const before = BEFORE.replace(
      'example.com/keep',
      `${ALB}load-balancer-attributes: deletion_protection.enabled=false,idle_timeout.timeout_seconds=120\n    ${ALB}tags: cost=a\\,b\n    example.com/keep`,
    );
    const { content } = build({}, { [path]: before }).files[0];
    const [, ingress] = objectsOf(content);
    expect(ingress.metadata.annotations).toMatchObject({
      [`${ALB}load-balancer-attributes`]:
        'deletion_protection.enabled=true,routing.http.drop_invalid_header_fields.enabled=true,idle_timeout.timeout_seconds=120',
      [`${ALB}tags`]:
        'backstage-entity-ref=component:default/payments,cost=a\\,b',
    });
    expect(build({}, { [path]: content }).files).toEqual([]);
  });

  it('lists what it takes out of the Ingress, and what it was', () => {
    const before = BEFORE.replace(
      'example.com/keep',
      `${ALB}load-balancer-name: pay\n    kubernetes.io/ingress.class: alb\n    example.com/keep`,
    );
    const { description, findings } = build({}, { [path]: before });

    const [, changes] = description.split('## Changes to what is there\n');
    for (const row of [
      `| \`metadata › annotations › ${ALB}inbound-cidrs\` | \`10.0.0.0/8\` | **removed** |`,
      `| \`metadata › annotations › ${ALB}load-balancer-name\` | \`pay\` | **removed** |`,
      '| `metadata › annotations › kubernetes.io/ingress.class` | `alb` | **removed** |',
      '| `spec › ingressClassName` |  | `alb` |',
    ]) {
      expect(changes).toContain(row);
    }
    expect(changes).not.toContain(`${ALB}scheme\``);
    // The security groups of the intent limit who reaches it.
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain(RESTRICTION);
    expect(build().description).not.toContain('Changes to what is there');
  });

  it.each([
    [RESTRICTION, '10.0.0.0/8'],
    [undefined, '10.0.0.0/8,0.0.0.0/0'],
  ])(
    'warns of %s where %s goes and no security groups take its place',
    (ruleId, networks) => {
      const { findings } = buildAwsLoadBalancer(
        {
          ...paymentsLoadBalancer,
          ...{ loadBalancerAccount: undefined, loadBalancer: {} },
        },
        { existing: { [path]: BEFORE.replace('10.0.0.0/8', networks) } },
      );

      const lost = findings.filter(finding => finding.ruleId === RESTRICTION);
      expect(lost.map(finding => finding.ruleId)).toEqual(
        ruleId === undefined ? [] : [ruleId],
      );
      for (const { message } of lost) {
        expect(message).toContain(`'${ALB}inbound-cidrs' goes`);
      }
    },
  );

  it('changes nothing the second time', () => {
    const { content } = build({}, { [path]: BEFORE }).files[0];
    expect(build({}, { [path]: content }).files).toEqual([]);
  });

  it.each([
    [
      'a Service with a load balancer of its own',
      'spec:\n  selector',
      'spec:\n  type: LoadBalancer\n  selector',
      'has a load balancer of its own',
    ],
    [
      'an Ingress that is public',
      'scheme: internal',
      'scheme: internet-facing',
      'would be replaced by another',
    ],
    [
      'an Ingress of another class',
      'spec:\n  # in order',
      'spec:\n  ingressClassName: nginx\n  # in order',
      `has the class 'nginx' and not 'alb'`,
    ],
    [
      'an Ingress in a group',
      'example.com/keep',
      `${ALB}group.name: x\n    example.com/keep`,
      `has the group 'x' and not 'none'`,
    ],
    [
      'another service at the path',
      'path: /\n',
      'path: /api\n',
      'is led to payments/web already, by Ingress payments/payments (k8s/payments.yaml:25)',
    ],
    [
      'a removed version',
      'networking.k8s.io/v1\n',
      'networking.k8s.io/v1beta1\n',
      'no longer serves',
    ],
    [
      'ports that are not the Service’s',
      'port: 8080',
      'port: 81',
      'service.ports',
    ],
  ])('refuses %s', (_, from, to, message) => {
    expect(() => build({}, { [path]: BEFORE.replace(from, to) })).toThrow(
      message,
    );
  });

  it('refuses a path of another member of the group', () => {
    const grouped = withBalancer({ group: { name: 'internal' } });
    const other = build({
      ...grouped,
      service: { ...paymentsLoadBalancer.service, name: 'other' },
    }).files[0].content;
    expect(() => build(grouped, { 'other.yaml': other })).toThrow(
      'ingress.paths[0]: payments.acme.example/api is led to payments/other already',
    );
  });

  it('tags the load balancer of a group with no owner, for it is all members’', () => {
    const group = { name: 'internal' };
    const tagsOf = (change: object) =>
      objectsOf(build(withBalancer(change)).files[0].content)[1].metadata
        .annotations[`${ALB}tags`];

    expect(tagsOf({ group })).toBeUndefined();
    expect(tagsOf({ group, tags: { team: 'pay' } })).toBe('team=pay');
  });
});
