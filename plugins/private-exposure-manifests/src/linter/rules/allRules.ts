import { Rule } from '../createRule';
import { acceptanceOff } from './acceptanceOff';
import { accepterResource } from './accepterResource';
import { anyPrincipal } from './anyPrincipal';
import { asLabel } from './asLabel';
import { controllerMismatch } from './controllerMismatch';
import { crossZoneOff } from './crossZoneOff';
import { deprecated } from './deprecated';
import { excludes } from './excludes';
import { idleTimeoutCrossRegion } from './idleTimeoutCrossRegion';
import { inboundRulesWithoutSecurityGroup } from './inboundRulesWithoutSecurityGroup';
import { internalValue } from './internalValue';
import { loadBalancerType } from './loadBalancerType';
import { misplaced } from './misplaced';
import { nameTooLong } from './nameTooLong';
import { needs } from './needs';
import { nobodyReconciles } from './nobodyReconciles';
import { notAString } from './notAString';
import { otherController } from './otherController';
import { proxyProtocolValue } from './proxyProtocolValue';
import { refused } from './refused';
import { schemeDisagrees } from './schemeDisagrees';
import { securityGroupsConflict } from './securityGroupsConflict';
import { separator } from './separator';
import { subnetsOfCluster } from './subnetsOfCluster';
import { unknown } from './unknown';
import { value } from './value';
import { version } from './version';

/** Every rule of the linter. @public */
export const rules: readonly Rule[] = [
  acceptanceOff,
  accepterResource,
  anyPrincipal,
  asLabel,
  controllerMismatch,
  crossZoneOff,
  deprecated,
  excludes,
  idleTimeoutCrossRegion,
  inboundRulesWithoutSecurityGroup,
  internalValue,
  loadBalancerType,
  misplaced,
  nameTooLong,
  needs,
  nobodyReconciles,
  notAString,
  otherController,
  proxyProtocolValue,
  refused,
  schemeDisagrees,
  securityGroupsConflict,
  separator,
  subnetsOfCluster,
  unknown,
  value,
  version,
];
