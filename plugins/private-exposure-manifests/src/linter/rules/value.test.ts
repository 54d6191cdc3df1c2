import { lintManifests } from '../lintManifests';

const P = 'service.beta.kubernetes.io/';

function findingOf(annotation: string) {
  const content = `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${P}azure-load-balancer-internal: "true"\n    ${P}azure-pls-create: "true"\n    ${P}${annotation}\nspec:\n  type: LoadBalancer\n  ports: [{port: 443}]\n`;
  return lintManifests([{ path: 'payments.yaml', content }]).find(
    ({ ruleId }) => ruleId === 'annotation/value',
  );
}

/** The finding about one annotation of an Application Load Balancer, or of one of a Service's. */
function findingOnAws(annotation: string) {
  const file = (head: string, key: string, spec: string) =>
    `${head}metadata:\n  name: payments\n  annotations:\n    ${key}${annotation}\nspec:\n${spec}`;
  const content = annotation.startsWith('aws-')
    ? file(
        'apiVersion: v1\nkind: Service\n',
        P,
        '  type: LoadBalancer\n  ports: [{port: 443}]\n',
      )
    : file(
        'apiVersion: networking.k8s.io/v1\nkind: Ingress\n',
        'alb.ingress.kubernetes.io/',
        '  ingressClassName: alb\n  defaultBackend: {service: {name: payments, port: {number: 443}}}\n',
      );
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

  it.each([
    'healthcheck-interval-seconds: "4"',
    'healthy-threshold-count: "11"',
    'auth-session-timeout: "604801"',
    'target-control-port.payments.443: "65536"',
    'aws-load-balancer-healthcheck-timeout: "121"',
    'aws-load-balancer-connection-idle-timeout: "4001"',
    'aws-load-balancer-access-log-emit-interval: "7"',
  ])('says that AWS refuses %s, which its controllers pass on', annotation => {
    expect(findingOnAws(annotation)).toMatchObject({
      severity: 'error',
      message: expect.stringMatching(
        /; AWS takes no such number, and the load balancer is not built or changed$/,
      ),
    });
  });

  it.each([
    'healthcheck-interval-seconds: "4s"',
    'healthcheck-interval-seconds: " 4"',
    'group.order: "1001"',
    'ssl-redirect: "65536"',
    'target-type: "pod"',
    'aws-load-balancer-connection-idle-timeout: "1h"',
  ])('says that the controller refuses %s', annotation => {
    expect(findingOnAws(annotation)).toMatchObject({
      severity: 'error',
      message: expect.stringMatching(/; the .* refuses the object$/),
    });
  });
});
