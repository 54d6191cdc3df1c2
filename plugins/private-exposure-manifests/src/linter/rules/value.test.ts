import { lintManifests } from '../lintManifests';

const P = 'service.beta.kubernetes.io/';

function findingOf(annotation: string) {
  const content = `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${P}azure-load-balancer-internal: "true"\n    ${P}azure-pls-create: "true"\n    ${P}${annotation}\nspec:\n  type: LoadBalancer\n  ports: [{port: 443}]\n`;
  return lintManifests([{ path: 'payments.yaml', content }]).find(
    ({ ruleId }) => ruleId === 'annotation/value',
  );
}

describe('annotation/value', () => {
  it.each([
    'azure-pls-ip-configuration-ip-address-count: "9"',
    'azure-load-balancer-tcp-idle-timeout: "3"',
    'azure-load-balancer-health-probe-interval: "10s"',
  ])('says that the Azure cloud provider stops at %s', annotation => {
    expect(findingOf(annotation)).toMatchObject({
      severity: 'error',
      message: expect.stringMatching(
        /Azure cloud provider refuses the object$/,
      ),
    });
  });

  it('says that it takes another word for false', () => {
    expect(findingOf('azure-pls-proxy-protocol: "yes"')).toMatchObject({
      severity: 'warning',
      message: expect.stringMatching(/Azure cloud provider ignores it$/),
    });
  });
});
