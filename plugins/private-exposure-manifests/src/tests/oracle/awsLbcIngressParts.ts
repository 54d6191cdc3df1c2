import {
  planAddressType,
  planCustomerOwnedPool,
  planIpamPool,
  planScheme,
} from '../../plan/awsLbcIngress/planAddressing';
import {
  planClassicWebAcl,
  planShieldProtection,
  planWebAcl,
} from '../../plan/awsLbcIngress/planAddOns';
import {
  planListenerAttributes,
  planLoadBalancerAttributes,
  planMinimumCapacity,
} from '../../plan/awsLbcIngress/planAttributes';
import { planCertificateRequest } from '../../plan/awsLbcIngress/planCertificates';
import { planFrontendListeners } from '../../plan/awsLbcIngress/planFrontendListeners';
import {
  planFrontendAttributes,
  planFrontendNlbEnabled,
  planFrontendScheme,
  planFrontendSubnetMappings,
  planFrontendTags,
} from '../../plan/awsLbcIngress/planFrontendNlb';
import { planIngressGroup } from '../../plan/awsLbcIngress/planIngressGroup';
import { planListenConfigs } from '../../plan/awsLbcIngress/planListenConfigs';
import { planListenPorts } from '../../plan/awsLbcIngress/planListenPorts';
import { planMutualAuthentication } from '../../plan/awsLbcIngress/planMutualAuthentication';
import { planLoadBalancerName } from '../../plan/awsLbcIngress/planName';
import {
  planManagesBackendRules,
  planNamedGroups,
} from '../../plan/awsLbcIngress/planSecurityGroups';
import { planSslRedirect } from '../../plan/awsLbcIngress/planSslRedirect';
import { planSubnets } from '../../plan/awsLbcIngress/planSubnets';
import {
  planBackendTags,
  planGroupTags,
  planIngressTags,
  withDefaultTags,
} from '../../plan/awsLbcIngress/planTags';
import { BackendServices } from '../../plan/awsLbcIngress/BackendServices';
import { backendParts } from './awsLbcIngressBackendParts';
import { readFacts, readGroup, readMembers } from './awsLbcIngressFacts';
import { groupParts } from './awsLbcIngressGroupParts';
import { NamedPlans } from './namedPlans';
import { OracleCase } from './oracleCases';

function planWhole(oracle: OracleCase) {
  const plan = planIngressGroup(readGroup(oracle), readFacts(oracle));
  if (!plan.reconciled) return plan;
  const listeners = plan.listeners.map(listener => ({
    ...listener,
    certificateCount: listener.certificates?.length,
  }));
  return { ...plan, listeners };
}

const planTags = (oracle: OracleCase) => {
  const facts = readFacts(oracle);
  return {
    tags: withDefaultTags(planGroupTags(readMembers(oracle), facts), facts),
  };
};

const planAttributes = (oracle: OracleCase) => ({
  loadBalancerAttributes: planLoadBalancerAttributes(readMembers(oracle)),
});

function planPortsOf(oracle: OracleCase) {
  const [member] = readMembers(oracle);
  const configs = planListenConfigs(
    member,
    { ...readFacts(oracle), certificates: [] },
    oracle.context.requestedCertificateARN,
  );
  const withTls = [...configs].filter(([, one]) => one.certificates?.length);
  return {
    tlsCertificatesByPort: Object.fromEntries(
      withTls.map(([port, { certificates }]) => [port, certificates]),
    ),
    listeners: [...configs].map(([port, one]) => ({ port, ...one })),
    mutualAuthenticationByPort: Object.fromEntries(
      [...configs].map(([port, one]) => [port, one.mutualAuthentication]),
    ),
    noTlsCertificatesOnPorts: [...configs.keys()].filter(
      port => !withTls.some(([other]) => other === port),
    ),
  };
}

function planFrontendListenersOf(oracle: OracleCase) {
  const ports: Record<string, number[]> =
    oracle.context.albListenPortsByIngress;
  return {
    frontendNlb: {
      listeners: planFrontendListeners(
        readGroup(oracle),
        ({ name }) => ports[name] ?? [],
        readFacts(oracle),
      ),
    },
  };
}

