import { paymentsExposure } from '../__testUtils__/paymentsExposure';
import { buildAwsPrivateLinkExposure } from '../buildAwsPrivateLinkExposure';

function edit(
  text: string,
  change: Partial<typeof paymentsExposure> = {},
): string {
  const intent = { ...paymentsExposure, ...change };
  const { files } = buildAwsPrivateLinkExposure(intent, {
    existing: { [intent.manifest.path]: text },
  });
  return (
    files.find(({ path }) => path === intent.manifest.path)?.content ?? text
  );
}

const ANNOTATIONS = `    service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: "ip"
    service.beta.kubernetes.io/aws-load-balancer-scheme: "internal"
    service.beta.kubernetes.io/aws-load-balancer-subnets: "subnet-0a1b2c3d4e5f60718,subnet-0a1b2c3d4e5f60719"
    service.beta.kubernetes.io/aws-load-balancer-inbound-sg-rules-on-private-link-traffic: "off"
    service.beta.kubernetes.io/aws-load-balancer-attributes: "load_balancing.cross_zone.enabled=true,deletion_protection.enabled=true"
    service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags: "backstage-entity-ref=component:default/payments"
`;

const BEFORE = `# a file of the team
apiVersion: v1
kind: ConfigMap
metadata: {name: x,   namespace: payments}   # odd spaces
---
apiVersion: v1
kind: Service # the service
metadata:
  name: payments
  namespace: payments
  # labels come later

spec:
  type: ClusterIP # inside only
  selector: { app: payments }
  ports:
    - port: 443
# tail
---
kind: Other
apiVersion: v1
`;

describe('editing an existing manifest', () => {
  it('changes the one Service and no other character', () => {
    expect(edit(BEFORE)).toBe(
      BEFORE.replace(
        '  namespace: payments\n  # labels',
        `  namespace: payments\n  annotations:\n${ANNOTATIONS}  # labels`,
      )
        .replace('type: ClusterIP #', 'type: LoadBalancer #')
        .replace(
          '    - port: 443\n',
          '    - port: 443\n  loadBalancerClass: service.k8s.aws/nlb\n',
        ),
    );
  });

  it('changes nothing the second time', () => {
    const once = edit(BEFORE);
    expect(edit(once)).toBe(once);
  });

  it('keeps Windows line ends', () => {
    const once = edit(BEFORE.replaceAll('\n', '\r\n'));
    expect(once.replaceAll('\r\n', '')).not.toContain('\n');
    expect(once.replaceAll('\r\n', '\n')).toBe(edit(BEFORE));
  });

  it('replaces annotations that say something else and keeps those of others', () => {
    const before = BEFORE.replace(
      '  # labels',
      '  annotations:\n    example.com/keep: "1" # ours\n    service.beta.kubernetes.io/aws-load-balancer-internal: "false" # old\n  # labels',
    );
    const after = edit(before);
    expect(after).toContain(`    example.com/keep: "1" # ours\n${ANNOTATIONS}`);
    expect(after).not.toContain('aws-load-balancer-internal');
  });

  it('adds a document where the Service is not there yet', () => {
    const after = edit(
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: payments',
    );
    expect(after).toContain(
      '  name: payments\n---\napiVersion: v1\nkind: Service\n',
    );
  });

  it('fills empty and flow maps', () => {
    const before = BEFORE.replace(
      '  # labels come later',
      '  annotations: {} # none',
    );
    expect(edit(before)).toContain(`  annotations: # none\n${ANNOTATIONS}`);
    const flow =
      'apiVersion: v1\nkind: Service\nmetadata: {name: payments, namespace: payments, annotations: {a: b}}\nspec: {type: ClusterIP}\n';
    expect(edit(flow)).toContain(
      'annotations: {a: b, "service.beta.kubernetes.io/aws-load-balancer-nlb-target-type": "ip", ',
    );
  });

  it('edits the named gateway of an IstioOperator', () => {
    const before = `kind: IstioOperator
spec:
  components:
    ingressGateways:
    - enabled: true
      name: other
    - enabled: true
      name: payments
      k8s:
        serviceAnnotations:
          service.beta.kubernetes.io/aws-load-balancer-internal: "true"
`;
    const after = edit(before, {
      manifest: { form: 'istio-operator', path: 'k8s/istio.yaml' },
    });
    expect(after.startsWith(before.split('          service.beta')[0])).toBe(
      true,
    );
    expect(after).toContain(
      '          service.beta.kubernetes.io/aws-load-balancer-type: "external"\n',
    );
    expect(after).not.toContain('balancer-internal');
  });

  it.each([
    [
      'a template',
      BEFORE.replace('ClusterIP', '{{ .Values.type }}'),
      `k8s/service.yaml:14: is a template`,
    ],
    [
      'an anchor',
      BEFORE.replace(
        'metadata:\n  name: payments',
        'metadata: &m\n  name: payments',
      ),
      `k8s/service.yaml:9: has the anchor '&m'`,
    ],
    [
      'a merge key',
      BEFORE.replace(
        '  # labels',
        '  annotations:\n    <<: {a: b}\n  # labels',
      ),
      'has a merge key',
    ],
    [
      'the Service twice',
      `${BEFORE}---\n${BEFORE.split('---\n')[1]}`,
      'has the same object a second time',
    ],
    ['broken YAML', `${BEFORE}---\na: [\n`, `can't be read as YAML`],
    [
      'a load balancer without class',
      BEFORE.replace('ClusterIP', 'LoadBalancer'),
      'does not let a class be added later',
    ],
    [
      'other ports',
      BEFORE.replace('443', '80'),
      'service.ports: must be those of the existing Service (80)',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => edit(text)).toThrow(message);
  });
});
