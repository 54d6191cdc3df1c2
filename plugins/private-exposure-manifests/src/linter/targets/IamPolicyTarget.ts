import { PlacedValue } from './EndpointServiceTarget';

/** A condition of a statement, as far as the file tells its values. @public */
export interface IamCondition {
  /** The operator, such as `StringEquals`. */
  test: string;
  /** The key; empty where something computes it. */
  variable: string;
  /** The values; `undefined` where something computes them. */
  values: string[] | undefined;
}

/** What a policy of IAM allows, in one of its statements; its place is the statement's. @public */
export interface IamStatement {
  line: number;
  column: number;
  actions: string[];
  resources: string[];
  /** Identity providers whose tokens are let in, by ARN or by a reference. */
  federated: string[];
  conditions: IamCondition[];
  /** Whether more conditions may be there than the file tells. */
  isPartial: boolean;
}

/** A policy of IAM in a file of infrastructure code; its value is what declares it. @public */
export interface IamPolicyTarget extends PlacedValue {
  type: 'iam-policy';
  path: string;
  /** Statements that allow something. */
  statements: IamStatement[];
}
