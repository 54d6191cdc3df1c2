import {
  bool,
  document,
  integer,
  listOf,
  structure,
  text,
} from '../../wire/shapes';

/** Wire names of `ListWebACLsRequest`. @internal */
export const listWebACLsRequest = structure({
  Scope: text,
  NextMarker: text,
  Limit: integer,
});

/** Wire names of `WebACLSummary`. @internal */
export const webACLSummary = structure({
  Name: text,
  Id: text,
  Description: text,
  LockToken: text,
  ARN: text,
});

/** Wire names of `ListWebACLsResponse`. @internal */
export const listWebACLsResponse = structure({
  NextMarker: text,
  WebACLs: listOf(webACLSummary),
});

/** Wire names of `GetWebACLRequest`. @internal */
export const getWebACLRequest = structure({
  Name: text,
  Scope: text,
  Id: text,
  ARN: text,
});

/** Wire names of `BlockAction`. @internal */
export const blockAction = structure({});

/** Wire names of `AllowAction`. @internal */
export const allowAction = structure({});

/** Wire names of `DefaultAction`. @internal */
export const defaultAction = structure({
  Block: blockAction,
  Allow: allowAction,
});

/** Wire names of `CountAction`. @internal */
export const countAction = structure({});

/** Wire names of `CaptchaAction`. @internal */
export const captchaAction = structure({});

/** Wire names of `ChallengeAction`. @internal */
export const challengeAction = structure({});

/** Wire names of `RuleAction`. @internal */
export const ruleAction = structure({
  Block: blockAction,
  Allow: allowAction,
  Count: countAction,
  Captcha: captchaAction,
  Challenge: challengeAction,
});

/** Wire names of `NoneAction`. @internal */
export const noneAction = structure({});

/** Wire names of `OverrideAction`. @internal */
export const overrideAction = structure({
  Count: countAction,
  None: noneAction,
});

/** Wire names of `VisibilityConfig`. @internal */
export const visibilityConfig = structure({
  SampledRequestsEnabled: bool,
  CloudWatchMetricsEnabled: bool,
  MetricName: text,
});

/** Wire names of `Rule`. @internal */
export const rule = structure({
  Name: text,
  Priority: integer,
  Statement: document,
  Action: ruleAction,
  OverrideAction: overrideAction,
  VisibilityConfig: visibilityConfig,
});

/** Wire names of `WebACL`. @internal */
export const webACL = structure({
  Name: text,
  Id: text,
  ARN: text,
  DefaultAction: defaultAction,
  Description: text,
  Rules: listOf(rule),
  VisibilityConfig: visibilityConfig,
  Capacity: integer,
  ManagedByFirewallManager: bool,
  LabelNamespace: text,
});

/** Wire names of `GetWebACLResponse`. @internal */
export const getWebACLResponse = structure({
  WebACL: webACL,
  LockToken: text,
  ApplicationIntegrationURL: text,
});
