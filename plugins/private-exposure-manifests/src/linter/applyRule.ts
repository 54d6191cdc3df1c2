import { Report, Rule } from './createRule';
import { PlaceTarget } from './readPlaces';
import {
  ChangeTarget,
  ConfigurationTarget,
  EndpointServiceTarget,
  CloudFrontTarget,
  FrontDoorTarget,
  IamPolicyTarget,
  PrivateLinkServiceTarget,
  StrayTarget,
  WorkloadTarget,
} from './targets';

/** What a rule may be asked about. @internal */
export type Target =
  | PlaceTarget
  | EndpointServiceTarget
  | PrivateLinkServiceTarget
  | FrontDoorTarget
  | CloudFrontTarget
  | IamPolicyTarget
  | StrayTarget
  | WorkloadTarget
  | ConfigurationTarget
  | ChangeTarget;

/** Whether a target is a place where annotations stand. @internal */
export function isPlace(target: Target): target is PlaceTarget {
  return 'placeholders' in target;
}

/** Asks a rule about a target, if it reads targets of its kind. @internal */
export function applyRule(
  rule: Rule,
  target: Target,
  report: (said: Report) => void,
) {
  // Most targets are places, and each is asked about by many rules.
  if (isPlace(target)) {
    if (rule.reads === 'annotations') rule.check(target, report);
    else if (rule.reads === 'service' && target.type === 'service')
      rule.check(target, report);
    else if (rule.reads === 'ingress' && target.type === 'ingress')
      rule.check(target, report);
    return;
  }
  if (target.type === 'endpoint-service') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'private-link-service') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'cloudfront') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'front-door') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'iam-policy') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'stray') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'workload') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (target.type === 'configuration') {
    if (rule.reads === target.type) rule.check(target, report);
    return;
  }
  if (rule.reads === target.type) rule.check(target, report);
}
