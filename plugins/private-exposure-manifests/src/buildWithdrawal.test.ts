import { paymentsExposure } from './__testUtils__/paymentsExposure';
import { buildAwsPrivateLinkExposure } from './buildAwsPrivateLinkExposure';
import { buildWithdrawal } from './buildWithdrawal';
import { WithdrawInput } from './intents/withdraw';

const built = buildAwsPrivateLinkExposure(paymentsExposure).files;
const manifest = `# the team's\n${built[0].content}---\n# another\nkind: Namespace\n`;
const terraform = `# ours\nlocals {}\n\n# the way in\n${built[1].content}`;

function withdraw(
  step: WithdrawInput['step'],
  options: {
    files?: Record<string, string>;
    change?: Partial<WithdrawInput>;
  } = {},
) {
  return buildWithdrawal(
    {
      entityRef: 'component:default/payments',
      step,
      manifest: {
        form: 'aws-load-balancer-controller',
        path: 'k8s/service.yaml',
      },
      service: { name: 'payments', namespace: 'payments' },
      endpointService: { name: 'payments' },
      infrastructure: { format: 'terraform', path: 'infra/payments.tf' },
      ...options.change,
    },
    {
      existing: options.files ?? {
        'k8s/service.yaml': manifest,
        'infra/payments.tf': terraform,
      },
    },
  );
}

const open = {
  account: '444455556666',
  endpointId: 'vpce-0123456789abcdef0',
  state: 'connected',
} as const;
const unprotected = manifest.replace(
  'protection.enabled=true',
  'protection.enabled=false',
);

