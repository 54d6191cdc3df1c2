import { Rule } from '../createRule';
import { addressesExchanged } from './addressesExchanged';
import { attributeKept } from './attributeKept';
import { classChanged } from './classChanged';
import { deletionProtected } from './deletionProtected';
import { endpointServiceRemoved } from './endpointServiceRemoved';
import { fixedSetting } from './fixedSetting';
import { frontendNlbChanged } from './frontendNlbChanged';
import { grantRemoved } from './grantRemoved';
import { groupChanged } from './groupChanged';
import { listenerRemoved } from './listenerRemoved';
import { loadBalancerRemoved } from './loadBalancerRemoved';
import { loadBalancerReplaced } from './loadBalancerReplaced';
import { madePublic } from './madePublic';
import { multiClusterSwitched } from './multiClusterSwitched';
import { natAddressesRemoved } from './natAddressesRemoved';
import { privateLinkServiceChanged } from './privateLinkServiceChanged';
import { privateNameRemoved } from './privateNameRemoved';
import { proxyProtocolSwitched } from './proxyProtocolSwitched';
import { securityGroupsFixed } from './securityGroupsFixed';
import { sourceNatOff } from './sourceNatOff';
import { subnetsRemoved } from './subnetsRemoved';
import { targetTypeChanged } from './targetTypeChanged';
import { typeChanged } from './typeChanged';
import { vpcOriginInUse } from './vpcOriginInUse';
import { wafKept } from './wafKept';

/** What a merge would do to what is live. @internal */
export const changeRules: readonly Rule[] = [
  addressesExchanged,
  attributeKept,
  classChanged,
  deletionProtected,
  endpointServiceRemoved,
  fixedSetting,
  frontendNlbChanged,
  grantRemoved,
  groupChanged,
  listenerRemoved,
  loadBalancerRemoved,
  loadBalancerReplaced,
  madePublic,
  multiClusterSwitched,
  natAddressesRemoved,
  privateLinkServiceChanged,
  privateNameRemoved,
  proxyProtocolSwitched,
  securityGroupsFixed,
  sourceNatOff,
  subnetsRemoved,
  targetTypeChanged,
  typeChanged,
  vpcOriginInUse,
  wafKept,
];
