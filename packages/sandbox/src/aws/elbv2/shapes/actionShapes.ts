import { integer, listOf, queryStructure, text } from '../../wire/shapes';

/** Wire names of `TargetGroupTuple`. @internal */
export const targetGroupTuple = queryStructure({
  TargetGroupArn: text,
  Weight: integer,
});

/** Wire names of `ForwardActionConfig`. @internal */
export const forwardActionConfig = queryStructure({
  TargetGroups: listOf(targetGroupTuple),
});

/** Wire names of `FixedResponseActionConfig`. @internal */
export const fixedResponseActionConfig = queryStructure({
  MessageBody: text,
  StatusCode: text,
  ContentType: text,
});

/** Wire names of `RedirectActionConfig`. @internal */
export const redirectActionConfig = queryStructure({
  Protocol: text,
  Port: text,
  Host: text,
  Path: text,
  Query: text,
  StatusCode: text,
});

/** Wire names of `Action`. @internal */
export const action = queryStructure({
  Type: text,
  TargetGroupArn: text,
  Order: integer,
  ForwardConfig: forwardActionConfig,
  FixedResponseConfig: fixedResponseActionConfig,
  RedirectConfig: redirectActionConfig,
});