/** The planner's part for each function of the controller. */
export const parts: NamedPlans = {
  ...groupParts,
  ...backendParts,
  Build: planWhole,
  buildLoadBalancerScheme: oracle => ({
    scheme: planScheme(readMembers(oracle), readFacts(oracle)),
  }),
  buildLoadBalancerIPAddressType: oracle => ({
    ipAddressType: planAddressType(readMembers(oracle), readFacts(oracle)),
  }),
  buildLoadBalancerCOIPv4Pool: oracle => ({
    customerOwnedIPv4Pool: planCustomerOwnedPool(readMembers(oracle)),
  }),
  buildIPv4IPAMPoolID: oracle => ({
    ipv4IpamPoolId: planIpamPool(readMembers(oracle)),
  }),
  buildLoadBalancerName: oracle => ({
    loadBalancerName: planLoadBalancerName(
      readGroup(oracle),
      readFacts(oracle),
      oracle.context.scheme ?? '',
    ),
  }),
  buildLoadBalancerSubnetMappings: oracle => {
    const facts = readFacts(oracle);
    const scheme = oracle.context.scheme ?? facts.defaultScheme;
    const { subnets } = planSubnets(readMembers(oracle), facts, scheme);
    return { subnets: subnets?.map(({ id }) => id) };
  },
  buildLoadBalancerMinimumCapacity: oracle => ({
    minimumLoadBalancerCapacity: planMinimumCapacity(
      readMembers(oracle),
      readFacts(oracle),
    ),
  }),
  buildIngressGroupLoadBalancerAttributes: planAttributes,
  buildIngressLoadBalancerAttributes: planAttributes,
  buildIngressClassLoadBalancerAttributes: planAttributes,
  buildLoadBalancerTags: planTags,
  buildListenerTags: planTags,
  buildListenerRuleTags: planTags,
  buildIngressGroupResourceTags: oracle => ({
    tags: planGroupTags(readMembers(oracle), readFacts(oracle)),
  }),
  buildIngressResourceTags: oracle => ({
    tags: planIngressTags(readMembers(oracle)[0], readFacts(oracle)),
  }),
  buildIngressBackendResourceTags: oracle => {
    const facts = readFacts(oracle);
    const [service] = facts.services ?? [];
    const { namespace = '', name = '' } = service?.metadata ?? {};
    const found = new BackendServices(facts.services).find(namespace, name);
    return {
      targetGroupTags: planBackendTags(readMembers(oracle)[0], found, facts),
    };
  },
  buildManageSecurityGroupRulesFlag: oracle => ({
    manageBackendSecurityGroupRules: planManagesBackendRules(
      readMembers(oracle),
      readFacts(oracle),
    ),
  }),
  buildListenerAttributes: oracle => {
    const members = readMembers(oracle);
    const ports = new Map(
      members.flatMap(member => planListenPorts(member, false)),
    );
    return {
      listeners: [...ports].map(([port, protocol]) => ({
        port,
        protocol,
        attributes: planListenerAttributes(members, protocol, port),
      })),
    };
  },
  validateMutualAuthenticationConfig: oracle => {
    planMutualAuthentication(readMembers(oracle)[0], readFacts(oracle));
    return {};
  },
  computeIngressListenPortConfigByPort: planPortsOf,
  buildACMCertificates: oracle => ({
    acmCertificateRequest: planCertificateRequest(
      readMembers(oracle)[0],
      readFacts(oracle),
    ),
  }),
  buildSSLRedirectConfig: oracle => {
    const listeners: { port: number; protocol: 'HTTP' | 'HTTPS' }[] =
      oracle.context.listeners;
    return {
      sslRedirect: planSslRedirect(
        readMembers(oracle),
        new Map(listeners.map(listener => [listener.port, listener])),
      ),
    };
  },
  buildWAFv2WebACLAssociation: oracle => ({
    wafv2WebACLARN: planWebAcl(readMembers(oracle), readFacts(oracle)),
  }),
  buildWAFRegionalWebACLAssociation: oracle => ({
    wafRegionalWebACLID: planClassicWebAcl(readMembers(oracle)),
  }),
  buildShieldProtection: oracle => ({
    shieldAdvancedProtection: planShieldProtection(readMembers(oracle)),
  }),
  buildEnableFrontendNlbViaAnnotation: oracle => ({
    frontendNlb: { enabled: planFrontendNlbEnabled(readMembers(oracle)) },
  }),
  buildFrontendNlbSchemeViaAnnotation: oracle => {
    const scheme = planFrontendScheme(readMembers(oracle));
    return {
      frontendNlb: {
        scheme: scheme ?? oracle.context.albScheme,
        explicitScheme: scheme !== undefined,
      },
    };
  },
  buildFrontendNlbSecurityGroups: oracle => ({
    frontendNlb: {
      securityGroups: planNamedGroups(
        readMembers(oracle),
        'frontend-nlb-security-groups',
        readFacts(oracle),
      ),
    },
  }),
  buildFrontendNlbSubnetMappings: oracle => ({
    frontendNlb: {
      subnetMappings: planFrontendSubnetMappings(
        readMembers(oracle),
        readFacts(oracle),
        oracle.context.frontendNlbScheme,
      ),
    },
  }),
  buildFrontendNlbTags: oracle => ({
    frontendNlb: {
      tags: planFrontendTags(readMembers(oracle), readFacts(oracle)),
    },
  }),
  getFrontendNlbAttributes: oracle => ({
    frontendNlb: { attributes: planFrontendAttributes(readMembers(oracle)) },
  }),
  buildFrontendNlbListeners: planFrontendListenersOf,
};
