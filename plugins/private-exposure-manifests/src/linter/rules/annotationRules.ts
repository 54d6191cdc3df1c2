import { Rule } from '../createRule';
import { accessLogBucket } from './accessLogBucket';
import { aliasWithoutIpv6 } from './aliasWithoutIpv6';
import { asLabel } from './asLabel';
import { attribute } from './attribute';
import { certificateArn } from './certificateArn';
import { certificateRegion } from './certificateRegion';
import { controllerOwned } from './controllerOwned';
import { deprecated } from './deprecated';
import { domainOfCluster } from './domainOfCluster';
import { excludes } from './excludes';
import { foreignName } from './foreignName';
import { healthCheckTimeout } from './healthCheckTimeout';
import { jsonFields } from './jsonFields';
import { loadBalancerName } from './loadBalancerName';
import { misplaced } from './misplaced';
import { needs } from './needs';
import { noEffect } from './noEffect';
import { notAString } from './notAString';
import { pairTwice } from './pairTwice';
import { prefixOfCluster } from './prefixOfCluster';
import { reservedTag } from './reservedTag';
import { separator } from './separator';
import { stray } from './stray';
import { successCodes } from './successCodes';
import { timeToLive } from './timeToLive';
import { unknown } from './unknown';
import { value } from './value';
import { version } from './version';
import { weakTlsPolicy } from './weakTlsPolicy';

/** Those of `serviceRules` that are about annotations of any object, for whoever has nothing to ask about Services. @internal */
export const annotationRules: readonly Rule[] = [
  accessLogBucket,
  aliasWithoutIpv6,
  asLabel,
  attribute,
  certificateArn,
  certificateRegion,
  controllerOwned,
  deprecated,
  domainOfCluster,
  excludes,
  foreignName,
  healthCheckTimeout,
  jsonFields,
  loadBalancerName,
  misplaced,
  needs,
  noEffect,
  notAString,
  pairTwice,
  prefixOfCluster,
  reservedTag,
  separator,
  stray,
  successCodes,
  timeToLive,
  unknown,
  value,
  version,
  weakTlsPolicy,
];
