import { lintManifests } from '../lintManifests';

const AZURE = 'service.beta.kubernetes.io/azure-load-balancer-internal';
const AWS = 'service.beta.kubernetes.io/aws-load-balancer-scheme';
const path = 'payments.yaml';

const service = (annotation: string, more = '') =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    example.com/team: payments\n    ${annotation}\nspec:\n  type: LoadBalancer\n${more}  ports: [{port: 443}]\n`;

function saidOf(before: string, after: string) {
  return lintManifests([{ path, content: after }], {
    base: [{ path, content: before }],
  })
    .filter(({ ruleId }) => ruleId.startsWith('change/'))
    .map(({ line, ruleId }) => `${line} ${ruleId}`)
    .sort();
}

describe('what a change does', () => {
  it('is said at the line that does it', () => {
    const of = 'loadBalancerClass: service.k8s.aws/nlb\n';
    const write = (scheme: string) => service(`${AWS}: "${scheme}"`, `  ${of}`);
    expect(saidOf(write('internal'), write('internet-facing'))).toEqual([
      '7 change/load-balancer-replaced',
      '7 change/made-public',
    ]);
  });

  it('is said at the annotations where the line is gone', () => {
    const before = service(`${AZURE}: "true"`);
    const after = service('example.com/tier: "1"');
    expect(saidOf(before, after)).toEqual([
      '5 change/load-balancer-replaced',
      '5 change/made-public',
    ]);
  });

  it('is not guessed where the value is filled in later, or nothing is made', () => {
    const before = service(`${AZURE}: "true"`);
    expect(saidOf(before, service(`${AZURE}: $${'{INTERNAL}'}`))).toEqual([]);
    const off = (text: string) => text.replace('LoadBalancer', 'ClusterIP');
    expect(saidOf(off(before), off(service('example.com/tier: "1"')))).toEqual(
      [],
    );
  });
});

describe('what a change does to a field', () => {
  const of = (...spec: string[]) =>
    [
      'apiVersion: v1',
      'kind: Service',
      'metadata:',
      '  name: payments',
      '  annotations:',
      `    ${AWS}: "internal"`,
      '    service.beta.kubernetes.io/aws-load-balancer-attributes: "deletion_protection.enabled=true"',
      'spec:',
      ...spec.map(line => `  ${line}`),
      '',
    ].join('\n');
  const CLASS = 'loadBalancerClass: service.k8s.aws/nlb';
  const before = of('type: LoadBalancer', CLASS, 'ports: [{port: 443}]');

  it.each([
    [
      'the class',
      of(
        'type: LoadBalancer',
        'loadBalancerClass: other/nlb',
        'ports: [{port: 443}]',
      ),
      ['10 change/class-changed'],
    ],
    [
      'the class, which is gone',
      of('type: LoadBalancer', 'ports: [{port: 443}]'),
      ['8 change/class-changed'],
    ],
    [
      'the type',
      of('ports: [{port: 443}]', 'type: ClusterIP'),
      ['10 change/deletion-protected', '10 change/load-balancer-removed'],
    ],
    [
      'the type, which is gone',
      of('ports: [{port: 443}]'),
      ['8 change/deletion-protected', '8 change/load-balancer-removed'],
    ],
    [
      'the ports',
      of('type: LoadBalancer', CLASS, 'ports:', '  - port: 8443'),
      ['11 change/listener-removed'],
    ],
  ])('is said there: %s', (_, after, said) => {
    expect(saidOf(before, after)).toEqual(said);
  });
});

describe('what is no longer there', () => {
  it('is said at the nearest object of its file', () => {
    const named = (name: string) =>
      service(`${AZURE}: "true"`).replaceAll('payments', name);
    const [first, gone, last] = ['orders', 'payments', 'refunds'].map(named);
    expect(
      saidOf([first, gone, last].join('---\n'), [first, last].join('---\n')),
    ).toEqual(['16 change/load-balancer-removed']);
    expect(saidOf([gone, last].join('---\n'), last)).toEqual([
      '5 change/load-balancer-removed',
    ]);
  });

  it('is said at the beginning of a file in which nothing is left', () => {
    expect(saidOf(service(`${AZURE}: "true"`), '')).toEqual([
      '1 change/load-balancer-removed',
    ]);
  });

  it('is said of a project at the list that it stood in', () => {
    const attachment = (projects: string) =>
      `apiVersion: networking.gke.io/v1\nkind: ServiceAttachment\nmetadata:\n  name: payments\nspec:\n  connectionPreference: ACCEPT_MANUAL\n${projects}  natSubnets: [private]\n  resourceRef: {kind: Service, name: payments}\n`;
    const both =
      '  consumerAllowList: [{project: one, connectionLimit: 1}, {project: two, connectionLimit: 1}]\n';
    const one = '  consumerAllowList: [{project: one, connectionLimit: 1}]\n';
    expect(saidOf(attachment(both), attachment(one))).toEqual([
      '7 change/grant-removed',
    ]);
    expect(saidOf(attachment(both), attachment(''))).toEqual([
      '2 change/grant-removed',
      '2 change/grant-removed',
    ]);
  });

  it.each([
    [
      'a principal',
      ['"arn:aws:iam::111122223333:root", ', ''],
      '7 change/grant-removed',
    ],
    [
      'all principals',
      [/ {2}allowed_principals.*\n/, ''],
      '2 change/grant-removed',
    ],
    [
      'a name',
      [/ {2}private_dns_name.*\n/, ''],
      '2 change/private-name-removed',
    ],
    [
      'another service',
      [/resource "aws_vpc_endpoint_service" "orders"[^}]*}\n/, ''],
      '2 change/endpoint-service-removed',
    ],
  ] as const)('is said of %s where the rest stands', (_, [what, by], said) => {
    const file =
      '# ours\nresource "aws_vpc_endpoint_service" "payments" {\n  acceptance_required = true\n  network_load_balancer_arns = [aws_lb.payments.arn]\n  private_dns_name = "payments.example.com"\n  tags = {}\n  allowed_principals = ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"]\n}\nresource "aws_vpc_endpoint_service" "orders" {\n  acceptance_required = true\n  network_load_balancer_arns = [aws_lb.orders.arn]\n}\n';
    const lines = lintManifests(
      [{ path: 'payments.tf', content: file.replace(what, by) }],
      {
        base: [{ path: 'payments.tf', content: file }],
      },
    )
      .filter(({ ruleId }) => ruleId.startsWith('change/'))
      .map(({ line, ruleId }) => `${line} ${ruleId}`);
    expect(new Set(lines)).toEqual(new Set([said]));
  });
});

describe('a key that should keep a load balancer inside', () => {
  const mistyped = service(
    'service.beta.kubernetes.io/azure-load-balancer-interal: "true"',
  );
  const findings = (content: string) =>
    lintManifests([{ path, content }])
      .filter(({ ruleId }) => ruleId === 'annotation/unknown')
      .map(({ severity, fix }) => ({ severity, isFixed: fix !== undefined }));

  it('is an error where it is mistyped, and left to people', () => {
    expect(findings(mistyped)).toEqual([{ severity: 'error', isFixed: false }]);
  });

  it('is a slip where another one says so, or AWS takes the Service', () => {
    const said = mistyped.replace(
      'example.com/team: payments',
      `${AZURE}: "true"`,
    );
    const onAws = service(
      'service.beta.kubernetes.io/azure-load-balancer-interal: "true"',
      '  loadBalancerClass: service.k8s.aws/nlb\n',
    );
    expect(findings(said)).toEqual([{ severity: 'warning', isFixed: false }]);
    expect(findings(onAws)).toEqual([{ severity: 'warning', isFixed: false }]);
  });
});
