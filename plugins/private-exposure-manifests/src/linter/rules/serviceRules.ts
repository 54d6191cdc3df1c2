import { Rule } from '../createRule';
import { accessLogBucket } from './accessLogBucket';
import { addressPerSubnet } from './addressPerSubnet';
import { aliasWithoutIpv6 } from './aliasWithoutIpv6';
import { asLabel } from './asLabel';
import { attribute } from './attribute';
import { attributeTwice } from './attributeTwice';
import { autoApprovalForAll } from './autoApprovalForAll';
import { autoApprovalInvisible } from './autoApprovalInvisible';
import { azureIdleTimeout } from './azureIdleTimeout';
import { azureInternalValue } from './azureInternalValue';
import { azureSubnetOfCluster } from './azureSubnetOfCluster';
import { backendProtocol } from './backendProtocol';
import { certificateArn } from './certificateArn';
import { certificateForUdp } from './certificateForUdp';
import { certificateRegion } from './certificateRegion';
import { classicBehindPrivateLink } from './classicBehindPrivateLink';
import { clientIpOfUdp } from './clientIpOfUdp';
import { controllerMismatch } from './controllerMismatch';
import { controllerOwned } from './controllerOwned';
import { crossZoneOff } from './crossZoneOff';
import { deprecated } from './deprecated';
import { domainOfCluster } from './domainOfCluster';
import { excludes } from './excludes';
import { foreignName } from './foreignName';
import { frontendAddress } from './frontendAddress';
import { gkeInternalValue } from './gkeInternalValue';
import { healthCheckTimeout } from './healthCheckTimeout';
import { idleTimeout } from './idleTimeout';
import { idleTimeoutCrossRegion } from './idleTimeoutCrossRegion';
import { idleTimeoutOfTls } from './idleTimeoutOfTls';
import { inboundRulesWithoutSecurityGroup } from './inboundRulesWithoutSecurityGroup';
import { internalValue } from './internalValue';
import { invalidRanges } from './invalidRanges';
import { jsonFields } from './jsonFields';
import { loadBalancerMode } from './loadBalancerMode';
import { loadBalancerName } from './loadBalancerName';
import { loadBalancerType } from './loadBalancerType';
import { misplaced } from './misplaced';
import { nameTooLong } from './nameTooLong';
import { natAddressTwice } from './natAddressTwice';
import { natSubnetLocal } from './natSubnetLocal';
import { needs } from './needs';
import { nobodyReconciles } from './nobodyReconciles';
import { noEffect } from './noEffect';
import { notAString } from './notAString';
import { otherController } from './otherController';
import { pairTwice } from './pairTwice';
import { portUnknown } from './portUnknown';
import { prefixOfCluster } from './prefixOfCluster';
import { privateLinkDualStack } from './privateLinkDualStack';
import { privateLinkName } from './privateLinkName';
import { proxyProtocolLocal } from './proxyProtocolLocal';
import { proxyProtocolTwice } from './proxyProtocolTwice';
import { proxyProtocolValue } from './proxyProtocolValue';
import { publicBehindPrivateLink } from './publicBehindPrivateLink';
import { publicPrivateLink } from './publicPrivateLink';
import { refused } from './refused';
import { reservedTag } from './reservedTag';
import { schemeDisagrees } from './schemeDisagrees';
import { schemeUnsaid } from './schemeUnsaid';
import { securityGroupsConflict } from './securityGroupsConflict';
import { separator } from './separator';
import { serviceKind } from './serviceKind';
import { serviceTagsBesideRanges } from './serviceTagsBesideRanges';
import { sourceRanges } from './sourceRanges';
import { sourceRangesOnPrivateLink } from './sourceRangesOnPrivateLink';
import { sourceRangesUnread } from './sourceRangesUnread';
import { stickyTls } from './stickyTls';
import { stray } from './stray';
import { subnetName } from './subnetName';
import { subnetsOfCluster } from './subnetsOfCluster';
import { subscriptionId } from './subscriptionId';
import { successCodes } from './successCodes';
import { timeToLive } from './timeToLive';
import { tlsPortUnmatched } from './tlsPortUnmatched';
import { typeOfOtherController } from './typeOfOtherController';
import { unknown } from './unknown';
import { value } from './value';
import { version } from './version';
import { visibleToAll } from './visibleToAll';
import { weakTlsPolicy } from './weakTlsPolicy';
import { withoutSecurityGroup } from './withoutSecurityGroup';
import { zonesUncovered } from './zonesUncovered';

/** What Services say, and what any place says in its annotations. @internal */
export const serviceRules: readonly Rule[] = [
  accessLogBucket,
  addressPerSubnet,
  aliasWithoutIpv6,
  asLabel,
  attribute,
  attributeTwice,
  autoApprovalForAll,
  autoApprovalInvisible,
  azureIdleTimeout,
  azureInternalValue,
  azureSubnetOfCluster,
  backendProtocol,
  certificateArn,
  certificateForUdp,
  certificateRegion,
  classicBehindPrivateLink,
  clientIpOfUdp,
  controllerMismatch,
  controllerOwned,
  crossZoneOff,
  deprecated,
  domainOfCluster,
  excludes,
  foreignName,
  frontendAddress,
  gkeInternalValue,
  healthCheckTimeout,
  idleTimeout,
  idleTimeoutCrossRegion,
  idleTimeoutOfTls,
  inboundRulesWithoutSecurityGroup,
  internalValue,
  invalidRanges,
  jsonFields,
  loadBalancerMode,
  loadBalancerName,
  loadBalancerType,
  misplaced,
  nameTooLong,
  natAddressTwice,
  natSubnetLocal,
  needs,
  nobodyReconciles,
  noEffect,
  notAString,
  otherController,
  pairTwice,
  portUnknown,
  prefixOfCluster,
  privateLinkDualStack,
  privateLinkName,
  proxyProtocolLocal,
  proxyProtocolTwice,
  proxyProtocolValue,
  publicBehindPrivateLink,
  publicPrivateLink,
  refused,
  reservedTag,
  schemeDisagrees,
  schemeUnsaid,
  securityGroupsConflict,
  separator,
  serviceKind,
  serviceTagsBesideRanges,
  sourceRanges,
  sourceRangesOnPrivateLink,
  sourceRangesUnread,
  stickyTls,
  stray,
  subnetName,
  subnetsOfCluster,
  subscriptionId,
  successCodes,
  timeToLive,
  tlsPortUnmatched,
  typeOfOtherController,
  unknown,
  value,
  version,
  visibleToAll,
  weakTlsPolicy,
  withoutSecurityGroup,
  zonesUncovered,
];
