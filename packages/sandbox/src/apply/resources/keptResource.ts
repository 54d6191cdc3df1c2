import { ApplyContext } from '../types';
import { Args, requiredString } from './args';
import { ResourceHandler } from './ResourceHandler';

/**
 * A resource that is kept, without an effect on what the sandbox plays: log groups and their deliveries.
 *
 * @param identify - what its id and ARN are
 * @internal
 */
export function keptResource(
  identify: (args: Args, context: ApplyContext) => Args,
): ResourceHandler {
  return {
    create: (args, context) => ({ ...args, ...identify(args, context) }),
    read: ({ attributes }) => attributes,
    update: ({ attributes }, args) => ({ ...attributes, ...args }),
    destroy() {},
  };
}

/** An ARN of CloudWatch Logs, by what follows account and region. */
const logsArn = (path: string) => (args: Args, context: ApplyContext) => {
  const { region, accountId } = context.scope;
  const name = requiredString(args, 'name');
  const arn = `arn:aws:logs:${region}:${accountId}:${path}:${name}`;
  return { id: name, arn };
};

/**
 * The resources of CloudWatch Logs that take CloudFront's and WAF's logs.
 * @internal
 */
export const logResources: Readonly<Record<string, ResourceHandler>> = {
  aws_cloudwatch_log_group: keptResource(logsArn('log-group')),
  aws_cloudwatch_log_delivery_source: keptResource(logsArn('delivery-source')),
  aws_cloudwatch_log_delivery_destination: keptResource(
    logsArn('delivery-destination'),
  ),
  aws_cloudwatch_log_delivery: keptResource(args => ({
    id: requiredString(args, 'delivery_source_name'),
  })),
};
