import { KubernetesObject } from '../KubernetesObject';
import { ControllerRefusal } from '../ControllerRefusal';
import { awsLbcIngressDefaults } from './AwsLbcIngressFacts';
import { planAwsLbcIngress } from './planAwsLbcIngress';
import { PlannedGroups } from './PlannedGroups';

/** Counts how often somebody reads what it leads to. */
function member(name: string, ports: string, reads: { count: number }) {
  const object: KubernetesObject = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      namespace: 'shop',
      annotations: {
        'alb.ingress.kubernetes.io/group.name': 'shop',
        'alb.ingress.kubernetes.io/listen-ports': ports,
      },
    },
  };
  Object.defineProperty(object, 'spec', {
    get: () => {
      reads.count += 1;
      return { ingressClassName: 'alb', rules: [] };
    },
  });
  return object;
}

function planAll(size: number, ports: string) {
  const reads = { count: 0 };
  const planned = new PlannedGroups();
  const group = Array.from({ length: size }, (_, index) =>
    member(`ingress-${index}`, ports, reads),
  );
  const facts = { ...awsLbcIngressDefaults, clusterName: 'shop' };
  const outcomes = group.map(one => {
    try {
      const otherIngresses = group.filter(other => other !== one);
      return planAwsLbcIngress(one, { ...facts, otherIngresses }, planned);
    } catch (error) {
      return error;
    }
  });
  return { outcomes, reads: reads.count };
}

describe('PlannedGroups', () => {
  it('makes one plan for all members, at a cost that grows with their number alone', () => {
    const small = planAll(20, '[{"HTTP": 80}]');
    const large = planAll(200, '[{"HTTP": 80}]');

    expect(new Set(large.outcomes).size).toBe(1);
    expect(large.outcomes[0]).toMatchObject({ reconciled: true });
    expect(large.reads / 200).toBeLessThan((1.1 * small.reads) / 20);
  });

  it('refuses every member for the same reason', () => {
    const { outcomes } = planAll(3, '[{"TCP": 80}]');

    expect(new Set(outcomes).size).toBe(1);
    expect(outcomes[0]).toBeInstanceOf(ControllerRefusal);
  });
});
