import { paymentsLoadBalancer } from './__testUtils__/loadBalancer';
import { buildAwsLoadBalancer } from './buildAwsLoadBalancer';
import { buildAwsLoadBalancerWithdrawal } from './buildAwsLoadBalancerWithdrawal';
import { AwsLoadBalancerWithdrawInput } from './intents/awsLoadBalancerWithdraw';

const path = 'k8s/payments.yaml';
const exposed = buildAwsLoadBalancer(paymentsLoadBalancer).files[0].content;
const [service] = exposed.split('---\n');

const withdraw = (
  step: AwsLoadBalancerWithdrawInput['step'],
  text: string,
  change: Partial<AwsLoadBalancerWithdrawInput> = {},
) =>
  buildAwsLoadBalancerWithdrawal(
    {
      entityRef: 'component:default/payments',
      step,
      manifest: { path },
      service: { name: 'payments', namespace: 'payments' },
      ...change,
    },
    { existing: { [path]: text } },
  );

const unprotected = exposed.replace(
  'deletion_protection.enabled=true',
  'deletion_protection.enabled=false',
);

describe('buildAwsLoadBalancerWithdrawal', () => {
  it('lifts the protection first, and nothing else', () => {
    const { files } = withdraw('lift-protection', exposed);
    expect(files).toEqual([{ path, content: unprotected }]);
    expect(withdraw('lift-protection', unprotected).files).toEqual([]);
  });

  it('removes the Ingress then, and keeps the Service inside the cluster', () => {
    const { files, findings, description } = withdraw(
      'remove-load-balancer',
      unprotected,
    );
    expect(files).toEqual([{ path, content: service }]);
    expect(findings).toEqual([]);
    expect(description).toContain('**Remove the load balancer** (this change)');
  });

  it('removes the file where the Service goes too', () => {
    const { files, deletedPaths } = withdraw(
      'remove-load-balancer',
      unprotected,
      { manifest: { path, service: 'remove' } },
    );
    expect({ files, deletedPaths }).toEqual({
      files: [],
      deletedPaths: [path],
    });
  });

  it('refuses to skip a step, for AWS would keep the load balancer', () => {
    expect(() => withdraw('remove-load-balancer', exposed)).toThrow(
      `k8s/payments.yaml: deletion protection is still on; do the step 'lift-protection' first`,
    );
  });

  it('lets a member of a group go, whose load balancer the others keep', () => {
    const member = exposed.replace(
      '    alb.ingress.kubernetes.io/scheme',
      '    alb.ingress.kubernetes.io/group.name: "internal"\n    alb.ingress.kubernetes.io/scheme',
    );
    expect(withdraw('remove-load-balancer', member).files).toHaveLength(1);
  });

  it('leaves an Ingress alone that leads to others too', () => {
    const shared = unprotected.replace(
      /( {10}- path:[^]*)$/,
      '$1          - path: "/web"\n            pathType: Prefix\n            backend: {service: {name: web, port: {number: 80}}}\n',
    );
    expect(shared).not.toBe(unprotected);
    expect(() => withdraw('remove-load-balancer', shared)).toThrow(
      'the Ingress also leads payments.acme.example/web to payments/web',
    );
  });

  it('takes what nobody claims by the name of its Ingress, with the one Service behind it', () => {
    const unclaimed = {
      ...{ entityRef: undefined, ingressName: 'payments' },
      service: { namespace: 'payments' },
      manifest: { path, service: 'remove' as const },
    };
    const { title, description } = withdraw(
      'lift-protection',
      exposed,
      unclaimed,
    );

    expect(title).toContain('payments/payments');
    expect(description).toContain('which nobody in the catalog claims');
    expect(
      withdraw('remove-load-balancer', unprotected, unclaimed).deletedPaths,
    ).toEqual([path]);
    expect(() =>
      withdraw('lift-protection', exposed, {
        ...unclaimed,
        ingressName: undefined,
      }),
    ).toThrow('service.name: must be given');
  });

  it('names the file that has no such Ingress', () => {
    expect(() => withdraw('lift-protection', service)).toThrow(
      'k8s/payments.yaml: has no Ingress payments/payments',
    );
  });
});
