import { clusterProfileSchema } from '../intents/clusterProfile';
import { lintManifests } from './lintManifests';
import { rules } from './rules';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';

const clusterProfile = clusterProfileSchema.parse({
  name: 'platform-eu',
  controller: { type: 'aws-load-balancer-controller', version: '3.5.0' },
  account: '111122223333',
  region: 'eu-west-1',
  subnets: [
    { id: 'subnet-0000000000000000a', zoneId: 'euw1-az1' },
    { id: 'subnet-0000000000000000b', zoneId: 'euw1-az1' },
    { id: 'subnet-0000000000000000c', zoneId: 'euw1-az2' },
  ],
});

function service(
  annotations: string[],
  spec = '  loadBalancerClass: service.k8s.aws/nlb\n',
): string {
  const lines = annotations.map(line => `    ${P}${line}\n`).join('');
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  annotations:\n${lines}spec:\n  type: LoadBalancer\n${spec}`;
}

function lint(content: string, path = 'a.yaml', profile = clusterProfile) {
  return lintManifests([{ path, content }], { clusterProfile: profile }).map(
    ({ ruleId, severity, line }) => [ruleId, severity, line],
  );
}

describe('lintManifests', () => {
  it.each<[string, string, unknown[]]>([
    [
      'a good Service',
      service([
        'scheme: "internal"',
        'inbound-sg-rules-on-private-link-traffic: "off"',
        'attributes: "load_balancing.cross_zone.enabled=true"',
      ]),
      [],
    ],
    [
      'a mistyped key',
      service(['shceme: "internal"']),
      [['annotation/unknown', 'warning', 6]],
    ],
    [
      'a per-port key',
      service([
        'target-group-attributes.443: "deregistration_delay.timeout_seconds=30"',
        'listener-attributes.TCP-443: "tcp.idle_timeout.seconds=60"',
      ]),
      [],
    ],
    [
      'an unquoted boolean',
      service(['cross-zone-load-balancing-enabled: true']),
      [
        ['annotation/deprecated', 'info', 6],
        ['annotation/not-a-string', 'error', 6],
      ],
    ],
    [
      'a boolean that Go does not know',
      service(['internal: "internal"']),
      [
        ['annotation/deprecated', 'info', 6],
        ['aws/internal-value', 'error', 6],
      ],
    ],
    [
      'the same one in-tree',
      service(['type: "nlb"', 'internal: "internal"'], ''),
      [
        ['aws/controller-mismatch', 'warning', 6],
        ['annotation/deprecated', 'info', 7],
        ['aws/internal-value', 'error', 7],
      ],
    ],
    [
      'a scheme that is none',
      service(['scheme: "private"']),
      [['annotation/value', 'error', 6]],
    ],
    [
      'a dual stack in the wrong case',
      service(['ip-address-type: "DualStack"']),
      [['annotation/value', 'error', 6]],
    ],
    [
      'scheme and internal',
      service(['scheme: "internet-facing"', 'internal: "true"']),
      [
        ['annotation/deprecated', 'info', 7],
        ['aws/scheme-disagrees', 'warning', 7],
      ],
    ],
    [
      'external without target type',
      service(['type: "external"'], ''),
      [['aws/nobody-reconciles', 'error', 6]],
    ],
    [
      'groups and none',
      service(['security-groups: "sg-1"', 'disable-nlb-sg: "true"']),
      [['aws/security-groups-conflict', 'error', 6]],
    ],
    [
      'rules without group',
      service([
        'inbound-sg-rules-on-private-link-traffic: "on"',
        'disable-nlb-sg: "true"',
      ]),
      [
        ['aws/inbound-rules-without-security-group', 'warning', 6],
        ['aws/without-security-group', 'info', 7],
      ],
    ],
    [
      'a foreign subnet',
      service([
        'subnets: "subnet-0000000000000000c, subnet-00000000000000fff"',
      ]),
      [['aws/subnets-of-cluster', 'error', 6]],
    ],
    [
      'two subnets of a zone',
      service(['subnets: "subnet-0000000000000000a,subnet-0000000000000000b"']),
      [['aws/subnets-of-cluster', 'error', 6]],
    ],
    [
      'cross-zone off',
      service(['attributes: "load_balancing.cross_zone.enabled=false"']),
      [['aws/cross-zone-off', 'warning', 6]],
    ],
    [
      'a proxy protocol that is on',
      service(['proxy-protocol: "on"']),
      [['aws/proxy-protocol-value', 'error', 6]],
    ],
    [
      'a long name',
      service([`name: "${'a'.repeat(33)}"`]),
      [['aws/name-too-long', 'error', 6]],
    ],
  ])('judges %s', (_, content, expected) => {
    expect(lint(content)).toEqual(expected);
  });

  it('names the key that was meant', () => {
    const [finding] = lintManifests([
      { path: 'a.yaml', content: service(['internall: "true"']) },
    ]);
    expect(finding).toEqual({
      ruleId: 'annotation/unknown',
      severity: 'warning',
      message: `No controller knows '${P}internall'; it is ignored`,
      remedy: `Did you mean '${P}internal'?`,
      evidence: [{ label: `${P}internall`, value: 'true' }],
      path: 'a.yaml',
      line: 6,
      column: 5,
      fix: expect.objectContaining({ text: `${P}internal` }),
    });
  });

  it('reports broken YAML by line and column and checks the other documents', () => {
    const content = `${service([
      'proxy-protocol: "on"',
    ])}---\na: [1, 2\nb: c\n---\n${service(['scheme: "x"'])}`;
    const findings = lintManifests([{ path: 'a.yaml', content }]);
    expect(findings.map(({ ruleId, line }) => [ruleId, line])).toEqual([
      ['aws/proxy-protocol-value', 6],
      ['syntax', 12],
      ['annotation/value', 19],
    ]);
  });

  it('says of a template that can not be read that it was not checked, and checks the documents beside it', () => {
    const content = `a: {{ if .b }}c: d{{ end }}\n---\n${service([
      'proxy-protocol: "on"',
    ])}`;
    expect(lint(content)).toEqual([
      ['template-not-rendered', 'info', 1],
      ['aws/proxy-protocol-value', 'error', 8],
    ]);
  });

  it('checks what a template tells, and concludes nothing from what it leaves out', () => {
    const template = service(
      [
        'type: "external"',
        'shceme: "{{ .Values.scheme }}"',
        'proxy-protocol: {{ .Values.proxy }}',
        'attributes: "${attributes}"',
        'ip-address-type: "DualStack"',
      ],
      '{{- with .Values.class }}\n  loadBalancerClass: {{ . }}\n{{- end }}\n',
    );
    expect(lint(template)).toEqual([
      ['annotation/unknown', 'warning', 7],
      ['annotation/value', 'error', 10],
    ]);
  });

  it('finds annotations in Helm values, IstioOperator and Gateway, and behind anchors', () => {
    const helm = `service:\n  annotations:\n    ${P}type: "external"\n`;
    const istio = `kind: IstioOperator\nspec:\n  components:\n    ingressGateways:\n    - k8s:\n        serviceAnnotations:\n          ${P}proxy-protocol: "1"\n`;
    const gateway = `kind: Gateway\nspec:\n  infrastructure:\n    annotations: &a\n      ${P}proxy-protocol: "2"\n---\nx: &b\n  ${P}proxy-protocol: "3"\nannotations:\n  <<: *b\n`;
    expect(lint(helm)).toEqual([['aws/nobody-reconciles', 'error', 3]]);
    expect(lint(istio)).toEqual([['aws/proxy-protocol-value', 'error', 7]]);
    expect(lint(gateway)).toEqual([
      ['aws/proxy-protocol-value', 'error', 5],
      ['aws/proxy-protocol-value', 'error', 8],
    ]);
  });

  it('finds annotations in JSON patches and in text that stands in a value', () => {
    const path = `${P}proxy-protocol`.replace('/', '~1');
    const patch = `- op: replace\n  path: /spec/type\n  value: LoadBalancer\n- op: add\n  path: /metadata/annotations/${path}\n  value: "on"\n`;
    const kustomization = `kind: Kustomization\ncommonAnnotations:\n  ${P}proxy-protocol: "1"\npatches:\n- target: {kind: Service}\n  patch: |-\n${patch.replace(
      /^/gm,
      '    ',
    )}`;
    const application = `kind: Application\nspec:\n  source:\n    helm:\n      values: |\n        # of the chart\n        service:\n          annotations:\n            ${P}proxy-protocol: "2"\n`;
    expect(lint(patch)).toEqual([['aws/proxy-protocol-value', 'error', 5]]);
    expect(lint(kustomization)).toEqual([
      ['aws/proxy-protocol-value', 'error', 3],
      ['aws/proxy-protocol-value', 'error', 11],
    ]);
    expect(lint(application)).toEqual([
      ['aws/proxy-protocol-value', 'error', 9],
    ]);
  });

  it('judges the items of a list, and JSON', () => {
    const item = `{"kind": "Service", "metadata": {"annotations": {"${P}proxy-protocol": "on"}}, "spec": {}}`;
    expect(lint(`{"kind": "List", "items": [\n${item},\n${item}]}`)).toEqual([
      ['aws/proxy-protocol-value', 'error', 2],
      ['aws/proxy-protocol-value', 'error', 3],
    ]);
  });

  it('judges grants and acceptance in Terraform and CloudFormation alike', () => {
    const terraform = `resource "aws_vpc_endpoint_service" "a" {\n  acceptance_required = false\n}\nresource "aws_vpc_endpoint_service_allowed_principal" "b" {\n  principal_arn = "*"\n}\nresource "aws_vpc_endpoint_connection_accepter" "c" {}\n`;
    const template = `Resources:\n  A:\n    Type: AWS::EC2::VPCEndpointService\n    Properties: {AcceptanceRequired: true}\n  B:\n    Type: AWS::EC2::VPCEndpointServicePermissions\n    Properties:\n      AllowedPrincipals: ["*"]\n`;
    expect(lint(terraform, 'a.tf')).toEqual([
      ['infrastructure/acceptance-off', 'warning', 2],
      ['infrastructure/any-principal', 'error', 5],
      ['infrastructure/accepter-resource', 'warning', 7],
    ]);
    expect(lint(template)).toEqual([
      ['infrastructure/any-principal', 'warning', 8],
    ]);
    expect(lint('a = [', 'a.tf')).toEqual([['syntax', 'error', 1]]);
  });

  it.each([
    [
      'a.tf',
      `resource "aws_vpc_endpoint_service" "a" {\n  supported_regions = ["eu-west-1", "us-east-1"]\n}\n`,
    ],
    [
      'b.yaml',
      `Resources:\n  A:\n    Type: AWS::EC2::VPCEndpointService\n    Properties:\n      SupportedRegions: [eu-west-1, us-east-1]\n`,
    ],
  ])(
    'knows that another idle timeout excludes the other regions of %s',
    (path, content) => {
      const manifest = service([
        'listener-attributes.TCP-443: "tcp.idle_timeout.seconds=600"',
      ]);
      const both = lintManifests(
        [
          { path: 'a.yaml', content: manifest },
          { path, content },
        ],
        { clusterProfile },
      );
      expect(both.map(({ ruleId }) => ruleId)).toEqual([
        'aws/idle-timeout-cross-region',
      ]);
      expect(lint(manifest)).toEqual([]);
    },
  );

  it('judges the private name of a service in CloudFormation', () => {
    const template = `Resources:\n  A:\n    Type: AWS::EC2::VPCEndpointService\n    Properties:\n      PrivateDnsName: pay.other.example\n`;
    const findings = lintManifests([{ path: 'a.yaml', content: template }], {
      domains: ['acme.example'],
    });
    expect(findings.map(({ ruleId, line }) => [ruleId, line])).toEqual([
      ['infrastructure/foreign-private-name', 5],
    ]);
  });

  it('says that a cluster has not the controller that is asked for', () => {
    const inTree = {
      ...clusterProfile,
      controller: { type: 'in-tree' as const, webhook: false },
    };
    expect(lint(service(['scheme: "internal"']), 'a.yaml', inTree)).toEqual([
      ['aws/controller-mismatch', 'error', 5],
    ]);
  });

  it('judges Ingresses with those of their own stage that share the load balancer', () => {
    const ingress = (path: string, scheme: string) => ({
      path,
      content: `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: ${path.slice(
        -6,
        -5,
      )}\n  annotations:\n    alb.ingress.kubernetes.io/group.name: "shop"\n    alb.ingress.kubernetes.io/scheme: "${scheme}"\n    alb.ingress.kubernetes.io/inbound-cidrs: "10.0.0.0/8"\nspec:\n  ingressClassName: alb\n  rules: []\n`,
    });
    const dev = [
      ingress('dev/a.yaml', 'internal'),
      ingress('dev/b.yaml', 'internal'),
    ];
    const prod = [
      ingress('prod/a.yaml', 'internet-facing'),
      ingress('prod/b.yaml', 'internet-facing'),
    ];
    const errorsIn = (files: typeof dev) =>
      lintManifests(files)
        .filter(({ severity }) => severity === 'error')
        .map(({ ruleId, path }) => [ruleId, path]);
    expect(errorsIn([...dev, ...prod])).toEqual([]);
    expect(
      errorsIn([...dev, ingress('dev/c.yaml', 'internet-facing')]),
    ).toContainEqual(['controller/ingress-refused', 'dev/c.yaml']);
  });

  it('has a rule for each id', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});
