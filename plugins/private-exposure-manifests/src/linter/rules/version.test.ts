import { z } from 'zod';
import { anyClusterProfileSchema } from '../../intents/anyClusterProfile';
import { lintManifests } from '../lintManifests';

type ProfileInput = z.input<typeof anyClusterProfileSchema>;

const LBC = 'service.beta.kubernetes.io/aws-load-balancer-';
const ALB = 'alb.ingress.kubernetes.io/';
const AZURE = 'service.beta.kubernetes.io/azure-';
const DNS = 'external-dns.kubernetes.io/';

const onAws = (version: string, externalDnsVersion?: string) =>
  ({
    name: 'platform-eu',
    controller: { type: 'aws-load-balancer-controller', version },
    externalDnsVersion,
    account: '111122223333',
    region: 'eu-west-1',
  } satisfies ProfileInput);

const onAzure = (version: string) =>
  ({
    cloud: 'azure',
    name: 'platform-we',
    controller: { type: 'cloud-provider-azure', version },
    subscription: '00000000-0000-4000-8000-000000000001',
    resourceGroup: 'MC_platform_we',
    location: 'westeurope',
  } satisfies ProfileInput);

const object = (kind: string, key: string, spec: string) =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: orders\n  annotations:\n    ${key}: "true"\nspec: ${spec}\n`;
const service = (key: string, loadBalancerClass = 'service.k8s.aws/nlb') =>
  object(
    'Service',
    key,
    `{type: LoadBalancer, loadBalancerClass: ${loadBalancerClass}, ports: [{port: 443}]}`,
  );
const plainService = (key: string) =>
  object('Service', key, '{type: LoadBalancer, ports: [{port: 443}]}');
const ingress = (key: string) =>
  object('Ingress', key, '{ingressClassName: alb}').replace(
    'v1',
    'networking.k8s.io/v1',
  );

function messages(content: string, profile: ProfileInput) {
  return lintManifests([{ path: 'orders.yaml', content }], {
    clusterProfile: anyClusterProfileSchema.parse(profile),
  })
    .filter(({ ruleId }) => ruleId === 'annotation/version')
    .map(({ message }) => message);
}

describe('annotation/version', () => {
  it.each<[string, string, ProfileInput, string]>([
    [
      'of a Service',
      service(`${LBC}security-groups`),
      onAws('v2.5'),
      `Cluster platform-eu runs AWS Load Balancer Controller v2.5, and '${LBC}security-groups' is known only since 2.6.0; it is ignored`,
    ],
    [
      'of an Ingress',
      ingress(`${ALB}enable-frontend-nlb`),
      onAws('2.11.3'),
      `Cluster platform-eu runs AWS Load Balancer Controller 2.11.3, and '${ALB}enable-frontend-nlb' is known only since 2.13; it is ignored`,
    ],
    [
      'of a Service behind an Ingress',
      service(`${ALB}multi-cluster-target-group`, 'example.com/other'),
      onAws('2.8.0'),
      `Cluster platform-eu runs AWS Load Balancer Controller 2.8.0, and '${ALB}multi-cluster-target-group' is known only since 2.10; it is ignored`,
    ],
    [
      'of a Service on Azure',
      plainService(`${AZURE}pls-resource-group`),
      onAzure('1.25.6'),
      `Cluster platform-we runs Azure cloud provider 1.25.6, and '${AZURE}pls-resource-group' is known only since 1.25.19; it is ignored`,
    ],
    [
      'of external-dns, on one of its objects',
      ingress(`${DNS}record-type`),
      { ...onAws('3.5.0', '0.21.0'), externalDnsPrefix: DNS },
      `Cluster platform-eu runs external-dns 0.21.0, and '${DNS}record-type' is known only since 0.22.0; it is ignored`,
    ],
    [
      'of the in-tree provider, by the version of Kubernetes',
      plainService(`${LBC}target-node-labels`),
      {
        ...onAws('1.18.9'),
        controller: { type: 'in-tree', version: '1.18.9' },
      },
      `Cluster platform-eu runs in-tree AWS cloud provider 1.18.9, and '${LBC}target-node-labels' is known only since 1.19; it is ignored`,
    ],
    [
      'that external-dns no longer has',
      ingress(`${DNS}ibmcloud-proxied`),
      onAws('3.5.0', '0.22.1'),
      `Cluster platform-eu runs external-dns 0.22.1, and '${DNS}ibmcloud-proxied' is no longer known since 0.22.0; it is ignored`,
    ],
  ])(
    'finds what the version does not know: an annotation %s',
    (_, content, profile, message) => {
      expect(messages(content, profile)).toEqual([message]);
    },
  );

  it.each<[string, string, ProfileInput]>([
    [
      'that the version has',
      ingress(`${ALB}enable-frontend-nlb`),
      onAws('2.13.0'),
    ],
    [
      'of a controller whose version is not known',
      ingress(`${DNS}record-type`),
      onAws('3.5.0'),
    ],
    [
      'of the in-tree provider that its version has',
      plainService(`${LBC}target-node-labels`),
      {
        ...onAws('1.19.0'),
        controller: { type: 'in-tree', version: '1.19.0' },
      },
    ],
    [
      'with a prefix that external-dns does not read',
      ingress(`${DNS}record-type`),
      onAws('3.5.0', '0.21.0'),
    ],
    [
      'of a controller that does not take the Service',
      service(`${LBC}security-groups`, 'example.com/other'),
      onAws('2.5.0'),
    ],
    [
      'of an Ingress where the cluster has another controller',
      ingress(`${ALB}enable-frontend-nlb`),
      { ...onAws('2.5.0'), controller: { type: 'in-tree', version: '1.25.0' } },
    ],
    [
      'on Azure that the version has',
      plainService(`${AZURE}pls-resource-group`),
      onAzure('1.33.0'),
    ],
  ])('says nothing of an annotation %s', (_, content, profile) => {
    expect(messages(content, profile)).toEqual([]);
  });
});
