import type { Seen } from './Seen';

/** What the rules about web ACLs read, whatever these stand in front of. @internal */
export interface WithFirewall {
  /** The web ACL, `undefined` if there is none; left out where there can be none. */
  firewall?: Seen<InspectedFirewall | undefined>;
}

/** A web ACL in front of something. @internal */
export interface InspectedFirewall {
  /** Its ARN, or the id of one of the older WAF. */
  id: string;
  /** What it is; `undefined` if it does not exist. */
  webAcl: Seen<WebAcl | undefined>;
}

/** A web ACL as WAF describes it. @internal */
export interface WebAcl {
  /** Its ARN. */
  arn: string;
  /** What people call it. */
  name: string;
  /** Whether a request that no rule decides about is turned away. */
  blocksByDefault: boolean;
  /** Its rules, in order. */
  rules: WebAclRule[];
}

/** A rule of a web ACL. @internal */
export interface WebAclRule {
  /** What people call it. */
  name: string;
  /** What it does to a request that it matches; `counts` lets it pass. */
  effect: 'allows' | 'counts' | 'decides';
  /** Whether it is a rule group that AWS or a seller looks after. */
  isManagedGroup?: boolean;
}
