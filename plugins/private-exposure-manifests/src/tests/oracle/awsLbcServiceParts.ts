import {
  awsLbcServiceDefaults,
  planAwsLbcService,
} from '../../plan/awsLbcService';
import { admitService } from '../../plan/awsLbcService/admitService';
import { readLbcService } from '../../plan/awsLbcService/LbcService';
import {
  planAddressType,
  planScheme,
} from '../../plan/awsLbcService/planAddressing';
import {
  planLoadBalancerAttributes,
  planMinimumCapacity,
} from '../../plan/awsLbcService/planAttributes';
import {
  HealthCheckPlan,
  planHealthCheck,
  planHealthCheckPort,
  planHealthCheckProtocol,
} from '../../plan/awsLbcService/planHealthCheck';
import {
  planAlpnPolicy,
  planListenerAttributes,
  planListenerConfig,
  planSharesListeners,
} from '../../plan/awsLbcService/planListenerConfig';
import { checkSharedPort } from '../../plan/awsLbcService/planListenerProtocols';
import {
  planManagedIngress,
  planSourceRanges,
} from '../../plan/awsLbcService/planManagedIngress';
import { planLoadBalancerName } from '../../plan/awsLbcService/planName';
import { planReconciled } from '../../plan/awsLbcService/planReconciled';
import {
  planInboundRulesOnPrivateLink,
  planManagesBackendRules,
  planSecurityGroups,
} from '../../plan/awsLbcService/planSecurityGroups';
import { planEnablePrefixForIpv6SourceNat } from '../../plan/awsLbcService/planSourceNat';
import { planSubnetMappings } from '../../plan/awsLbcService/planSubnetMappings';
import { planSubnets } from '../../plan/awsLbcService/planSubnets';
import { planTags } from '../../plan/awsLbcService/planTags';
import {
  planPreserveClientIp,
  planTargetGroupAttributes,
  PRESERVE_CLIENT_IP,
  PROXY_PROTOCOL,
} from '../../plan/awsLbcService/planTargetGroupAttributes';
import {
  planMultiCluster,
  planNodeSelector,
  planTargetAddressType,
  planTargetType,
} from '../../plan/awsLbcService/planTargetType';
import { readFacts, readObject } from './awsLbcServiceFacts';
import { OracleCase } from './oracleCases';

type Reader = (oracle: OracleCase) => object;

const read = (oracle: OracleCase) => ({
  service: readLbcService(readObject(oracle)),
  facts: readFacts(oracle),
});

const withSuccessCodes = (plan: HealthCheckPlan) => ({
  healthCheck: { ...plan, successCodes: plan.matcher?.httpCode },
});

/** The attributes as the whole model shows what follows from them. */
const withFlags = (attributes: Record<string, string>) => ({
  proxyProtocol: attributes[PROXY_PROTOCOL] === 'true',
  ...(attributes[PRESERVE_CLIENT_IP] === undefined
    ? {}
    : { preserveClientIP: planPreserveClientIp('ip', attributes) }),
});

function buildWholeModel(oracle: OracleCase): object {
  const plan = planAwsLbcService(readObject(oracle), readFacts(oracle));
  if (!plan.reconciled) return plan;
  return {
    ...plan,
    ...withFlags(plan.targetGroups[0]?.attributes ?? {}),
    listeners: plan.listeners.map(({ certificates, ...listener }) => ({
      ...listener,
      certificates,
      ...(certificates.length ? { certificateCount: certificates.length } : {}),
    })),
  };
}

function mutate(oracle: OracleCase, oldSpec: OracleCase['spec'] | undefined) {
  const before = oldSpec && {
    kind: 'Service',
    metadata: {},
    spec: oldSpec,
  };
  const { spec } = admitService(
    readObject(oracle),
    before,
    oracle.context.loadBalancerClass ?? awsLbcServiceDefaults.loadBalancerClass,
  );
  return { loadBalancerClass: spec?.loadBalancerClass };
}

