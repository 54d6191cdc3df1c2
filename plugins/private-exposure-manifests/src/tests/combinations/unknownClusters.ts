import {
  asIngress,
  asService,
  Combination,
  combinationsOf,
} from './Combination';
import { autoModeCluster } from './clusters';

const PLS = 'pls-create: "true"';
const INTERNAL = 'load-balancer-internal: "true"';
const autoModeClass =
  'apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: alb}\nspec: {controller: eks.amazonaws.com/alb}\n';

/** What files tell by themselves, of a cluster that has no profile. @internal */
export const unknownClusters: Combination[] = [
  ...combinationsOf(
    { prefix: 'service.beta.kubernetes.io/azure-', write: asService },
    [
      {
        what: 'a private link service at a public load balancer',
        rule: 'azure/public-private-link',
        both: [PLS],
        good: [INTERNAL],
      },
      {
        what: 'the same without floating addresses',
        rule: 'azure/public-private-link',
        both: [PLS, 'disable-load-balancer-floating-ip: "true"'],
        good: [INTERNAL],
      },
    ],
  ),
];

const notInAutoMode = {
  'group.name: "payments"': 'scheme: "internal"',
  'waf-acl-id: "0a1b2c3d"': 'wafv2-acl-name: "payments"',
  'web-acl-id: "0a1b2c3d"': 'wafv2-acl-name: "payments"',
  'shield-advanced-protection: "true"': 'scheme: "internal"',
  'auth-type: "oidc"': 'auth-type: "cognito"',
  'kubernetes.io/ingress.class: "alb"': 'scheme: "internal"',
};

/** What an Ingress in EKS Auto Mode can't say. @internal */
export const autoModeIngresses: Combination[] = combinationsOf(
  {
    prefix: 'alb.ingress.kubernetes.io/',
    write: asIngress,
    cluster: autoModeCluster,
  },
  Object.entries(notInAutoMode).map(([bad, good]) => ({
    what: bad,
    rule: 'alb/not-in-auto-mode',
    bad: [bad],
    good: [good],
  })),
).flatMap(combination => [
  combination,
  // The annotation of a class beats the IngressClass, and only the profile tells then.
  ...(combination.what.includes('ingress.class')
    ? []
    : [
        {
          ...combination,
          what: `${combination.what}, by its class`,
          cluster: undefined,
          bad: `${combination.bad}---\n${autoModeClass}`,
          good: `${combination.good}---\n${autoModeClass}`,
        },
      ]),
]);
