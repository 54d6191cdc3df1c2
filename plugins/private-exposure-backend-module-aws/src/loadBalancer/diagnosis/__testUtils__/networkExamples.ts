import {
  loadBalancer,
  seen,
  subnet,
  target,
  unseen,
} from '../../../diagnosis/__testUtils__/parts';
import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import { emptyLoadBalancer } from '../../../inspection/readLoadBalancers';
import type {
  LoadBalancerInspection,
  SilentTarget,
} from '../../inspection/LoadBalancerInspection';
import { alone } from './inspections';

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

/** Of rules about a load balancer's subnets and targets, and about what nobody may look at. */
export const networkExamples: RuleExamples<LoadBalancerInspection> = {
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
