import { Rule } from '../createRule';
import { actionMissing } from './actionMissing';
import { backendUnnamed } from './backendUnnamed';
import { certificateMissing } from './certificateMissing';
import { conditionUnknown } from './conditionUnknown';
import { frontendHealthPath } from './frontendHealthPath';
import { frontendPortMapping } from './frontendPortMapping';
import { groupOfCluster } from './groupOfCluster';
import { ingressClassAnnotation } from './ingressClassAnnotation';
import { ingressNginx } from './ingressNginx';
import { ingressRefused } from './ingressRefused';
import { ingressSnippet } from './ingressSnippet';
import { ingressSubnets } from './ingressSubnets';
import { ipv6Ranges } from './ipv6Ranges';
import { jwtClaims } from './jwtClaims';
import { listenerUnknown } from './listenerUnknown';
import { listenPortTwice } from './listenPortTwice';
import { mutualAuthenticationPort } from './mutualAuthenticationPort';
import { needsHttps } from './needsHttps';
import { notInAutoMode } from './notInAutoMode';
import { plainHttp } from './plainHttp';
import { publicWithoutWaf } from './publicWithoutWaf';
import { regexPaths } from './regexPaths';
import { removedVersion } from './removedVersion';
import { sharedGroup } from './sharedGroup';
import { wafClassic } from './wafClassic';
import { wafScope } from './wafScope';

/** What Ingresses say. @internal */
export const ingressRules: readonly Rule[] = [
  actionMissing,
  backendUnnamed,
  certificateMissing,
  conditionUnknown,
  frontendHealthPath,
  frontendPortMapping,
  groupOfCluster,
  ingressClassAnnotation,
  ingressNginx,
  ingressRefused,
  ingressSnippet,
  ingressSubnets,
  ipv6Ranges,
  jwtClaims,
  listenerUnknown,
  listenPortTwice,
  mutualAuthenticationPort,
  needsHttps,
  notInAutoMode,
  plainHttp,
  publicWithoutWaf,
  regexPaths,
  removedVersion,
  sharedGroup,
  wafClassic,
  wafScope,
];
