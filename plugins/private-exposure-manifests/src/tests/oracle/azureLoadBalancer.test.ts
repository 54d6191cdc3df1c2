import {
  IPFamily,
  disablesFloatingIP,
  disablesNsgRules,
  hasHaPorts,
  planAccessControl,
  planAdditionalPublicIPs,
  planInternalSubnet,
  planIPFamilies,
  planLoadBalancerIP,
  planLoadBalancerIPs,
  planPublicIPName,
  planPublicIPNames,
  planPublicIPPrefix,
  readAllowedIPRanges,
  readAllowedServiceTags,
  readSourceRanges,
  requiresInternalLoadBalancer,
  usesInternalRules,
} from '../../plan/azure';
import { ControllerRefusal } from '../../plan/ControllerRefusal';
import { readAnnotation } from '../../plan/createAnnotationReader';
import { isSameFolded, parseAzureInt32 } from '../../values';
import { OracleCase } from './oracleCases';
import {
  NamedPlans,
  findPlanDisagreements,
  objectOf,
  readNamedCases,
} from './namedPlans';

const familyOf = ({ context }: OracleCase): IPFamily => context.queriedIPFamily;

/** The functions that parse networks refuse the invalid ones; the access control that calls them doesn't. */
function rangesAs(
  field: string,
  read: typeof readSourceRanges,
): NamedPlans[string] {
  return oracleCase => {
    const { valid, invalid } = read(objectOf(oracleCase));
    if (invalid.length > 0) throw new ControllerRefusal('invalid ranges', []);
    return { [field]: valid.map(({ text }) => text), invalidRanges: invalid };
  };
}

const planWholeAccessControl: NamedPlans[string] = oracleCase => {
  const plan = planAccessControl(objectOf(oracleCase));
  return { ...plan, warningEvent: plan.warningEvents[0] };
};

const plans: NamedPlans = {
  getInternalSubnet: one => ({
    internalSubnet: planInternalSubnet(objectOf(one)),
  }),
  requiresInternalLoadBalancer: one => ({
    internal: requiresInternalLoadBalancer(objectOf(one)),
  }),
  IsInternal: one => ({ internal: usesInternalRules(objectOf(one)) }),
  IsK8sServiceUsingInternalLoadBalancer: one => ({
    internal: usesInternalRules(objectOf(one)),
  }),
  IsK8sServiceHasHAModeEnabled: one => ({
    haPortsEnabled: hasHaPorts(objectOf(one)),
  }),
  IsK8sServiceDisableLoadBalancerNSGRule: one => ({
    nsgRulesDisabled: disablesNsgRules(objectOf(one)),
  }),
  IsK8sServiceDisableLoadBalancerFloatingIP: one => ({
    floatingIPDisabled: disablesFloatingIP(objectOf(one)),
  }),
  expectAttributeInSvcAnnotationBeEqualTo: one => {
    const value = readAnnotation(objectOf(one), one.context.lookupKey);
    return { matches: isSameFolded(value, one.context.compareTo) };
  },
  extractInt32FromString: ({ metadata }) => {
    const [text] = Object.values(metadata.annotations ?? {});
    const parsed = parseAzureInt32(text);
    if ('problem' in parsed) throw new ControllerRefusal(parsed.problem, []);
    return { exists: true, ...parsed };
  },
  getServicePIPName: one => ({
    pipName: planPublicIPName(objectOf(one), familyOf(one)),
  }),
  getServicePIPNames: one => ({ pipNames: planPublicIPNames(objectOf(one)) }),
  getServicePIPPrefixID: one => ({
    pipPrefixId: planPublicIPPrefix(objectOf(one), familyOf(one)),
  }),
  getServiceLoadBalancerIP: one => ({
    loadBalancerIP: planLoadBalancerIP(objectOf(one), familyOf(one)),
  }),
  getServiceLoadBalancerIPs: one => ({
    loadBalancerIPs: planLoadBalancerIPs(objectOf(one)),
  }),
  getIPFamiliesEnabled: one => planIPFamilies(objectOf(one)),
  'AccessControl.IsAllowFromInternet': planWholeAccessControl,
  'AccessControl.DenyAllExceptSourceRanges': planWholeAccessControl,
  'AccessControl.AllowedRanges': planWholeAccessControl,
  NewAccessControl: planWholeAccessControl,
  AllowedServiceTags: one => ({
    allowedServiceTags: readAllowedServiceTags(objectOf(one)),
  }),
  AllowedIPRanges: rangesAs('allowedIPRanges', readAllowedIPRanges),
  SourceRanges: rangesAs('sourceRanges', readSourceRanges),
  AdditionalPublicIPs: one => ({
    additionalPublicIPs: planAdditionalPublicIPs(objectOf(one)),
  }),
};

describe('the Azure load balancer, as its controller tests it', () => {
  it.each(readNamedCases('azure-lb'))('%s', (_, oracleCase) => {
    expect(findPlanDisagreements(plans, oracleCase)).toEqual([]);
  });
});
