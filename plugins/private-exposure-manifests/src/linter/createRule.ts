import {
  AnnotatedTarget,
  EndpointServiceTarget,
  IngressTarget,
  ServiceTarget,
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

/** A check of one kind of place. @public */
export interface RuleOf<Reads extends string, Target> {
  /** Such as `aws/scheme-disagrees`; the file has the name of its second part. */
  id: string;
  severity: Severity;
  /** What it looks at. */
  reads: Reads;
  check(target: Target, report: (finding: Report) => void): void;
}

/** A check, by the kind of place that it reads. @public */
export type Rule =
  | RuleOf<'annotations', ServiceTarget | IngressTarget | AnnotatedTarget>
  | RuleOf<'service', ServiceTarget>
  | RuleOf<'ingress', IngressTarget>
  | RuleOf<'endpoint-service', EndpointServiceTarget>;

/** Makes a rule; the compiler then knows what its check is given. @public */
export function createRule<R extends Rule>(rule: R): R {
  return rule;
}
