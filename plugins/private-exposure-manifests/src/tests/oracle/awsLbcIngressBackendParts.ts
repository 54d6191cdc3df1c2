import { BackendServices } from '../../plan/awsLbcIngress/BackendServices';
import {
  IngressPath,
  readIngressAnnotations,
} from '../../plan/awsLbcIngress/LbcIngress';
import { planAuthConfig } from '../../plan/awsLbcIngress/planAuthConfig';
import {
  BackendAction,
  planAnnotatedAction,
} from '../../plan/awsLbcIngress/planBackendAction';
import { planConditions } from '../../plan/awsLbcIngress/planConditions';
import {
  planBackendAuthConfig,
  planEnhancedBackend,
} from '../../plan/awsLbcIngress/planEnhancedBackend';
import {
  planHealthCheckMatcher,
  planHealthCheckPath,
  planHealthCheckPort,
} from '../../plan/awsLbcIngress/planHealthCheck';
import { planPathPatterns } from '../../plan/awsLbcIngress/planPathPatterns';
import {
  annotationsOf,
  planTargetGroup,
} from '../../plan/awsLbcIngress/planTargetGroup';
import {
  planMultiCluster,
  planNodeSelector,
  planTargetControlPort,
} from '../../plan/awsLbcIngress/planTargetSettings';
import { planTransforms } from '../../plan/awsLbcIngress/planTransforms';
import {
  readFacts,
  readGroup,
  readIngress,
  readMembers,
} from './awsLbcIngressFacts';
import { NamedPlans } from './namedPlans';
import { OracleCase } from './oracleCases';

/** The only path of a case's Ingress. */
function pathOf(oracle: OracleCase): IngressPath {
  const [path] = readIngress(oracle).rules.flatMap(({ paths = [] }) => paths);
  return path;
}

const backendOf = (oracle: OracleCase) =>
  pathOf(oracle).backend.service?.name ?? '';

const servicesOf = (oracle: OracleCase) =>
  new BackendServices(readFacts(oracle).services);

/** The only Service of a case. */
function serviceOf(oracle: OracleCase) {
  const [service] = readFacts(oracle).services ?? [];
  const { namespace = '', name = '' } = service?.metadata ?? {};
  return servicesOf(oracle).find(namespace, name);
}

const mergedOf = (oracle: OracleCase) =>
  annotationsOf(readIngress(oracle), serviceOf(oracle));

const planPatterns = (oracle: OracleCase) => {
  const { path, pathType } = pathOf(oracle);
  const planned = planPathPatterns(readIngress(oracle), path, pathType);
  return {
    pathPatterns: planned.values,
    regexPathPatterns: planned.regexValues,
  };
};

/** What stands for the controller's functions about backends, rules and target groups. */
export const backendParts: NamedPlans = {
  'AuthConfigBuilder.Build': oracle => ({
    auth: planAuthConfig(readIngress(oracle).annotations),
  }),
  buildAuthConfig: oracle => ({
    auth: planBackendAuthConfig(
      readIngress(oracle),
      oracle.context.action as BackendAction,
      servicesOf(oracle),
    ),
  }),
  'EnhancedBackendBuilder.Build': oracle => {
    const { context } = oracle;
    return planEnhancedBackend(
      readIngress(oracle),
      pathOf(oracle).backend,
      servicesOf(oracle),
      {
        toleratesMissingServices: context.tolerateNonExistentBackendService,
        toleratesMissingActions: context.tolerateNonExistentBackendAction,
        loadsServices: context.loadBackendServices,
        loadsAuthConfig: context.loadAuthConfig,
      },
    );
  },
  buildConditions: oracle => ({
    conditions: planConditions(
      readIngress(oracle).annotations,
      backendOf(oracle),
    ),
  }),
  buildTransforms: oracle => ({
    transforms: planTransforms(
      readIngress(oracle).annotations,
      backendOf(oracle),
    ),
  }),
  buildActionViaAnnotation: oracle => ({
    action: planAnnotatedAction(
      readIngress(oracle).annotations,
      backendOf(oracle),
      oracle.context.tolerateNonExistentBackendAction === true,
    ),
  }),
  buildPathPatterns: planPatterns,
  buildPathPatternsForExactPathType: planPatterns,
  buildPathPatternsForPrefixPathType: planPatterns,
  buildPathPatternsForImplementationSpecificPathType: planPatterns,
  buildTargetGroupHealthCheckPath: oracle => ({
    healthCheck: {
      path: planHealthCheckPath(
        mergedOf(oracle),
        oracle.context.backendProtocolVersion,
      ),
    },
  }),
  buildTargetGroupHealthCheckMatcher: oracle => ({
    healthCheck: {
      matcher: planHealthCheckMatcher(
        mergedOf(oracle),
        oracle.context.backendProtocolVersion,
      ),
    },
  }),
  buildTargetGroupHealthCheckPort: oracle => ({
    healthCheck: {
      port: planHealthCheckPort(
        mergedOf(oracle),
        serviceOf(oracle),
        oracle.context.targetType,
      ),
    },
  }),
  buildTargetGroupBindingNodeSelector: oracle => ({
    nodeSelector: planNodeSelector(mergedOf(oracle), oracle.context.targetType),
  }),
  buildTargetGroupBindingMultiClusterFlag: oracle => ({
    multiClusterTargetGroup: planMultiCluster(
      readIngress(oracle).annotations,
      readIngressAnnotations(serviceOf(oracle)?.rawAnnotations),
    ),
  }),
  buildTargetGroupTargetControlPort: oracle => ({
    targetControlPort: planTargetControlPort(
      mergedOf(oracle),
      oracle.context.serviceName,
      oracle.context.servicePort ?? 0,
    ),
  }),
  buildTargetGroupSpec: oracle => {
    const service = serviceOf(oracle);
    const [member] = readMembers(oracle);
    return planTargetGroup(
      {
        member,
        service,
        serviceName: service?.name ?? '',
        port: oracle.context.servicePort,
      },
      readFacts(oracle),
      { groupId: readGroup(oracle).id, addressType: 'ipv4' },
    );
  },
};
