import { LintInput } from '../readFile';
import { lintManifests } from '../lintManifests';

const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';
const AZURE = 'service.beta.kubernetes.io/azure-';
const ALB = 'alb.ingress.kubernetes.io/';

function service(
  annotations: string[],
  spec = 'type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb',
  name = 'payments',
): string {
  const lines = annotations.map(line => `    ${line}\n`).join('');
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n  annotations:\n    team: payments\n${lines}spec:\n  ${spec}\n  ports: [{port: 443}]\n`;
}

const ingress = (annotations: string[]) =>
  service(annotations, 'ingressClassName: alb')
    .replace('apiVersion: v1', 'apiVersion: networking.k8s.io/v1')
    .replace('kind: Service', 'kind: Ingress')
    .replace('ports: [{port: 443}]', 'rules: []');

const helm = (annotations: string[], around = 'service') =>
  `${around}:\n  annotations:\n${annotations
    .map(line => `    ${line}\n`)
    .join('')}`;

const file = (content: string, path = 'a.yaml'): LintInput => ({
  path,
  content,
});

function changes(base: LintInput[], now: LintInput[]) {
  return lintManifests(now, { base })
    .filter(({ ruleId }) => ruleId.startsWith('change/'))
    .map(({ ruleId, severity, path }) => [ruleId, severity, path]);
}

const INTERNAL = [`${AWS}scheme: "internal"`];
const PUBLIC = [`${AWS}scheme: "internet-facing"`];

describe('a change', () => {
  it.each<[string, string, string, string[]]>([
    ['that changes nothing', service(INTERNAL), service(INTERNAL), []],
    [
      'that opens a Service',
      service(INTERNAL),
      service(PUBLIC),
      ['change/load-balancer-replaced', 'change/made-public'],
    ],
    [
      'that says less: the scheme stays as it is on the live load balancer',
      service(PUBLIC),
      service([]),
      [],
    ],
    [
      'that moves a Service to the other controller',
      service(
        [`${AWS}type: "nlb"`, `${AWS}internal: "true"`],
        'type: LoadBalancer',
      ),
      service(
        [`${AWS}type: "external"`, `${AWS}nlb-target-type: "ip"`],
        'type: LoadBalancer',
      ),
      ['change/load-balancer-replaced'],
    ],
    [
      'that takes the load balancer away',
      service([`${AWS}attributes: "deletion_protection.enabled=true"`]),
      service([], 'type: ClusterIP'),
      ['change/deletion-protected', 'change/load-balancer-removed'],
    ],
    [
      'of a class',
      service(
        INTERNAL,
        'type: LoadBalancer\n  loadBalancerClass: eks.amazonaws.com/nlb',
      ),
      service(INTERNAL),
      ['change/class-changed'],
    ],
    [
      'of subnets, of which one is only moved',
      service([`${AWS}subnets: "subnet-a,subnet-b"`]),
      service([`${AWS}subnets: "subnet-b,subnet-c"`]),
      ['change/subnets-removed'],
    ],
    [
      'that opens an Ingress, which is internal without a word',
      ingress([]),
      ingress([`${ALB}scheme: "internet-facing"`]),
      ['change/load-balancer-replaced', 'change/made-public'],
    ],
    [
      'of a group',
      ingress([`${ALB}group.name: "a"`]),
      ingress([`${ALB}group.name: "b"`]),
      ['change/group-changed'],
    ],
    [
      'of Helm values',
      helm(INTERNAL),
      helm(PUBLIC),
      ['change/load-balancer-replaced', 'change/made-public'],
    ],
    ['of other Helm values', helm(INTERNAL), helm(PUBLIC, 'other'), []],
    [
      'that renames a private link service',
      service(
        [`${AZURE}pls-create: "true"`, `${AZURE}pls-name: "a"`],
        'type: LoadBalancer',
      ),
      service(
        [`${AZURE}pls-create: "true"`, `${AZURE}pls-name: "b"`],
        'type: LoadBalancer',
      ),
      ['change/private-link-service-changed'],
    ],
    [
      'that forgets a private link service',
      service([`${AZURE}pls-create: "true"`], 'type: LoadBalancer'),
      service([], 'type: LoadBalancer'),
      ['change/private-link-service-changed'],
    ],
  ])('%s', (_, before, after, expected) => {
    const found = changes([file(before)], [file(after)]);
    expect(found.map(([id]) => id).sort()).toEqual(expected);
  });

  it('says what is gone at the path where it was, and how much hangs on it', () => {
    const pls = service(
      [`${AZURE}pls-create: "true"`, `${AZURE}load-balancer-internal: "true"`],
      'type: LoadBalancer',
      'billing',
    );
    expect(
      changes([file(`${service(INTERNAL)}---\n${pls}`, 'gone.yaml')], []),
    ).toEqual([
      ['change/load-balancer-removed', 'warning', 'gone.yaml'],
      ['change/load-balancer-removed', 'error', 'gone.yaml'],
    ]);
  });

  it('follows an object to another file, and does not take another stage for it', () => {
    const moved = changes(
      [file(service(INTERNAL), 'old.yaml')],
      [file(service(PUBLIC), 'new.yaml')],
    );
    expect(moved.map(([id, , path]) => [id, path])).toEqual([
      ['change/load-balancer-replaced', 'new.yaml'],
      ['change/made-public', 'new.yaml'],
    ]);
    const stages = changes(
      [file(service(INTERNAL), 'dev.yaml'), file(service(PUBLIC), 'prod.yaml')],
      [file(service(PUBLIC), 'prod.yaml')],
    );
    expect(stages).toEqual([
      ['change/load-balancer-removed', 'warning', 'dev.yaml'],
    ]);
  });

  it('says what was and what becomes', () => {
    const [finding] = lintManifests([file(service(PUBLIC))], {
      base: [file(service(INTERNAL))],
    }).filter(({ ruleId }) => ruleId === 'change/made-public');
    expect(finding.evidence).toEqual([
      { label: 'scheme before', value: 'internal' },
      { label: 'scheme after', value: 'internet-facing' },
    ]);
  });

  it('knows endpoint services and grants that go, in whichever file they stood', () => {
    const code = (name: string) =>
      `resource "aws_vpc_endpoint_service" "${name}" {\n  allowed_principals = ["arn:aws:iam::111122223333:root"]\n}\n`;
    const moved = `moved {\n  from = aws_vpc_endpoint_service.a\n  to   = aws_vpc_endpoint_service.b\n}\n`;
    const before = [file(code('a'), 'a.tf')];
    expect(changes(before, [file(code('a'), 'b.tf')])).toEqual([]);
    expect(changes(before, [file(code('b') + moved, 'b.tf')])).toEqual([]);
    expect(changes(before, [file(code('b'), 'b.tf')])).toEqual([
      ['change/endpoint-service-removed', 'error', 'a.tf'],
    ]);
    expect(changes(before, [])).toEqual([
      ['change/endpoint-service-removed', 'error', 'a.tf'],
      ['change/grant-removed', 'warning', 'a.tf'],
    ]);
  });
});