/** The planner's part for each function of the controller. */
export const parts: Record<string, Reader> = {
  Build: buildWholeModel,
  IsServiceSupported: oracle => {
    const { service, facts } = read(oracle);
    return { reconciled: planReconciled(service, facts) };
  },
  MutateCreate: oracle => mutate(oracle, undefined),
  MutateUpdate: oracle => mutate(oracle, oracle.context.oldSpec ?? {}),
  buildAdditionalResourceTags: oracle => {
    const { service, facts } = read(oracle);
    return { tags: planTags(service, facts) };
  },
  buildLoadBalancerTags: oracle => {
    const { service, facts } = read(oracle);
    return { tags: planTags(service, facts) };
  },
  buildCIDRsFromSourceRanges: oracle => {
    const { service } = read(oracle);
    const { ipAddressType, prefixListsConfigured } = oracle.context;
    return {
      sourceRanges: planSourceRanges(
        service,
        ipAddressType,
        prefixListsConfigured === true,
      ),
    };
  },
  buildManagedSecurityGroupIngressPermissions: oracle => {
    const { service } = read(oracle);
    const { ipAddressType } = oracle.context;
    return {
      managedSecurityGroupIngress: planManagedIngress(service, ipAddressType),
    };
  },
  buildManageSecurityGroupRulesFlag: oracle => {
    const { service, facts } = read(oracle);
    return {
      manageBackendSecurityGroupRules: planManagesBackendRules(service, facts),
    };
  },
  buildLoadBalancerSecurityGroups: oracle => {
    const { service, facts } = read(oracle);
    const { mode, groups } = planSecurityGroups(service, facts);
    return { securityGroupMode: mode, securityGroups: groups };
  },
  buildSecurityGroupsInboundRulesOnPrivateLink: oracle => ({
    inboundSgRulesOnPrivateLink: planInboundRulesOnPrivateLink(
      read(oracle).service,
    ),
  }),
  buildListenerALPNPolicy: oracle => {
    const { service } = read(oracle);
    const { listenerProtocol } = oracle.context;
    return { alpnPolicy: planAlpnPolicy(service, listenerProtocol) };
  },
  buildListenerConfig: oracle => {
    const { service, facts } = read(oracle);
    return planListenerConfig(service, facts);
  },
  buildListenerAttributes: oracle => {
    const { service } = read(oracle);
    return {
      listeners: service.ports.map(({ port, protocol }) => ({
        port,
        protocol,
        attributes: planListenerAttributes(service, protocol, port),
      })),
    };
  },
  validateMultiProtocolUsage: oracle => {
    checkSharedPort(read(oracle).service.ports);
    return {};
  },
  shouldUseTCPUDP: oracle => {
    const { service, facts } = read(oracle);
    return { useTCPUDPListener: planSharesListeners(service, facts) };
  },
  buildLoadBalancerAttributes: oracle => ({
    loadBalancerAttributes: planLoadBalancerAttributes(read(oracle).service),
  }),
  buildLoadBalancerMinimumCapacity: oracle => {
    const { service, facts } = read(oracle);
    return { minimumLoadBalancerCapacity: planMinimumCapacity(service, facts) };
  },
  buildLoadBalancerName: oracle => {
    const { service, facts } = read(oracle);
    const { scheme } = oracle.context;
    return {
      loadBalancerName: planLoadBalancerName(
        service,
        facts,
        scheme ?? facts.defaultScheme,
      ),
    };
  },
  buildLoadBalancerScheme: oracle => {
    const { service, facts } = read(oracle);
    return { scheme: planScheme(service, facts) };
  },
  buildLoadBalancerIPAddressType: oracle => {
    const { service, facts } = read(oracle);
    return { ipAddressType: planAddressType(service, facts) };
  },
  buildLoadBalancerEnablePrefixForIpv6SourceNat: oracle => {
    const { service, facts } = read(oracle);
    const { ipAddressType } = oracle.context;
    return {
      enablePrefixForIpv6SourceNat: planEnablePrefixForIpv6SourceNat(
        service,
        ipAddressType,
        facts.subnets,
      ),
    };
  },
  buildLoadBalancerSubnets: oracle => {
    const { service, facts } = read(oracle);
    const { scheme } = oracle.context;
    const { resolution, subnets } = planSubnets(service, facts, scheme);
    return {
      subnetResolution: resolution,
      subnets: subnets?.map(({ id }) => id),
    };
  },
  buildLoadBalancerSubnetMappings: oracle => {
    const { service, facts } = read(oracle);
    const { context } = oracle;
    const mappings = planSubnetMappings(service, {
      scheme: context.scheme,
      addressType: context.ipAddressType,
      enablePrefixForIpv6SourceNat:
        context.enablePrefixForIpv6SourceNat ?? 'off',
      subnets: facts.subnets,
    });
    return {
      subnetMappings: mappings,
      subnets: mappings?.map(({ subnetId }) => subnetId),
    };
  },
  buildTargetGroupAttributes: oracle => {
    const { service } = read(oracle);
    const { servicePort } = oracle.context;
    const attributes = planTargetGroupAttributes(service, servicePort ?? 0);
    return { targetGroupAttributes: attributes, ...withFlags(attributes) };
  },
  buildTargetGroupHealthCheckConfig: oracle => {
    const { service, facts } = read(oracle);
    const { targetType } = oracle.context;
    return withSuccessCodes(planHealthCheck(service, facts, targetType));
  },
  buildTargetGroupHealthCheckPort: oracle => {
    const { service } = read(oracle);
    const { targetType, defaultHealthCheckPort } = oracle.context;
    return {
      healthCheck: {
        port: planHealthCheckPort(service, targetType, defaultHealthCheckPort),
      },
    };
  },
  buildTargetGroupHealthCheckProtocol: oracle => ({
    healthCheck: { protocol: planHealthCheckProtocol(read(oracle).service) },
  }),
  buildTargetType: oracle => {
    const { service, facts } = read(oracle);
    const [port] = service.ports;
    return {
      targetType: planTargetType(service, facts, port ?? { nodePort: 0 }),
    };
  },
  buildTargetGroupIPAddressType: oracle => {
    const { service } = read(oracle);
    const { ipAddressType } = oracle.context;
    return { ipAddressType: planTargetAddressType(service, ipAddressType) };
  },
  buildTargetGroupBindingNodeSelector: oracle => {
    const { service } = read(oracle);
    const { targetType } = oracle.context;
    return { nodeSelector: planNodeSelector(service, targetType) };
  },
  buildTargetGroupBindingMultiClusterFlag: oracle => ({
    multiClusterTargetGroup: planMultiCluster(read(oracle).service),
  }),
};
