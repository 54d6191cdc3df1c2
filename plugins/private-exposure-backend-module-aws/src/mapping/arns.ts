/** The parts of an ARN. @internal */
export interface Arn {
  /** Such as `aws`. */
  partition: string;
  /** Such as `elasticloadbalancing`. */
  service: string;
  /** Empty for what is outside regions. */
  region: string;
  /** Twelve digits; empty for what no account owns. */
  accountId: string;
  /** The rest. */
  resource: string;
}

/**
 * Takes an ARN apart; `undefined` if it is none. For what the cloud sends, and for what is computed from stored rows,
 * which outlive the configuration.
 *
 * @internal
 */
export function parseArn(arn: string): Arn | undefined {
  const parts =
    /^arn:([a-z-]+):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|):(\S+)$/.exec(arn);
  if (!parts) return undefined;
  const [, partition, service, region, accountId, resource] = parts;
  return { partition, service, region, accountId, resource };
}

/**
 * A load balancer or target group by the name that people gave it: the last but one part of its ARN, or all that a Classic
 * load balancer's has.
 *
 * @internal
 */
export function nameInArn(arn: string): string {
  const parts = arn.split('/');
  return parts.at(parts.length > 2 ? -2 : -1) ?? arn;
}