describe('buildWithdrawal', () => {
  it('takes the grants and the protection away first', () => {
    const { files, description } = withdraw('close');
    expect(files).toEqual([
      {
        path: 'infra/payments.tf',
        content: terraform.slice(
          0,
          terraform.indexOf('\nresource "aws_vpc_endpoint_service_allowed'),
        ),
      },
      { path: 'k8s/service.yaml', content: unprotected },
    ]);
    expect(description).toContain('**Who is connected is not known.**');
    const again = Object.fromEntries(
      files.map(({ path, content }) => [path, content]),
    );
    expect(withdraw('close', { files: again }).files).toEqual([]);
  });

  it('writes nothing for the step that people do', () => {
    const { files, description } = withdraw('reject-connections', {
      change: { connections: [open] },
    });
    expect(files).toEqual([]);
    expect(description).toContain(
      '| `444455556666` | 1 connected | `vpce-0123456789abcdef0` |',
    );
    expect(description).toContain(
      '3. **Reject the connections that are left** (this change)',
    );
  });

  it('removes the endpoint service and what belongs to it, and nothing else', () => {
    expect(withdraw('remove-service').files).toEqual([
      { path: 'infra/payments.tf', content: '# ours\nlocals {}\n' },
    ]);
    const files = { 'infra/payments.tf': built[1].content };
    expect(withdraw('remove-service', { files })).toMatchObject({
      files: [],
      deletedPaths: ['infra/payments.tf'],
    });
  });

  it('makes the Service reachable inside only, or removes its document', () => {
    const files = { 'k8s/service.yaml': unprotected };
    const [inside] = withdraw('remove-load-balancer', { files }).files;
    expect(inside.content).toBe(`# the team's
apiVersion: v1
kind: Service
metadata:
  name: payments
  namespace: payments
spec:
  type: ClusterIP
  selector:
    app: payments
  ports:
    - port: 443
      targetPort: 8443
      protocol: TCP
---
# another
kind: Namespace
`);
    const change = {
      manifest: {
        form: 'aws-load-balancer-controller',
        path: 'k8s/service.yaml',
        service: 'remove',
      },
    } as const;
    const [removed] = withdraw('remove-load-balancer', { files, change }).files;
    expect(removed.content).toBe(`# the team's
---
# another
kind: Namespace
`);
    const alone = { 'k8s/service.yaml': unprotected.split('---')[0] };
    expect(
      withdraw('remove-load-balancer', { files: alone, change }).deletedPaths,
    ).toEqual(['k8s/service.yaml']);
  });

  it('tells the reviewer what becomes of an Ingress whose targets the Service was', () => {
    const ingress = `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: payments
  namespace: payments
spec:
  ingressClassName: alb
  defaultBackend: { service: { name: payments, port: { number: 443 } } }
`;
    const { description } = withdraw('remove-load-balancer', {
      files: { 'k8s/service.yaml': `${unprotected}${ingress}` },
    });

    expect(description).toMatch(
      /What the Ingress payments\/payments becomes[^]*\| load balancer \| Application Load Balancer k8s.* \| \*\*none is made or changed.*service be must of type/,
    );
    expect(description).toContain('All else stays as it is.');
  });

  it('keeps to the order', () => {
    const files = {
      'k8s/service.yaml': manifest,
      'infra/payments.tf': terraform,
    };
    expect(() =>
      withdraw('remove-service', { change: { connections: [open] } }),
    ).toThrow('connections[0]: is still connected; reject it first');
    expect(
      withdraw('remove-service', {
        change: { connections: [open], cutOffConsumers: true },
      }).description,
    ).toContain('is cut off: the form says that this is meant');
    expect(() => withdraw('remove-load-balancer', { files })).toThrow(
      "do the step 'remove-service' first",
    );
    expect(() =>
      withdraw('remove-load-balancer', {
        files: { 'k8s/service.yaml': manifest },
      }),
    ).toThrow("do the step 'close' first");
  });

  it('leaves a service alone that other code uses', () => {
    const files = {
      'infra/payments.tf': `${terraform}output "name" {\n  value = aws_vpc_endpoint_service.payments.service_name\n}\n`,
    };
    expect(() => withdraw('remove-service', { files })).toThrow(
      'output.name uses the endpoint service',
    );
  });

  it('names the services of a file that has only others', () => {
    const change = { endpointService: { name: 'invoices' } };
    for (const step of ['close', 'remove-service'] as const) {
      expect(() => withdraw(step, { change })).toThrow(
        "endpointService.name: names none of the endpoint services in infra/payments.tf, which are 'payments'",
      );
    }
  });

  it('does the same to a CloudFormation template', () => {
    const path = 'infra/payments.yaml';
    const { files } = buildAwsPrivateLinkExposure({
      ...paymentsExposure,
      endpointService: {
        ...paymentsExposure.endpointService,
        privateDns: undefined,
      },
      infrastructure: { format: 'cloudformation', path },
    });
    const template = files[1].content;
    const change = {
      infrastructure: { format: 'cloudformation', path },
    } as const;
    const existing = { 'k8s/service.yaml': unprotected, [path]: template };

    const [closed] = withdraw('close', { files: existing, change }).files;
    expect(closed.path).toBe(path);
    expect(template.startsWith(closed.content.trimEnd())).toBe(true);
    expect(closed.content).not.toContain('AllowedPrincipals');

    expect(() =>
      withdraw('remove-load-balancer', { files: existing, change }),
    ).toThrow("do the step 'remove-service' first");
    const ours = { [path]: closed.content };
    expect(withdraw('remove-service', { files: ours, change })).toMatchObject({
      files: [],
      deletedPaths: [path],
    });
    const more = { [path]: `${closed.content}  Topic:\n    Type: "A"\n` };
    expect(() => withdraw('remove-service', { files: more, change })).toThrow(
      'has other resources too',
    );
  });

  it('closes a template that somebody wrote, whatever its grants are called', () => {
    const path = 'infra/payments.json';
    const service = `    "PaymentsService": { "Type": "AWS::EC2::VPCEndpointService" }`;
    const grantsFor = (id: string, serviceId: string) => `    "${id}": {
      "Type": "AWS::EC2::VPCEndpointServicePermissions",
      "Properties": {
        "AllowedPrincipals": ["arn:aws:iam::444455556666:root"],
        "ServiceId": { "Ref": "${serviceId}" }
      }
    }`;
    const template = (...resources: string[]) =>
      `{\n  "Resources": {\n${resources.join(',\n')}\n  }\n}\n`;
    const others = grantsFor('B', 'OtherService');
    const existing = {
      'k8s/service.yaml': unprotected,
      [path]: template(
        grantsFor('A', 'PaymentsService'),
        service,
        others,
        grantsFor('C', 'PaymentsService'),
      ),
    };

    const [closed] = withdraw('close', {
      files: existing,
      change: { infrastructure: { format: 'cloudformation', path } },
    }).files;

    expect(closed.content).toBe(template(service, others));
  });

  it.each([
    [
      'istio-operator',
      'spec:\n  components:\n    ingressGateways:\n      - name: payments\n        k8s:\n          service:\n            type: LoadBalancer\n            loadBalancerSourceRanges: ["10.0.0.0/8"]\n',
    ],
    [
      'istio-helm-values',
      'service:\n  type: LoadBalancer\n  loadBalancerSourceRanges: ["10.0.0.0/8"]\n',
    ],
  ] as const)(
    'leaves nothing in %s that Kubernetes refuses without a load balancer',
    (form, text) => {
      const kind = form === 'istio-operator' ? 'kind: IstioOperator\n' : '';
      const [file] = withdraw('remove-load-balancer', {
        files: { 'k8s/service.yaml': `${kind}${text}` },
        change: { manifest: { form, path: 'k8s/service.yaml' } },
      }).files;
      expect(file.content).toContain('type: ClusterIP');
      expect(file.content).not.toContain('loadBalancerSourceRanges');
    },
  );
});
