import { InputError } from '@backstage/errors';
import type { AwsScope } from '../scopes';

/**
 * The ARN of an endpoint service. EC2 does not send it: it is `vpc-endpoint-service/<id>`, as in the Service
 * Authorization Reference.
 *
 * @internal
 */
export function toServiceArn(scope: AwsScope, serviceId: string): string {
  const { partition, region, accountId } = scope;
  return `arn:${partition}:ec2:${region}:${accountId}:vpc-endpoint-service/${serviceId}`;
}

/**
 * The id of an endpoint service, out of its ARN.
 *
 * @throws InputError if the ARN is none, or is not of the scope.
 * @internal
 */
export function toServiceId(scope: AwsScope, arn: string): string {
  const serviceId = arn.slice(arn.lastIndexOf('/') + 1);
  if (!serviceId || toServiceArn(scope, serviceId) !== arn) {
    throw new InputError(
      `'${arn}' does not name an endpoint service of scope '${scope.id}'`,
    );
  }
  return serviceId;
}

/**
 * Where the endpoint service of an ARN is; `undefined` if the ARN names none. For what is computed from stored rows, which
 * outlive the configuration.
 *
 * @internal
 */
export function parseServiceArn(
  arn: string,
): { scope: AwsScope; serviceId: string } | undefined {
  const parts =
    /^arn:([a-z-]+):ec2:([a-z0-9-]+):(\d{12}):vpc-endpoint-service\/([\w-]+)$/.exec(
      arn,
    );
  if (!parts) return undefined;
  const [, partition, region, accountId, serviceId] = parts;
  const id = `aws/${accountId}/${region}`;
  return { scope: { id, partition, region, accountId }, serviceId };
}

/**
 * A load balancer or target group by the name that people gave it: the last but one part of its ARN.
 *
 * @internal
 */
export function nameInArn(arn: string): string {
  return arn.split('/').at(-2) ?? arn;
}
