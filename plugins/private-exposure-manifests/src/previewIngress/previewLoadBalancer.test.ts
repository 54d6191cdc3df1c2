import { buildAwsLoadBalancer } from '../buildAwsLoadBalancer';
import { ExistingFiles } from '../builders/types';
import { readAwsProfile } from '../preview/readProfile';
import { LoadBalancerRequest } from '../requests/LoadBalancerRequest';
import { toLoadBalancerInput } from '../requests/toLoadBalancerInput';
import { previewLoadBalancer } from './previewLoadBalancer';

const ACCOUNT = '999988887777';
const CERTIFICATE = `arn:aws:acm:eu-west-1:${ACCOUNT}:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f`;
const cluster = {
  name: 'shared-eu',
  profile: {
    controller: 'aws-load-balancer-controller',
    version: '3.5.0',
    accountId: '111122223333',
    loadBalancerAccount: ACCOUNT,
    region: 'eu-west-1',
    subnets: [
      { id: 'subnet-0a1b2c3d4e5f6e001', zoneId: 'euw1-az1' },
      { id: 'subnet-0a1b2c3d4e5f6e002', zoneId: 'euw1-az2' },
    ],
    securityGroups: ['sg-0a1b2c3d4e5f6f001'],
    ingressGroups: [{ name: 'internal', namespaces: ['payments'] }],
  },
};
const entity = {
  entityRef: 'component:default/payments',
  entityName: 'payments',
};
const kept: LoadBalancerRequest = {
  host: 'payments.acme.example',
  paths: ['/api'],
  port: 80,
  loadBalancer: { certificates: [CERTIFICATE], healthCheckPath: '/healthz' },
};
const added: LoadBalancerRequest = {
  ...kept,
  service: {
    selector: { 'app.kubernetes.io/name': 'payments' },
    ports: [{ port: 80, targetPort: 8080 }],
  },
};
const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: payments
  namespace: payments
spec:
  selector: { app: payments }
  ports:
    - port: 80
`;

function preview(
  request: LoadBalancerRequest,
  options: { exists?: boolean; profile?: object } = {},
) {
  const { exists = false, profile = cluster.profile } = options;
  return previewLoadBalancer({
    ...{ ...entity, request, exists },
    cluster: { ...cluster, profile },
  });
}

function ready(...args: Parameters<typeof preview>) {
  const result = preview(...args);
  if (result.type !== 'ready') throw new Error(JSON.stringify(result.issues));
  return result;
}

/** What the template's action makes of the same. */
function build(request: LoadBalancerRequest, existing: ExistingFiles = {}) {
  const profile = readAwsProfile(cluster, 'a load balancer');
  return buildAwsLoadBalancer(
    toLoadBalancerInput({ ...entity, profile, request }),
    { existing, clusterProfile: profile },
  );
}

const loadBalancer = (change: LoadBalancerRequest['loadBalancer']) => ({
  loadBalancer: { ...kept.loadBalancer, ...change },
});

describe('previewLoadBalancer', () => {
  it.each<LoadBalancerRequest>([
    {},
    loadBalancer({ certificates: [] }),
    loadBalancer({ scheme: 'internet-facing' }),
    loadBalancer({ group: 'internal' }),
    loadBalancer({ tlsPolicy: 'ELBSecurityPolicy-2016-08' }),
    loadBalancer({ name: 'k8s-payments', deletionProtection: false }),
    { ingressClassName: 'nginx' },
    { paths: ['/a', '/b'], manifestPath: 'deploy/all.yaml' },
  ])('shows the file and the findings that the template has for %j', change => {
    const request = { ...added, ...change };
    const built = build(request);

    const { manifest, findings } = ready(request);

    expect([manifest]).toEqual(built.files);
    expect(findings).toEqual(built.findings);
  });

  it('shows the Ingress that goes beside a Service that is there', () => {
    const existing = { 'k8s/payments.yaml': SERVICE };
    const [file] = build(kept, existing).files;

    const { manifest } = ready(kept, { exists: true });

    expect(manifest.content).toMatch(/^apiVersion: networking/);
    expect(file.content).toBe(`${SERVICE}---\n${manifest.content}`);
  });

  it('finds what the linter finds, and says what the Ingress becomes', () => {
    const { securityGroups: _kept, ...profile } = cluster.profile;
    const { findings, plan, planOf } = ready(
      {
        ...added,
        ...loadBalancer({
          scheme: 'internet-facing',
          certificates: [CERTIFICATE.replace(ACCOUNT, '111122223333')],
        }),
      },
      { profile: { ...profile, loadBalancerAccount: undefined } },
    );

    expect(findings.map(({ ruleId }) => ruleId)).toEqual([
      'alb/public-without-waf',
    ]);
    expect(planOf).toBe('Ingress');
    expect(plan).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          setting: 'scheme',
          value: 'internet-facing',
        }),
        expect.objectContaining({ setting: 'listener 443' }),
      ]),
    );
  });

  it.each([
    [{ service: {} }, 'service.selector'],
    [{ host: 'Not A Host' }, 'ingress.host'],
    [loadBalancer({ group: 'public' }), 'loadBalancer.group.name'],
    [
      loadBalancer({ scheme: 'internet-facing', certificates: [] }),
      'loadBalancer.certificates',
    ],
  ])('names the field that is refused: %j', (change, field) => {
    expect(preview({ ...added, ...change })).toMatchObject({
      type: 'refused',
      issues: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });

  it('refuses a cluster in Auto Mode', () => {
    const { version: _version, ...profile } = cluster.profile;

    expect(
      preview(added, { profile: { ...profile, controller: 'eks-auto-mode' } }),
    ).toMatchObject({
      type: 'refused',
      issues: expect.arrayContaining([
        expect.objectContaining({ field: 'cluster' }),
      ]),
    });
  });
});
