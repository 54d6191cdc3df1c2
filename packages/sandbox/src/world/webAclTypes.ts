import { ScopedRecord } from './types';

/** Whether WAF protects distributions or the resources of a region. @public */
export type WafScope = 'CLOUDFRONT' | 'REGIONAL';

/** What a rule does with a request that it matches. @public */
export type WafAction = 'allow' | 'block' | 'count' | 'captcha' | 'challenge';

/** One rule of a web ACL. @public */
export interface WebAclRule {
  name: string;
  priority: number;
  /** Of a rule with a statement of its own. */
  action?: WafAction;
  /** Of a rule group: `count` switches all its rules to counting. */
  overrideAction?: 'none' | 'count';
  /** The `Statement` as the WAFv2 API has it. */
  statement: Record<string, unknown>;
  metricName: string;
}

/** Where the requests that a web ACL saw are written. @public */
export interface WafLogging {
  /** ARN of a log group, bucket or stream, whose name begins with `aws-waf-logs-`. */
  destinationArns: string[];
  /** The `RedactedFields` as the API has them. */
  redactedFields: unknown[];
}

/** A web ACL; `id` is its ARN. @public */
export interface WebAcl extends ScopedRecord {
  /** The id inside the ARN, which the API asks for beside the name. */
  webAclId: string;
  name: string;
  wafScope: WafScope;
  description: string;
  defaultAction: 'allow' | 'block';
  rules: WebAclRule[];
  metricName: string;
  /** Changes with each update, which must name the one it rests on. */
  lockToken: string;
  logging?: WafLogging;
  /** ARNs of the regional resources that it protects. */
  resourceArns: Set<string>;
}

/** A set of addresses that rules refer to; `id` is its ARN. @public */
export interface IpSet extends ScopedRecord {
  ipSetId: string;
  name: string;
  wafScope: WafScope;
  description: string;
  addressVersion: 'IPV4' | 'IPV6';
  /** CIDR blocks. */
  addresses: string[];
  lockToken: string;
}
