import {
  InTreeContext,
  isLeftToOthers,
  planClassicHealthCheck,
  planClassicListener,
  planClassicSecurityGroups,
  planInTreeSubnets,
  planLoadBalancerType,
  planNetworkHealthCheck,
  planNetworkSecurityGroups,
  planTargetGroupAttributes,
  validateAnnotations,
  validateMixedProtocols,
  validateProtocol,
  validateTargetGroupAttributes,
} from '../../plan/awsInTree';
import { readAnnotation } from '../../plan/createAnnotationReader';
import { readServiceSpec } from '../../plan/readServiceSpec';
import { parseInTreePairs, parseStringList } from '../../values';
import { OracleCase } from './oracleCases';
import {
  NamedPlans,
  findPlanDisagreements,
  objectOf,
  readNamedCases,
} from './namedPlans';

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';

/** Every security group that the controller's tests let it make has this id. */
const NEW_SECURITY_GROUP = 'sg-123456789';

const contextOf = ({ context }: OracleCase): InTreeContext => ({
  ...context,
  newSecurityGroup: NEW_SECURITY_GROUP,
});

const pairsOf = (oracleCase: OracleCase, name: string) =>
  parseInTreePairs(
    readAnnotation(objectOf(oracleCase), `${PREFIX}${name}`) ?? '',
  );

const plans: NamedPlans = {
  isNLB: one => {
    const loadBalancerType = planLoadBalancerType(objectOf(one));
    return { loadBalancerType, isNLB: loadBalancerType === 'nlb' };
  },
  isLBExternal: one => ({
    handledByExternalController: isLeftToOthers(objectOf(one)),
  }),
  validateServiceAnnotations: one => {
    const [ingress] = one.context.statusLoadBalancerIngress ?? [];
    validateAnnotations(objectOf(one), ingress && (ingress.hostname ?? ''));
    return {};
  },
  validateServiceAnnotationTargetGroupAttributes: one => {
    validateTargetGroupAttributes(objectOf(one));
    return {};
  },
  checkMixedProtocol: one => {
    validateMixedProtocols(objectOf(one));
    return {};
  },
  checkProtocol: one => {
    const service = objectOf(one);
    readServiceSpec(service).ports.forEach(port =>
      validateProtocol(service, port),
    );
    return {};
  },
  buildListener: one => {
    const service = objectOf(one);
    return {
      loadBalancerType: 'classic',
      listeners: readServiceSpec(service).ports.map(port =>
        planClassicListener(service, port),
      ),
    };
  },
  buildELBSecurityGroupList: one =>
    planClassicSecurityGroups(objectOf(one), contextOf(one)),
  ensureNLBSecurityGroup: one =>
    planNetworkSecurityGroups(objectOf(one), contextOf(one)),
  ensureLoadBalancerHealthCheck: one => ({
    healthCheck: planClassicHealthCheck(objectOf(one), {
      protocol: one.context.defaultHealthCheckProtocol,
      port: one.context.defaultHealthCheckPort,
      path: one.context.defaultHealthCheckPath,
    }),
  }),
  buildNLBHealthCheckConfiguration: one => ({
    healthCheck: planNetworkHealthCheck(objectOf(one), one.context.cloudConfig),
  }),
  buildTargetGroupAttributes: one => ({
    targetGroupAttributeChanges: planTargetGroupAttributes(
      objectOf(one),
      one.context.existingTargetGroupAttributes,
    ),
  }),
  getKeyValuePropertiesFromAnnotation: one => ({
    tags: pairsOf(one, 'additional-resource-tags'),
    targetGroupAttributesParsed: pairsOf(one, 'target-group-attributes'),
  }),
  parseStringSliceAnnotation: one => {
    const text = readAnnotation(objectOf(one), one.context.key);
    const items = parseStringList(text ?? '');
    return {
      exists: text !== undefined,
      value: items.length > 0 ? items : null,
    };
  },
  getLoadBalancerSubnets: one => ({
    subnets: planInTreeSubnets(objectOf(one), contextOf(one)),
  }),
};

describe('the in-tree AWS provider, as it tests itself', () => {
  it.each(readNamedCases('aws-in-tree'))('%s', (_, oracleCase) => {
    expect(findPlanDisagreements(plans, oracleCase)).toEqual([]);
  });
});
