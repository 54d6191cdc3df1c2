import {
  certificate,
  firewall,
  loadBalancer,
  seen,
  subnet,
  target,
  unseen,
} from '../../../diagnosis/__testUtils__/parts';
import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import { emptyLoadBalancer } from '../../../inspection/readLoadBalancers';
import type {
  ControllerRole,
  LoadBalancerInspection,
  SilentTarget,
} from '../../inspection/LoadBalancerInspection';
import { alone } from './inspections';

const publicOne = loadBalancer({
  is: { type: 'application', scheme: 'internet-facing' },
});
const missingSubnet = loadBalancer({ subnets: seen([subnet(1), subnet(2)]) });
const silent = (
  inbound: Partial<{
    cidrs: string[];
    groups: string[];
    prefixLists: string[];
  }>,
  changes: Partial<SilentTarget> = {},
): SilentTarget => ({
  groupArn: 'group',
  target: target({ reason: 'Target.Timeout', condition: 'unhealthy' }),
  accountId: '333344445555',
  securityGroups: seen([
    {
      id: 'sg-pods',
      inbound: [
        {
          protocol: 'tcp',
          fromPort: 8443,
          toPort: 8443,
          cidrs: [],
          groups: [],
          prefixLists: [],
          ...inbound,
        },
      ],
    },
  ]),
  ...changes,
});
const counting = { name: 'common', effect: 'counts' } as const;

const controllerRole = (changes: Partial<ControllerRole>): ControllerRole => ({
  arn: 'arn:role',
  name: 'lbc',
  openTo: [],
  forAnyAudience: [],
  ...changes,
});

/** What each rule about load balancers notices, and what it must leave alone. */
export const ruleExamples: RuleExamples<LoadBalancerInspection> = {
  'aws/targets-blocked': {
    noticed: [
      {
        name: 'pods whose group lets nobody in',
        inspection: alone({ silentTargets: [silent({})] }),
        says: '10.0.1.7 in account 333344445555 does not answer',
      },
      {
        name: 'a health check at a port that is closed',
        inspection: alone({
          silentTargets: [silent({ groups: ['sg-1'] }, { checkPort: 9000 })],
        }),
        says: 'at port 9000',
      },
    ],
    leftAlone: [
      {
        name: "a rule for the load balancer's group",
        inspection: alone({ silentTargets: [silent({ groups: ['sg-1'] })] }),
      },
      {
        name: "a rule for the load balancer's subnets",
        inspection: alone({
          silentTargets: [silent({ cidrs: ['10.0.0.0/16'] })],
        }),
      },
      {
        name: 'a prefix list, whose content is not looked at',
        inspection: alone({ silentTargets: [silent({ prefixLists: ['pl'] })] }),
      },
      {
        name: 'groups that may not be looked at',
        inspection: alone({
          silentTargets: [silent({}, { securityGroups: unseen('x:Y') })],
        }),
      },
    ],
  },
  'aws/subnet-not-shared': {
    noticed: [
      {
        name: 'a subnet that its account does not see',
        inspection: alone({ loadBalancers: [missingSubnet] }),
        says: 'subnet-3',
      },
      {
        name: 'a share that has ended',
        inspection: alone({
          shares: seen([{ subnetId: 'subnet-1', status: 'UNAVAILABLE' }]),
        }),
        says: 'subnet-1',
      },
    ],
    leftAlone: [
      {
        name: 'subnets that may not be looked at',
        inspection: alone({
          loadBalancers: [loadBalancer({ subnets: unseen('x:Y') })],
        }),
      },
    ],
  },
  'aws/subnet-share-ended': {
    noticed: [
      {
        name: 'a subnet that the account of a cluster has lost',
        inspection: alone({
          endedShares: seen([
            { subnetId: 'subnet-1', principals: ['333344445555'] },
          ]),
        }),
        says: 'no longer shared with 333344445555',
      },
    ],
    leftAlone: [
      {
        name: 'shares that may not be looked at',
        inspection: alone({ endedShares: unseen('ram:X') }),
      },
    ],
  },
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
  'aws/permission-missing': {
    noticed: [
      {
        name: 'listener rules that may not be looked at',
        inspection: alone({ rules: unseen('elasticloadbalancing:X') }),
        says: 'elasticloadbalancing:X',
      },
      {
        name: 'a web ACL that may not be looked at',
        inspection: alone({ firewall: unseen('wafv2:X') }),
        says: 'wafv2:X',
      },
      {
        name: 'shares that may not be looked at',
        inspection: alone({ shares: unseen('ram:X') }),
        says: 'ram:X',
      },
      {
        name: 'all that one action is missing for at once',
        inspection: alone({
          shares: unseen('ram:X'),
          endedShares: unseen('ram:X'),
        }),
        says: 'shares of its subnets, ended shares of subnets',
      },
      {
        name: 'a load balancer of which nothing may be looked at',
        inspection: alone({
          loadBalancers: [emptyLoadBalancer('a/b/c', unseen('elb:X'))],
        }),
        says: "could not be looked at: load balancer 'b' Allow",
      },
      {
        name: 'roles that may not be looked at',
        inspection: alone({ controllerRoles: unseen('iam:X') }),
        says: 'iam:X',
      },
      {
        name: 'a certificate that may not be looked at',
        inspection: alone({
          certificates: [{ arn: 'arn', details: unseen('acm:X') }],
        }),
        says: 'acm:X',
      },
    ],
    leftAlone: [],
  },
};
