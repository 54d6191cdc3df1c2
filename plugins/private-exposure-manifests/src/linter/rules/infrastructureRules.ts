import { Rule } from '../createRule';
import { anySubscription } from './anySubscription';
import { attachmentForAll } from './attachmentForAll';
import { cloudFrontCertificateRegion } from './cloudFrontCertificateRegion';
import { cloudFrontWafScope } from './cloudFrontWafScope';
import { distributionWithoutWaf } from './distributionWithoutWaf';
import { dnsAllZones } from './dnsAllZones';
import { enforcementValue } from './enforcementValue';
import { frontDoorCertificateUnchecked } from './frontDoorCertificateUnchecked';
import { frontDoorLocation } from './frontDoorLocation';
import { frontDoorNotPremium } from './frontDoorNotPremium';
import { frontDoorOriginName } from './frontDoorOriginName';
import { frontDoorPublicOrigin } from './frontDoorPublicOrigin';
import { frontDoorRequestMessage } from './frontDoorRequestMessage';
import { frontDoorWafDetects } from './frontDoorWafDetects';
import { frontDoorWithoutWaf } from './frontDoorWithoutWaf';
import { infrastructureAutoApprovalInvisible } from './infrastructureAutoApprovalInvisible';
import { natAddresses } from './natAddresses';
import { openTrust } from './openTrust';
import { originProtocol } from './originProtocol';
import { plainOrigin } from './plainOrigin';
import { prefixListTwice } from './prefixListTwice';
import { serviceAttachment } from './serviceAttachment';
import { subnetPolicies } from './subnetPolicies';
import { tunnelClient } from './tunnelClient';
import { vpcOriginWithoutGroup } from './vpcOriginWithoutGroup';

/** What other infrastructure code, workloads and objects of their own kind say. @internal */
export const infrastructureRules: readonly Rule[] = [
  anySubscription,
  attachmentForAll,
  cloudFrontCertificateRegion,
  cloudFrontWafScope,
  distributionWithoutWaf,
  dnsAllZones,
  enforcementValue,
  frontDoorCertificateUnchecked,
  frontDoorLocation,
  frontDoorNotPremium,
  frontDoorOriginName,
  frontDoorPublicOrigin,
  frontDoorRequestMessage,
  frontDoorWafDetects,
  frontDoorWithoutWaf,
  infrastructureAutoApprovalInvisible,
  natAddresses,
  openTrust,
  originProtocol,
  plainOrigin,
  prefixListTwice,
  serviceAttachment,
  subnetPolicies,
  tunnelClient,
  vpcOriginWithoutGroup,
];
