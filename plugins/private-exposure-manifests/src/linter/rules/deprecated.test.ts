import { lintManifests } from '../lintManifests';

const INTERNAL = 'service.beta.kubernetes.io/aws-load-balancer-internal';

function findingOn(spec: string) {
  const content = `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${INTERNAL}: "true"\nspec: {type: LoadBalancer, ports: [{port: 443}]${spec}}\n`;
  return lintManifests([{ path: 'payments.yaml', content }]).find(
    ({ ruleId }) => ruleId === 'annotation/deprecated',
  );
}

describe('annotation/deprecated', () => {
  it('names the successor', () => {
    expect(findingOn(', loadBalancerClass: service.k8s.aws/nlb')).toMatchObject(
      {
        message: `'${INTERNAL}' is deprecated in the AWS Load Balancer Controller`,
        remedy: 'Use aws-load-balancer-scheme instead.',
      },
    );
  });

  it('says for whom where another controller, which has none, may take the Service', () => {
    expect(findingOn('')?.remedy).toBe(
      'Where that controller takes it, use aws-load-balancer-scheme instead.',
    );
  });
});
