import { buildAwsPrivateLinkExposure } from '../buildAwsPrivateLinkExposure';
import { ExposureRequest } from '../requests/ExposureRequest';
import { toExposureInput } from '../requests/toExposureInput';
import { cluster, entity, profile, service } from './__testUtils__/ledger';
import { previewExposure } from './previewExposure';

const newService: ExposureRequest = {
  service,
  endpointService: { principals: ['333344445555'] },
};

function preview(
  request: ExposureRequest,
  options: { exists?: boolean; profile?: object } = {},
) {
  const { exists = false } = options;
  return previewExposure({
    ...entity,
    cluster: { ...cluster, profile: options.profile ?? cluster.profile },
    request,
    exists,
  });
}

function ready(...args: Parameters<typeof preview>) {
  const result = preview(...args);
  if (result.type !== 'ready') throw new Error(JSON.stringify(result.issues));
  return result;
}

const rowsOf = ({ plan }: ReturnType<typeof ready>) =>
  Object.fromEntries(plan.map(({ setting, value }) => [setting, value]));

describe('previewExposure', () => {
  it.each(['terraform', 'cloudformation'] as const)(
    'shows the files that the template writes into an empty repository, with %s',
    format => {
      const request = { ...newService, infrastructure: { format } };
      const built = buildAwsPrivateLinkExposure(
        toExposureInput({ ...entity, profile, request }),
        { clusterProfile: profile },
      );

      const { manifest, infrastructure, findings } = ready(request);

      expect([manifest, infrastructure]).toEqual(built.files);
      expect(findings).toEqual(built.findings);
    },
  );

  it('says what the Service becomes', () => {
    expect(rowsOf(ready(newService))).toMatchObject({
      scheme: 'internal',
      subnets: 'subnet-02222000000000021',
      'listener 443': 'TCP to pods at 8443',
    });
  });

  it('finds what the linter finds', () => {
    const { findings } = ready({
      ...newService,
      loadBalancer: { crossZone: false },
      endpointService: { acceptanceRequired: false },
    });

    expect(findings).toMatchObject([
      { ruleId: 'aws/cross-zone-off', path: 'k8s/ledger.yaml' },
      { ruleId: 'infrastructure/acceptance-off', path: 'infra/privatelink.tf' },
    ]);
  });

  it('says nothing of the ports that an existing Service keeps', () => {
    const result = ready({}, { exists: true });

    expect(result.manifest.content).not.toMatch(/ports:|selector:/);
    expect(result.findings).toEqual([]);
    expect(rowsOf(result)).toMatchObject({
      scheme: 'internal',
      'targets see': "the load balancer's address",
    });
    expect(Object.keys(rowsOf(result)).join()).not.toMatch(/listener|\d/);
  });

  it.each(['istio-operator', 'istio-helm-values', 'gateway-api'] as const)(
    'has no table for the form %s, whose Service it does not see',
    form => {
      expect(ready({ manifest: { form } }, { exists: true }).plan).toEqual([]);
    },
  );

  it.each([
    [{ service: { name: 'Ledger' } }, 'service.name'],
    [{ manifest: { path: '../k8s/ledger.yaml' } }, 'manifest.path'],
    [
      { endpointService: { supportedRegions: ['eu-west-1'] } },
      'endpointService.supportedRegions',
    ],
    [{ service: {} }, 'service.selector'],
  ])('names the field that is refused: %j', (change, field) => {
    const result = preview({ ...newService, ...change });

    expect(result).toMatchObject({
      type: 'refused',
      issues: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });

  it.each([
    ['an Azure cluster', { cloud: 'azure' }, 'subscriptionId'],
    ['a cluster in Auto Mode', { controller: 'eks-auto-mode' }, 'cluster'],
  ])('refuses %s', (_, change, field) => {
    const { version: _version, ...unversioned } = cluster.profile;

    expect(
      preview(newService, { profile: { ...unversioned, ...change } }),
    ).toMatchObject({
      type: 'refused',
      issues: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });
});
