import { AwsFault, ListenerAnswer } from '../../world';
import { ValueOf } from '../wire/shapes';
import { action } from './shapes/actionShapes';

type WireAction = ValueOf<typeof action>;

/** What a listener or a rule does: it forwards, or answers. */
interface Outcome {
  targetGroupArn?: string;
  answer?: ListenerAnswer;
}

/** The actions of a listener or a rule as the API has them. @internal */
export function toActions({ targetGroupArn, answer }: Outcome): WireAction[] {
  if (answer?.type === 'fixed-response') {
    const { statusCode, contentType, messageBody } = answer;
    const config = {
      StatusCode: statusCode,
      ContentType: contentType,
      MessageBody: messageBody,
    };
    return [{ Type: answer.type, Order: 1, FixedResponseConfig: config }];
  }
  if (answer) {
    const config = {
      StatusCode: answer.statusCode,
      Protocol: answer.protocol ?? '#{protocol}',
      Port: answer.port ?? '#{port}',
      Host: answer.host ?? '#{host}',
      Path: answer.path ?? '/#{path}',
      Query: answer.query ?? '#{query}',
    };
    return [{ Type: answer.type, Order: 1, RedirectConfig: config }];
  }
  return [
    {
      Type: 'forward',
      TargetGroupArn: targetGroupArn,
      ForwardConfig: { TargetGroups: [{ TargetGroupArn: targetGroupArn }] },
    },
  ];
}

/**
 * What the actions of a request come to; nothing without actions.
 *
 * @throws AwsFault `InvalidLoadBalancerAction` for actions that the sandbox does not play.
 * @internal
 */
export function fromActions(actions: WireAction[] | undefined): Outcome {
  if (!actions) return {};
  const [first] = actions;
  const targetGroupArn =
    first?.TargetGroupArn ??
    first?.ForwardConfig?.TargetGroups?.[0]?.TargetGroupArn;
  if (first?.Type === 'forward' && targetGroupArn) return { targetGroupArn };
  const fixed = first?.FixedResponseConfig;
  if (first?.Type === 'fixed-response' && fixed?.StatusCode) {
    return {
      answer: {
        type: 'fixed-response',
        statusCode: fixed.StatusCode,
        contentType: fixed.ContentType,
        messageBody: fixed.MessageBody,
      },
    };
  }
  const redirect = first?.RedirectConfig;
  if (first?.Type === 'redirect' && redirect?.StatusCode) {
    return {
      answer: {
        type: 'redirect',
        statusCode: redirect.StatusCode,
        protocol: redirect.Protocol,
        port: redirect.Port,
        host: redirect.Host,
        path: redirect.Path,
        query: redirect.Query,
      },
    };
  }
  throw new AwsFault(
    'InvalidLoadBalancerAction',
    `The sandbox knows actions that forward to a target group, redirect or answer, not '${first?.Type}'`,
  );
}
