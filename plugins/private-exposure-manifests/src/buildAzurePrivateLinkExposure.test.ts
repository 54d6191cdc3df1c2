import { parseAllDocuments } from 'yaml';
import { aksProfile, superApi } from './__testUtils__/superApi';
import { buildAzurePrivateLinkExposure } from './buildAzurePrivateLinkExposure';
import { InvalidIntentError } from './errors';
import { readPlsStaticIPs } from './plan/azure/readPlsAnnotations';
import { planService } from './plan/planService';

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: super-api
  namespace: super-api
  annotations:
    service.beta.kubernetes.io/azure-load-balancer-internal: "true"
    service.beta.kubernetes.io/azure-pls-create: "true"
    service.beta.kubernetes.io/azure-pls-name: "super-api"
    service.beta.kubernetes.io/azure-pls-ip-configuration-subnet: "private-link"
    service.beta.kubernetes.io/azure-pls-ip-configuration-ip-address-count: "1"
    service.beta.kubernetes.io/azure-pls-ip-configuration-ip-address: "10.225.10.10"
    service.beta.kubernetes.io/azure-pls-visibility: "0a1b2c3d-0000-4000-8000-00000000000b"
spec:
  type: LoadBalancer
  selector:
    app: super-api
  ports:
    - port: 80
      targetPort: 8080
      protocol: TCP
`;

const OTHER = '0a1b2c3d-0000-4000-8000-00000000000c';
const CLAIM = {
  annotation: 'private-exposure.io/kubernetes-service',
  held: [],
  path: 'catalog-info.yaml',
};
const profile = { clusterProfile: aksProfile };

function refusedFields(
  change: Partial<typeof superApi>,
  options: Parameters<typeof buildAzurePrivateLinkExposure>[1] = {},
): string[] {
  try {
    buildAzurePrivateLinkExposure({ ...superApi, ...change }, options);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidIntentError)) throw error;
    return error.issues.map(({ field }) => field);
  }
}

describe('buildAzurePrivateLinkExposure', () => {
  it('writes the Service in full, and the linter has nothing to say', () => {
    const { files, findings } = buildAzurePrivateLinkExposure(
      superApi,
      profile,
    );

    expect(files).toEqual([{ path: 'k8s/super-api.yaml', content: SERVICE }]);
    expect(findings).toEqual([]);
  });

  it('has nothing to write where the file says it already', () => {
    const existing = { 'k8s/super-api.yaml': SERVICE };

    expect(buildAzurePrivateLinkExposure(superApi, { existing }).files).toEqual(
      [],
    );
  });

  it('sets all that the annotations can say, as the cloud provider reads it', () => {
    const { files } = buildAzurePrivateLinkExposure(
      {
        ...superApi,
        loadBalancer: {
          subnet: 'nodes',
          address: '10.224.0.40',
          sourceRanges: ['10.224.0.0/16'],
          healthProbe: {
            protocol: 'https',
            path: '/healthz',
            intervalSeconds: 10,
            failures: 3,
          },
        },
        privateLinkService: {
          name: 'api_link',
          resourceGroup: 'links',
          subnet: 'private-link',
          addressCount: 3,
          addresses: ['10.225.10.10', '10.225.10.11'],
          fqdns: ['api.acme.example', 'api.internal.acme.example'],
          proxyProtocol: true,
          visibility: ['*'],
          autoApproval: [OTHER],
        },
      },
      profile,
    );

    const object = parseAllDocuments(files[0].content)[0].toJS();
    expect(readPlsStaticIPs(object)).toEqual(['10.225.10.10', '10.225.10.11']);
    expect(object.spec.loadBalancerSourceRanges).toEqual(['10.224.0.0/16']);
    expect(planService(object, aksProfile)).toMatchObject({
      outcome: 'azure-load-balancer',
      model: {
        internal: true,
        internalSubnet: 'nodes',
        loadBalancerIPs: ['10.224.0.40'],
        plsRequested: true,
        plsName: 'api_link',
        plsResourceGroup: 'links',
        plsSubnet: 'private-link',
        plsIpCount: 3,
        plsFqdns: ['api.acme.example', 'api.internal.acme.example'],
        plsProxyProtocol: true,
        plsVisibility: ['*'],
        plsAutoApproval: [OTHER],
      },
    });
  });

  it.each([
    [
      'istio-operator',
      '          serviceAnnotations:\n            service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n',
    ],
    [
      'istio-helm-values',
      'service:\n  type: LoadBalancer\n  annotations:\n    service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n',
    ],
    [
      'gateway-api',
      '  infrastructure:\n    annotations:\n      service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n',
    ],
    [
      'knative-kourier',
      'metadata:\n  name: super-api\n  namespace: super-api\n  annotations:\n    service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n',
    ],
  ] as const)('puts the annotations where %s reads them', (form, expected) => {
    const { files, findings } = buildAzurePrivateLinkExposure(
      { ...superApi, manifest: { form, path: 'k8s/gateway.yaml' } },
      profile,
    );

    expect(files[0].content).toContain(expected);
    expect(findings).toEqual([]);
  });

  it('edits a public Service in place: comments stay, what is for public ones goes', () => {
    const existing = {
      'k8s/super-api.yaml': `# The API.
