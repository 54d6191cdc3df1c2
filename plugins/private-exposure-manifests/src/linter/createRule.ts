import {
  AnnotatedTarget,
  CloudFrontTarget,
  ChangeTarget,
  ConfigurationTarget,
  EndpointServiceTarget,
  FrontDoorTarget,
  IamPolicyTarget,
  IngressTarget,
  PrivateLinkServiceTarget,
  ServiceTarget,
  StrayTarget,
  WorkloadTarget,
} from './targets';
import { TextEdit } from '../read/TextEdit';
import { Evidence, Severity } from './types';

/** What a rule says about one place. @public */
export interface Report {
  message: string;
  remedy: string;
  evidence?: Evidence[];
  /** The place; default that of the target. */
  at?: { line: number; column: number };
  /** Where it differs from the rule's own. */
  severity?: Severity;
  /** What would put it right beyond doubt. */
  fix?: TextEdit;
}

/** What people read about a rule, in the terminal and in the reference. @public */
export interface RulePage {
  /** What is wrong, in one sentence. */
  summary: string;
  /** What comes of it, and how to put it right; a short paragraph. */
  why: string;
  /** A file that the rule objects to, as short as can be. */
  bad: string;
  /** The same file put right. */
  good: string;
  /** The file before the change, for rules about what a merge would do; the other two are then what it becomes. */
  before?: string;
  /** Path of them, where it is not a manifest's. */
  path?: string;
  /** A file with the cluster that they are for, as `--profile` reads it, where the rule is silent without one. */
  cluster?: string;
  /** The `domains` of the config that they are for, where the rule is silent without. */
  domains?: readonly string[];
  /** Page or source file of the facts. */
  source: string;
}

/** A check of one kind of place. @public */
export interface RuleOf<Reads extends string, Target> {
  /** Such as `aws/scheme-disagrees`; the file has the name of its second part, or of the whole where two share that. */
  id: string;
  severity: Severity;
  /** What it looks at. */
  reads: Reads;
  /**
   * The keys, or what is true of the keys, of annotations or labels without any of which it has nothing to say of a
   * place, and is not asked. Without this, it is asked about every place.
   */
  about?: readonly string[] | ((key: string) => boolean);
  page: RulePage;
  check(target: Target, report: (finding: Report) => void): void;
}

/** A check, by the kind of place that it reads. @public */
export type Rule =
  | RuleOf<'annotations', ServiceTarget | IngressTarget | AnnotatedTarget>
  | RuleOf<'service', ServiceTarget>
  | RuleOf<'ingress', IngressTarget>
  | RuleOf<'endpoint-service', EndpointServiceTarget>
  | RuleOf<'private-link-service', PrivateLinkServiceTarget>
  | RuleOf<'front-door', FrontDoorTarget>
  | RuleOf<'cloudfront', CloudFrontTarget>
  | RuleOf<'iam-policy', IamPolicyTarget>
  | RuleOf<'stray', StrayTarget>
  | RuleOf<'workload', WorkloadTarget>
  | RuleOf<'configuration', ConfigurationTarget>
  | RuleOf<'change', ChangeTarget>;

/** Makes a rule; the compiler then knows what its check is given. @public */
export function createRule<R extends Rule>(rule: R): R {
  return rule;
}
