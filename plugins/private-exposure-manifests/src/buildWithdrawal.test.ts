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
  it('takes the grants away first', () => {
    const [file] = withdraw('tell-consumers').files;
    expect(file.content).toBe(
      terraform.slice(
        0,
        terraform.indexOf('\nresource "aws_vpc_endpoint_service_allowed'),
      ),
    );
  });

  it('writes nothing for the step that people do', () => {
    const { files, description } = withdraw('reject-connections', {
      change: { connections: [open] },
    });
    expect(files).toEqual([]);
    expect(description).toContain(
      '| `444455556666` | `vpce-0123456789abcdef0` | connected |',
    );
    expect(description).toContain(
      '2. **Reject the connections that are left** (this change)',
    );
  });

  it('removes the endpoint service and what belongs to it, and nothing else', () => {
    expect(withdraw('remove-endpoint-service').files).toEqual([
      { path: 'infra/payments.tf', content: '# ours\nlocals {}\n' },
    ]);
    const files = { 'infra/payments.tf': built[1].content };
    expect(withdraw('remove-endpoint-service', { files })).toMatchObject({
      files: [],
      deletedPaths: ['infra/payments.tf'],
    });
  });

  it('switches deletion protection off in place', () => {
    const [file] = withdraw('disable-deletion-protection').files;
    expect(file.content).toBe(unprotected);
    expect(
      withdraw('disable-deletion-protection', {
        files: { 'k8s/service.yaml': unprotected },
      }).files,
    ).toEqual([]);
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

  it('keeps to the order', () => {
    const files = {
      'k8s/service.yaml': manifest,
      'infra/payments.tf': terraform,
    };
    expect(() =>
      withdraw('remove-endpoint-service', { change: { connections: [open] } }),
    ).toThrow('connections[0]: is still connected; reject it first');
    expect(() => withdraw('remove-load-balancer', { files })).toThrow(
      'do the step remove-endpoint-service first',
    );
    expect(() =>
      withdraw('remove-load-balancer', {
        files: { 'k8s/service.yaml': manifest },
      }),
    ).toThrow('do the step disable-deletion-protection first');
  });

  it('leaves a service alone that other code uses', () => {
    const files = {
      'infra/payments.tf': `${terraform}output "name" {\n  value = aws_vpc_endpoint_service.payments.service_name\n}\n`,
    };
    expect(() => withdraw('remove-endpoint-service', { files })).toThrow(
      'output.name uses the endpoint service',
    );
  });
});
