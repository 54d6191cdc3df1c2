import {
  PlsContext,
  hasPlsConfiguration,
  planPlsFqdns,
  planPlsIpConfigurations,
  planPlsName,
  planPlsProxyProtocol,
  planPlsSubnetUpdate,
  planPlsVisibility,
  planPrivateLinkService,
  readPlsAutoApproval,
  readPlsFqdns,
  readPlsIpCount,
  readPlsResourceGroup,
  readPlsStaticIPs,
  readPlsSubnet,
  readPlsVisibility,
  requestsPls,
} from '../../plan/azure';
import { OracleCase } from './oracleCases';
import {
  NamedPlans,
  findPlanDisagreements,
  objectOf,
  readNamedCases,
} from './namedPlans';

// The controller's tests answer every look-up of a subnet with this id, and their cluster's subnet has this name.
const SUBNET_ID = 'subnetID';
const CLUSTER_SUBNET = 'subnet';

function reconcileContext({ context }: OracleCase): PlsContext {
  return {
    clusterName: context.clusterName,
    defaultSubnet: CLUSTER_SUBNET,
    subnets: [{ name: CLUSTER_SUBNET, id: SUBNET_ID }],
    frontend: context.frontendIPConfig,
    existing: context.existingPLS,
    isDeleting: !context.wantPLS,
  };
}

const plans: NamedPlans = {
  reconcilePrivateLinkService: one =>
    planPrivateLinkService(objectOf(one), reconcileContext(one)),
  disablePLSNetworkPolicy: one =>
    planPlsSubnetUpdate(objectOf(one), {
      defaultSubnet: CLUSTER_SUBNET,
      subnets: one.context.subnet ? [one.context.subnet] : [],
    }),
  getPLSResourceGroup: one => ({
    plsResourceGroup: readPlsResourceGroup(
      objectOf(one),
      one.context.cloudConfig?.PrivateLinkServiceResourceGroup,
    ),
  }),
  getPrivateLinkServiceName: one => ({
    plsName: planPlsName(
      objectOf(one),
      one.context.existingPLS,
      one.context.frontendIPConfig?.name,
    ),
  }),
  reconcilePLSIpConfigs: one => {
    const { plsName, defaultSubnet, subnetExists, existingIpConfigurations } =
      one.context;
    const name = readPlsSubnet(objectOf(one)) ?? defaultSubnet;
    return planPlsIpConfigurations(
      objectOf(one),
      { defaultSubnet, subnets: subnetExists ? [{ name, id: SUBNET_ID }] : [] },
      plsName,
      existingIpConfigurations,
    );
  },
  serviceRequiresPLS: one => ({ plsRequested: requestsPls(objectOf(one)) }),
  reconcilePLSEnableProxyProtocol: one =>
    planPlsProxyProtocol(objectOf(one), one.context.existingPLS),
  reconcilePLSFqdn: one => planPlsFqdns(objectOf(one), one.context.existingPLS),
  reconcilePLSVisibility: one =>
    planPlsVisibility(objectOf(one), one.context.existingPLS),
  getPLSSubnetName: one => ({ plsSubnet: readPlsSubnet(objectOf(one)) }),
  getPLSIPConfigCount: one => ({ plsIpCount: readPlsIpCount(objectOf(one)) }),
  getPLSFqdns: one => ({ plsFqdns: readPlsFqdns(objectOf(one)) }),
  getPLSVisibility: one => {
    const plsVisibility = readPlsVisibility(objectOf(one));
    return { plsVisibility, plsAllowAll: plsVisibility[0] === '*' };
  },
  getPLSAutoApproval: one => ({
    plsAutoApproval: readPlsAutoApproval(objectOf(one)),
  }),
  getPLSStaticIPs: one => {
    const plsStaticIPs = readPlsStaticIPs(objectOf(one));
    return { plsStaticIPs, plsPrimaryIP: plsStaticIPs[0] ?? '' };
  },
  serviceHasAdditionalConfigs: one => ({
    plsHasAdditionalConfigs: hasPlsConfiguration(objectOf(one)),
  }),
};

describe('the Azure private link service, as its controller tests it', () => {
  it.each(readNamedCases('azure-pls'))('%s', (_, oracleCase) => {
    expect(findPlanDisagreements(plans, oracleCase)).toEqual([]);
  });
});
