import { Rule } from '../createRule';
import { accessLogBucket } from './accessLogBucket';
import { actionMissing } from './actionMissing';
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
import { backendUnnamed } from './backendUnnamed';
import { certificateArn } from './certificateArn';
import { certificateForUdp } from './certificateForUdp';
import { certificateMissing } from './certificateMissing';
import { certificateRegion } from './certificateRegion';
import { changeRules } from './changeRules';
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
import { frontendHealthPath } from './frontendHealthPath';
import { frontendPortMapping } from './frontendPortMapping';
import { groupOfCluster } from './groupOfCluster';
import { healthCheckTimeout } from './healthCheckTimeout';
import { idleTimeout } from './idleTimeout';
import { idleTimeoutCrossRegion } from './idleTimeoutCrossRegion';
import { idleTimeoutOfTls } from './idleTimeoutOfTls';
import { inboundRulesWithoutSecurityGroup } from './inboundRulesWithoutSecurityGroup';
import { infrastructureRules } from './infrastructureRules';
import { ingressClassAnnotation } from './ingressClassAnnotation';
import { ingressNginx } from './ingressNginx';
import { ingressSnippet } from './ingressSnippet';
import { ingressSubnets } from './ingressSubnets';
import { internalValue } from './internalValue';
import { invalidRanges } from './invalidRanges';
import { ipv6Ranges } from './ipv6Ranges';
import { jsonFields } from './jsonFields';
import { jwtClaims } from './jwtClaims';
import { listenerUnknown } from './listenerUnknown';
import { listenPortTwice } from './listenPortTwice';
import { loadBalancerMode } from './loadBalancerMode';
import { loadBalancerName } from './loadBalancerName';
import { loadBalancerType } from './loadBalancerType';
import { misplaced } from './misplaced';
import { mutualAuthenticationPort } from './mutualAuthenticationPort';
import { nameTooLong } from './nameTooLong';
import { natAddressTwice } from './natAddressTwice';
import { natSubnetLocal } from './natSubnetLocal';
import { needs } from './needs';
import { needsHttps } from './needsHttps';
import { nobodyReconciles } from './nobodyReconciles';
import { noEffect } from './noEffect';
import { notAString } from './notAString';
import { otherController } from './otherController';
import { pairTwice } from './pairTwice';
import { plainHttp } from './plainHttp';
import { portUnknown } from './portUnknown';
import { prefixOfCluster } from './prefixOfCluster';
import { privateLinkDualStack } from './privateLinkDualStack';
import { privateLinkName } from './privateLinkName';
import { proxyProtocolLocal } from './proxyProtocolLocal';
import { proxyProtocolTwice } from './proxyProtocolTwice';
import { proxyProtocolValue } from './proxyProtocolValue';
import { publicBehindPrivateLink } from './publicBehindPrivateLink';
import { publicPrivateLink } from './publicPrivateLink';
import { publicWithoutWaf } from './publicWithoutWaf';
import { refused } from './refused';
import { regexPaths } from './regexPaths';
import { removedVersion } from './removedVersion';
import { reservedTag } from './reservedTag';
import { schemeDisagrees } from './schemeDisagrees';
import { schemeUnsaid } from './schemeUnsaid';
import { securityGroupsConflict } from './securityGroupsConflict';
import { separator } from './separator';
import { serviceKind } from './serviceKind';
import { serviceTagsBesideRanges } from './serviceTagsBesideRanges';
import { sharedGroup } from './sharedGroup';
import { sourceRanges } from './sourceRanges';
import { sourceRangesOnPrivateLink } from './sourceRangesOnPrivateLink';
import { sourceRangesUnread } from './sourceRangesUnread';
import { stickyTls } from './stickyTls';
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
import { wafClassic } from './wafClassic';
import { wafScope } from './wafScope';
import { weakTlsPolicy } from './weakTlsPolicy';
import { withoutSecurityGroup } from './withoutSecurityGroup';
import { zonesUncovered } from './zonesUncovered';

/** Every rule of the linter. @public */
export const rules: readonly Rule[] = [
  accessLogBucket,
  actionMissing,
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
  backendUnnamed,
  certificateArn,
  certificateForUdp,
  certificateMissing,
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
  frontendHealthPath,
  frontendPortMapping,
  groupOfCluster,
  healthCheckTimeout,
  idleTimeout,
  idleTimeoutCrossRegion,
  idleTimeoutOfTls,
  inboundRulesWithoutSecurityGroup,
  ingressClassAnnotation,
  ingressNginx,
  ingressSnippet,
  ingressSubnets,
  internalValue,
  invalidRanges,
  ipv6Ranges,
  jsonFields,
  jwtClaims,
  listenerUnknown,
  listenPortTwice,
  loadBalancerMode,
  loadBalancerName,
  loadBalancerType,
  misplaced,
  mutualAuthenticationPort,
  nameTooLong,
  natAddressTwice,
  natSubnetLocal,
  needs,
  needsHttps,
  nobodyReconciles,
  noEffect,
  notAString,
  otherController,
  pairTwice,
  plainHttp,
  portUnknown,
  prefixOfCluster,
  privateLinkDualStack,
  privateLinkName,
  proxyProtocolLocal,
  proxyProtocolTwice,
  proxyProtocolValue,
  publicBehindPrivateLink,
  publicPrivateLink,
  publicWithoutWaf,
  refused,
  regexPaths,
  removedVersion,
  reservedTag,
  schemeDisagrees,
  schemeUnsaid,
  securityGroupsConflict,
  separator,
  serviceKind,
  serviceTagsBesideRanges,
  sharedGroup,
  sourceRanges,
  sourceRangesOnPrivateLink,
  sourceRangesUnread,
  stickyTls,
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
  wafClassic,
  wafScope,
  weakTlsPolicy,
  withoutSecurityGroup,
  zonesUncovered,
  ...infrastructureRules,
  ...changeRules,
];