apiVersion: v1
kind: Service
metadata:
  name: super-api
  annotations:
    service.beta.kubernetes.io/azure-load-balancer-internal: "True" # meant well
    service.beta.kubernetes.io/azure-dns-label-name: super-api
    service.beta.kubernetes.io/azure-pls-proxy-protocol: "true"
    acme.example/team: api
spec:
  type: LoadBalancer
  ports:
    - port: 80 # plain
`,
    };

    const { files, description } = buildAzurePrivateLinkExposure(
      { ...superApi, service: { name: 'super-api', namespace: 'super-api' } },
      { ...profile, existing },
    );

    const { content } = files[0];
    expect(content).toContain('# The API.');
    expect(content).toContain(
      'service.beta.kubernetes.io/azure-load-balancer-internal: "true" # meant well',
    );
    expect(content).toContain('acme.example/team: api');
    expect(content).toContain('- port: 80 # plain');
    expect(content).not.toContain('dns-label-name');
    expect(content).not.toContain('proxy-protocol');
    expect(description).toContain('`"True"`'.replaceAll('"', ''));
    expect(description).toContain('**internal**');
  });

  it('claims the exposure in the entity’s own file, beside what it claims already', () => {
    const catalog = (value: string) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: super-api
  annotations:
    private-exposure.io/kubernetes-service: ${value}
spec: {type: service} # as ever
`;
    const existing = { 'catalog-info.yaml': catalog('edge/a/b') };

    const { files, description } = buildAzurePrivateLinkExposure(superApi, {
      ...{ existing, claim: CLAIM },
    });

    expect(files[1]).toEqual({
      path: 'catalog-info.yaml',
      content: catalog('"edge/a/b,platform-we/super-api/super-api"'),
    });
    expect(description).toContain('This change adds');
  });

  it.each([
    ['has no such file', {}, '**Add `private-exposure.io'],
    [
      'has another entity’s file',
      { 'catalog-info.yaml': 'kind: Component\nmetadata: {name: other}\n' },
      'does not hold',
    ],
    [
      'has a file that is a template',
      { 'catalog-info.yaml': 'kind: {{ kind }}\n' },
      'is a template',
    ],
  ])(
    'says what to add to the catalog where the repository %s',
    (_case, existing, expected) => {
      const { files, description } = buildAzurePrivateLinkExposure(superApi, {
        ...{ existing, claim: CLAIM },
      });

      expect(files.map(({ path }) => path)).toEqual(['k8s/super-api.yaml']);
      expect(description).toContain(expected);
    },
  );

  it('claims the Service that a Gateway’s class makes', () => {
    const { description } = buildAzurePrivateLinkExposure(
      {
        ...superApi,
        manifest: { form: 'gateway-api', path: 'k8s/gateway.yaml' },
      },
      { claim: CLAIM },
    );

    expect(description).toContain('platform-we/super-api/super-api-istio');
  });

  const { privateLinkService } = superApi;
  const pls = (change: object) => ({
    privateLinkService: { ...privateLinkService, ...change },
  });
  it.each([
    [pls({ visibility: ['*', OTHER] }), ['privateLinkService.visibility']],
    [
      pls({ visibility: ['all'], autoApproval: [] }),
      ['privateLinkService.visibility[0]'],
    ],
    [pls({ autoApproval: [OTHER] }), ['privateLinkService.autoApproval[0]']],
    [
      pls({ visibility: ['*'], autoApproval: ['*'] }),
      ['privateLinkService.autoApproval[0]'],
    ],
    [pls({ addressCount: 9 }), ['privateLinkService.addressCount']],
    [
      pls({ addresses: ['10.225.10.10', '10.225.10.11'] }),
      ['privateLinkService.addresses'],
    ],
    [pls({ addresses: ['fd00::1'] }), ['privateLinkService.addresses[0]']],
    [pls({ fqdns: ['a,b'] }), ['privateLinkService.fqdns[0]']],
    [
      pls({ subnet: '/subscriptions/0/subnets/a' }),
      ['privateLinkService.subnet'],
    ],
    [{ loadBalancer: { address: '10.0.0.256' } }, ['loadBalancer.address']],
    [
      {
        loadBalancer: {
          healthProbe: { protocol: 'tcp', path: '/' } as const,
        },
      },
      ['loadBalancer.healthProbe.path'],
    ],
    [
      {
        loadBalancer: {
          healthProbe: {
            protocol: 'tcp',
            intervalSeconds: 60,
            failures: 3,
          } as const,
        },
      },
      ['loadBalancer.healthProbe.failures'],
    ],
    [{ subscription: 'acme' }, ['subscription']],
  ])('refuses %j by its field', (change, fields) => {
    expect(refusedFields(change)).toEqual(fields);
  });

  it.each([
    [{ location: 'northeurope' }, ['location']],
    [{ cluster: 'other', subscription: OTHER }, ['cluster', 'subscription']],
    [pls({ subnet: 'nowhere' }), ['privateLinkService.subnet']],
    [pls({ addresses: ['10.225.11.10'] }), ['privateLinkService.addresses[0]']],
    [{ loadBalancer: { address: '10.225.10.4' } }, ['loadBalancer.address']],
  ])('refuses %j, which does not fit the cluster', (change, fields) => {
    expect(refusedFields(change, profile)).toEqual(fields);
  });
});
