import {
  certificate,
  firewall,
  loadBalancer,
  seen,
  unseen,
} from '../../../diagnosis/__testUtils__/parts';
import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import type {
  ControllerRole,
  LoadBalancerInspection,
} from '../../inspection/LoadBalancerInspection';
import { alone } from './inspections';

const publicOne = loadBalancer({
  is: { type: 'application', scheme: 'internet-facing' },
});

const counting = { name: 'common', effect: 'counts' } as const;

const controllerRole = (changes: Partial<ControllerRole>): ControllerRole => ({
  arn: 'arn:role',
  name: 'lbc',
  openTo: [],
  forAnyAudience: [],
  ...changes,
});

/** Of rules about a load balancer's certificates and firewall, and about the roles of its controller. */
export const protectionExamples: RuleExamples<LoadBalancerInspection> = {
  'aws/certificate-expires-soon': {
    noticed: [
      {
        name: 'six days left',
        inspection: alone({ certificates: [certificate({ daysLeft: 6.5 })] }),
        says: 'ends in 6 days',
      },
      {
        name: 'an end that has passed',
        inspection: alone({ certificates: [certificate({ daysLeft: -1 })] }),
        says: 'has expired',
      },
    ],
    leftAlone: [
      {
        name: 'eight days left',
        inspection: alone({ certificates: [certificate({ daysLeft: 8 })] }),
      },
    ],
  },
  'aws/certificate-expiring': {
    noticed: [
      {
        name: '29 days left of one that nobody renews',
        inspection: alone({
          certificates: [certificate({ daysLeft: 29.5, renewsItself: false })],
        }),
        says: 'import a new one',
      },
    ],
    leftAlone: [
      {
        name: '31 days left',
        inspection: alone({ certificates: [certificate({ daysLeft: 31 })] }),
      },
      {
        name: '6 days left, of which another rule speaks',
        inspection: alone({ certificates: [certificate({ daysLeft: 6 })] }),
      },
      {
        name: 'a certificate that may not be looked at',
        inspection: alone({
          certificates: [{ arn: 'arn', details: unseen('x:Y') }],
        }),
      },
    ],
  },
  'aws/role-open-to-cluster': {
    noticed: [
      {
        name: 'a role without a condition on the service account',
        inspection: alone({
          controllerRoles: seen([
            controllerRole({ openTo: ['oidc.eks/id/1'] }),
          ]),
        }),
        says: "role 'lbc' of load balancer controllers in account 222233334444",
      },
      {
        name: 'two such roles at once',
        inspection: alone({
          controllerRoles: seen([
            controllerRole({ openTo: ['oidc.eks/id/1'] }),
            controllerRole({ name: 'other', openTo: ['oidc.eks/id/2'] }),
          ]),
        }),
        says: "roles 'lbc', 'other'",
      },
    ],
    leftAlone: [
      {
        name: 'roles that may not be looked at',
        inspection: alone({ controllerRoles: unseen('x:Y') }),
      },
      {
        name: 'a load balancer that no controller made',
        inspection: alone({ controllerRoles: undefined }),
      },
    ],
  },
  'aws/role-for-any-audience': {
    noticed: [
      {
        name: 'a role without a condition on the audience',
        inspection: alone({
          controllerRoles: seen([
            controllerRole({ forAnyAudience: ['oidc.eks/id/1'] }),
          ]),
        }),
        says: "'<issuer>:aud'",
      },
    ],
    leftAlone: [
      {
        name: 'one that any service account may assume, which is said already',
        inspection: alone({
          controllerRoles: seen([
            controllerRole({
              openTo: ['oidc.eks/id/1'],
              forAnyAudience: ['oidc.eks/id/1'],
            }),
          ]),
        }),
      },
    ],
  },
  'aws/load-balancer-without-firewall': {
    noticed: [
      {
        name: 'public addresses without a web ACL',
        inspection: alone({ loadBalancers: [publicOne] }),
        says: 'no web ACL',
      },
    ],
    leftAlone: [
      {
        name: 'a web ACL that may not be looked at',
        inspection: alone({
          loadBalancers: [publicOne],
          firewall: unseen('x:Y'),
        }),
      },
      {
        name: 'a network load balancer, which takes none',
        inspection: alone({ loadBalancers: [publicOne], firewall: undefined }),
      },
      {
        name: 'a web ACL',
        inspection: alone({
          loadBalancers: [publicOne],
          firewall: seen(firewall()),
        }),
      },
    ],
  },
  'aws/firewall-only-counts': {
    noticed: [
      {
        name: 'rules that only count',
        inspection: alone({ firewall: seen(firewall({ rules: [counting] })) }),
        says: 'only counts',
      },
      {
        name: 'no rule',
        inspection: alone({ firewall: seen(firewall({ rules: [] })) }),
        says: 'no rule that turns a request away',
      },
      {
        name: 'managed groups that only count, beside a rule that decides',
        inspection: alone({
          firewall: seen(
            firewall({
              rules: [
                { ...counting, isManagedGroup: true },
                { name: 'block-listed', effect: 'decides' },
              ],
            }),
          ),
        }),
        says: 'managed rule groups',
      },
    ],
    leftAlone: [
      {
        name: 'one rule among them that decides',
        inspection: alone({
          firewall: seen(
            firewall({
              rules: [counting, { name: 'rate', effect: 'decides' }],
            }),
          ),
        }),
      },
      {
        name: 'a list of what is allowed, and nothing else',
        inspection: alone({
          firewall: seen(
            firewall({
              blocksByDefault: true,
              rules: [{ name: 'office', effect: 'allows' }],
            }),
          ),
        }),
      },
    ],
  },
};
