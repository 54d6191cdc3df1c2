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
