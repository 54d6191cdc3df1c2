import { parseClusterProfile } from '../../intents';
import { azureCluster, lbcCluster } from '../combinations/clusters';
import { asWholeService, CorrectFiles } from './CorrectFiles';

const SERVICE = 'service.beta.kubernetes.io/';
const AWS = `${SERVICE}aws-load-balancer-`;
const INTERNAL = `${AWS}scheme: "internal"`;
const ON_AZURE = 'type: LoadBalancer, ports: [{port: 443}]';
/** Subnets without their names, which are optional. */
const unnamedSubnets = parseClusterProfile('platform-eu', {
  accountId: '111122223333',
  region: 'eu-west-1',
  controller: 'aws-load-balancer-controller',
  version: '3.5.0',
  subnets: [
    { id: 'subnet-0000000000000000a', zoneId: 'euw1-az1' },
    { id: 'subnet-0000000000000000b', zoneId: 'euw1-az2' },
  ],
});

/** Services that are as they should be. @internal */
export const services: CorrectFiles[] = [
  {
    what: 'subnets by names that the profile does not have',
    cluster: unnamedSubnets,
    files: asWholeService([INTERNAL, `${AWS}subnets: "private-a, private-b"`]),
  },
  {
    what: 'one subnet, and nobody comes through an endpoint service',
    cluster: lbcCluster,
    files: asWholeService([
      INTERNAL,
      `${AWS}subnets: "subnet-0000000000000000a"`,
    ]),
  },
  {
    what: 'cross-zone balancing that the target group has',
    files: asWholeService([
      INTERNAL,
      `${AWS}attributes: "load_balancing.cross_zone.enabled=false"`,
      `${AWS}target-group-attributes: "load_balancing.cross_zone.enabled=true"`,
    ]),
  },
  {
    what: 'source ranges left empty',
    files: asWholeService([
      INTERNAL,
      `${SERVICE}load-balancer-source-ranges: ""`,
    ]),
  },
  {
    what: 'the default protocol to targets',
    files: asWholeService([INTERNAL, `${AWS}backend-protocol: "tcp"`]),
  },
  {
    what: 'placeholders of other kinds in a Service',
    files: asWholeService([
      INTERNAL,
      `${AWS}ssl-cert: "__CERT_ARN__"`,
      `${AWS}healthcheck-timeout: "@@TIMEOUT@@"`,
    ]),
  },
  {
    what: 'the Azure mode that looks like a placeholder',
    cluster: azureCluster,
    files: asWholeService(
      [
        `${SERVICE}azure-load-balancer-internal: "true"`,
        `${SERVICE}azure-load-balancer-mode: "__auto__"`,
      ],
      ON_AZURE,
    ),
  },
  {
    what: 'images whose names are a common word',
    files: `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: drill}\nspec: {template: {spec: {containers: [{name: drill, image: "acme/bore:1"}]}}}\n`,
  },
];
