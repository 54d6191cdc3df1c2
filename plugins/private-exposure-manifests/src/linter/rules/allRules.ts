import { Rule } from '../createRule';
import { acceptanceOff } from './acceptanceOff';
import { accepterResource } from './accepterResource';
import { anyPrincipal } from './anyPrincipal';
import { booleanNotParseable } from './booleanNotParseable';
import { controllerMismatch } from './controllerMismatch';
import { crossZoneOff } from './crossZoneOff';
import { idleTimeoutCrossRegion } from './idleTimeoutCrossRegion';
import { inboundRulesWithoutSecurityGroup } from './inboundRulesWithoutSecurityGroup';
import { nameTooLong } from './nameTooLong';
import { nobodyReconciles } from './nobodyReconciles';
import { notAString } from './notAString';
import { proxyProtocolValue } from './proxyProtocolValue';
import { schemeDisagrees } from './schemeDisagrees';
import { securityGroupsConflict } from './securityGroupsConflict';
import { subnetsOfCluster } from './subnetsOfCluster';
import { unknownAnnotation } from './unknownAnnotation';
import { valueNotAllowed } from './valueNotAllowed';

/** Every rule of the linter. @public */
export const rules: readonly Rule[] = [
  acceptanceOff,
  accepterResource,
  anyPrincipal,
  booleanNotParseable,
  controllerMismatch,
  crossZoneOff,
  idleTimeoutCrossRegion,
  inboundRulesWithoutSecurityGroup,
  nameTooLong,
  nobodyReconciles,
  notAString,
  proxyProtocolValue,
  schemeDisagrees,
  securityGroupsConflict,
  subnetsOfCluster,
  unknownAnnotation,
  valueNotAllowed,
];
