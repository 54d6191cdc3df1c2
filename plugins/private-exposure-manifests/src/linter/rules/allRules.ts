import { Rule } from '../createRule';
import { acceptanceOff } from './acceptanceOff';
import { accepterResource } from './accepterResource';
import { anyPrincipal } from './anyPrincipal';
import { anySubscription } from './anySubscription';
import { asLabel } from './asLabel';
import { autoApprovalForAll } from './autoApprovalForAll';
import { autoApprovalInvisible } from './autoApprovalInvisible';
import { azureInternalValue } from './azureInternalValue';
import { certificateRegion } from './certificateRegion';
import { classChanged } from './classChanged';
import { cloudFrontCertificateRegion } from './cloudFrontCertificateRegion';
import { cloudFrontWafScope } from './cloudFrontWafScope';
import { controllerMismatch } from './controllerMismatch';
import { crossZoneOff } from './crossZoneOff';
import { deletionProtected } from './deletionProtected';
import { deprecated } from './deprecated';
import { distributionWithoutWaf } from './distributionWithoutWaf';
import { dnsAllZones } from './dnsAllZones';
import { domainOfCluster } from './domainOfCluster';
import { endpointServiceRemoved } from './endpointServiceRemoved';
import { excludes } from './excludes';
import { foreignName } from './foreignName';
import { foreignPrivateName } from './foreignPrivateName';
import { frontDoorCertificateUnchecked } from './frontDoorCertificateUnchecked';
import { frontDoorNotPremium } from './frontDoorNotPremium';
import { frontDoorPublicOrigin } from './frontDoorPublicOrigin';
import { frontDoorRequestMessage } from './frontDoorRequestMessage';
import { frontDoorWafDetects } from './frontDoorWafDetects';
import { frontDoorWithoutWaf } from './frontDoorWithoutWaf';
import { grantRemoved } from './grantRemoved';
import { groupChanged } from './groupChanged';
import { idleTimeout } from './idleTimeout';
import { idleTimeoutCrossRegion } from './idleTimeoutCrossRegion';
import { inboundRulesWithoutSecurityGroup } from './inboundRulesWithoutSecurityGroup';
import { infrastructureAutoApprovalInvisible } from './infrastructureAutoApprovalInvisible';
import { ingressClassAnnotation } from './ingressClassAnnotation';
import { ingressNginx } from './ingressNginx';
import { ingressSubnets } from './ingressSubnets';
import { internalValue } from './internalValue';
import { loadBalancerRemoved } from './loadBalancerRemoved';
import { loadBalancerReplaced } from './loadBalancerReplaced';
import { loadBalancerType } from './loadBalancerType';
import { madePublic } from './madePublic';
import { misplaced } from './misplaced';
import { nameTooLong } from './nameTooLong';
import { natAddresses } from './natAddresses';
import { needs } from './needs';
import { nobodyReconciles } from './nobodyReconciles';
import { notAString } from './notAString';
import { openTrust } from './openTrust';
import { originProtocol } from './originProtocol';
import { otherController } from './otherController';
import { plainHttp } from './plainHttp';
import { plainOrigin } from './plainOrigin';
import { prefixListTwice } from './prefixListTwice';
import { prefixOfCluster } from './prefixOfCluster';
import { privateLinkDualStack } from './privateLinkDualStack';
import { privateLinkServiceChanged } from './privateLinkServiceChanged';
import { privateNameSuffix } from './privateNameSuffix';
import { proxyProtocolLocal } from './proxyProtocolLocal';
import { proxyProtocolTwice } from './proxyProtocolTwice';
import { proxyProtocolValue } from './proxyProtocolValue';
import { publicBehindPrivateLink } from './publicBehindPrivateLink';
import { publicPrivateLink } from './publicPrivateLink';
import { publicWithoutWaf } from './publicWithoutWaf';
import { refused } from './refused';
import { removedVersion } from './removedVersion';
import { schemeDisagrees } from './schemeDisagrees';
import { schemeUnsaid } from './schemeUnsaid';
import { securityGroupsConflict } from './securityGroupsConflict';
import { separator } from './separator';
import { sharedGroup } from './sharedGroup';
import { sourceRangesOnPrivateLink } from './sourceRangesOnPrivateLink';
import { subnetName } from './subnetName';
import { subnetPolicies } from './subnetPolicies';
import { subnetsOfCluster } from './subnetsOfCluster';
import { subnetsRemoved } from './subnetsRemoved';
import { subscriptionId } from './subscriptionId';
import { tunnelClient } from './tunnelClient';
import { typeOfOtherController } from './typeOfOtherController';
import { unknown } from './unknown';
import { value } from './value';
import { version } from './version';
import { visibleToAll } from './visibleToAll';
import { vpcOriginInUse } from './vpcOriginInUse';
import { vpcOriginWithoutGroup } from './vpcOriginWithoutGroup';
import { wafClassic } from './wafClassic';
import { wafScope } from './wafScope';
import { weakTlsPolicy } from './weakTlsPolicy';
import { withoutSecurityGroup } from './withoutSecurityGroup';
import { zonesUncovered } from './zonesUncovered';

/** Every rule of the linter. @public */
export const rules: readonly Rule[] = [
  acceptanceOff,
  accepterResource,
  anyPrincipal,
  anySubscription,
  asLabel,
  autoApprovalForAll,
  autoApprovalInvisible,
  azureInternalValue,
  certificateRegion,
  classChanged,
  cloudFrontCertificateRegion,
  cloudFrontWafScope,
  controllerMismatch,
  crossZoneOff,
  deletionProtected,
  deprecated,
  distributionWithoutWaf,
  dnsAllZones,
  domainOfCluster,
  endpointServiceRemoved,
  excludes,
  foreignName,
  foreignPrivateName,
  frontDoorCertificateUnchecked,
  frontDoorNotPremium,
  frontDoorPublicOrigin,
  frontDoorRequestMessage,
  frontDoorWafDetects,
  frontDoorWithoutWaf,
  grantRemoved,
  groupChanged,
  idleTimeout,
  idleTimeoutCrossRegion,
  inboundRulesWithoutSecurityGroup,
  infrastructureAutoApprovalInvisible,
  ingressClassAnnotation,
  ingressNginx,
  ingressSubnets,
  internalValue,
  loadBalancerRemoved,
  loadBalancerReplaced,
  loadBalancerType,
  madePublic,
  misplaced,
  nameTooLong,
  natAddresses,
  needs,
  nobodyReconciles,
  notAString,
  openTrust,
  originProtocol,
  otherController,
  plainHttp,
  plainOrigin,
  prefixListTwice,
  prefixOfCluster,
  privateLinkDualStack,
  privateLinkServiceChanged,
  privateNameSuffix,
  proxyProtocolLocal,
  proxyProtocolTwice,
  proxyProtocolValue,
  publicBehindPrivateLink,
  publicPrivateLink,
  publicWithoutWaf,
  refused,
  removedVersion,
  schemeDisagrees,
  schemeUnsaid,
  securityGroupsConflict,
  separator,
  sharedGroup,
  sourceRangesOnPrivateLink,
  subnetName,
  subnetPolicies,
  subnetsOfCluster,
  subnetsRemoved,
  subscriptionId,
  tunnelClient,
  typeOfOtherController,
  unknown,
  value,
  version,
  visibleToAll,
  vpcOriginInUse,
  vpcOriginWithoutGroup,
  wafClassic,
  wafScope,
  weakTlsPolicy,
  withoutSecurityGroup,
  zonesUncovered,
];
