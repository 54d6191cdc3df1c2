import { buildAzurePrivateLinkExposure } from '../buildAzurePrivateLinkExposure';
import { AzureExposureRequest } from '../requests/AzureExposureRequest';
import { toAzureExposureInput } from '../requests/toAzureExposureInput';
import { previewAzureExposure } from './previewAzureExposure';
import { readAzureProfile } from './readProfile';

const cluster = {
  name: 'platform-we',
  profile: {
    cloud: 'azure',
    version: '1.33.0',
    subscriptionId: '0a1b2c3d-0000-4000-8000-00000000000a',
    resourceGroup: 'MC_platform_platform-we_westeurope',
    location: 'westeurope',
    defaultSubnet: 'nodes',
    subnets: [
      { name: 'nodes', cidr: '10.224.0.0/17' },
      { name: 'private-link', cidr: '10.225.10.0/24' },
    ],
  },
};
const entity = {
  entityRef: 'component:default/payments',
  entityName: 'payments',
};
const added: AzureExposureRequest = {
  service: {
    selector: { 'app.kubernetes.io/name': 'payments' },
    ports: [{ port: 443, targetPort: 8443 }],
  },
  privateLinkService: { subnet: 'private-link', addressCount: 1 },
};
const linked = (change: AzureExposureRequest['privateLinkService']) => ({
  privateLinkService: { ...added.privateLinkService, ...change },
});

function preview(
  request: AzureExposureRequest,
  options: { exists?: boolean; present?: object; profile?: object } = {},
) {
  const { exists = false, present, profile = cluster.profile } = options;
  return previewAzureExposure({
    ...{ ...entity, request, exists, present },
    cluster: { ...cluster, profile },
  });
}

function ready(...args: Parameters<typeof preview>) {
  const result = preview(...args);
  if (result.type !== 'ready') throw new Error(JSON.stringify(result.issues));
  return result;
}

/** What the template's action makes of the same. */
function build(request: AzureExposureRequest) {
  const profile = readAzureProfile(cluster, 'Azure Private Link');
  return buildAzurePrivateLinkExposure(
    toAzureExposureInput({ ...entity, profile, request }),
    { clusterProfile: profile },
  );
}

describe('previewAzureExposure', () => {
  it.each<AzureExposureRequest>([
    {},
    linked({ visibility: ['*'] }),
    linked({ addresses: ['10.225.10.10'], addressCount: 2 }),
    linked({ proxyProtocol: true, fqdns: ['payments.acme.example'] }),
    { loadBalancer: { subnet: 'nodes', address: '10.224.0.40' } },
    { manifest: { form: 'gateway-api' } },
    { manifest: { form: 'istio-helm-values' } },
  ])('shows the file and the findings that the template has for %j', change => {
    const request = { ...added, ...change };
    const built = build(request);

    const { manifest, infrastructure, findings } = ready(request);

    expect([manifest]).toEqual(built.files);
    expect(infrastructure).toBeUndefined();
    expect(findings).toEqual(built.findings);
  });

  it('finds what the linter finds, and says what the Service becomes', () => {
    const { findings, plan, planOf } = ready({
      ...added,
      ...linked({ visibility: ['*'] }),
    });

    expect(findings.map(({ ruleId }) => ruleId)).toEqual([
      'azure/visible-to-all',
    ]);
    expect(planOf).toBe('Service');
    expect(plan.map(({ setting }) => setting)).toEqual(
      expect.arrayContaining(['made by', 'load balancer']),
    );
  });

  it('shows what changes of a Service that is there', () => {
    const present = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'payments', namespace: 'payments' },
      spec: { type: 'LoadBalancer', ports: [{ port: 443, targetPort: 8443 }] },
    };
    const { comparison, service } = ready(
      { privateLinkService: added.privateLinkService },
      { exists: true, present },
    );

    expect(service).toEqual({
      path: 'k8s/payments.yaml',
      name: 'payments',
      namespace: 'payments',
    });
    expect(comparison?.rows).toContainEqual(
      expect.objectContaining({
        setting: 'private link service',
        before: undefined,
      }),
    );
  });

  it.each([
    [{ service: {} }, 'service.selector'],
    [linked({ subnet: 'nowhere' }), 'privateLinkService.subnet'],
    [linked({ fqdns: ['Not A Name'] }), 'privateLinkService.fqdns[0]'],
  ])('names the field that is refused: %j', (change, field) => {
    expect(preview({ ...added, ...change })).toMatchObject({
      type: 'refused',
      issues: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });

  it('refuses a cluster on AWS', () => {
    const profile = {
      controller: 'aws-load-balancer-controller',
      version: '3.5.0',
      accountId: '111122223333',
      region: 'eu-west-1',
    };

    expect(preview(added, { profile })).toMatchObject({
      type: 'refused',
      issues: [expect.objectContaining({ field: 'cluster' })],
    });
  });
});
