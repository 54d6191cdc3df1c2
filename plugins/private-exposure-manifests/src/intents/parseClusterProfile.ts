import { z } from 'zod';
import { InvalidIntentError } from '../errors';
import { ClusterProfile, clusterProfileSchema } from './clusterProfile';
import { parseIntent } from './parseIntent';

/** Where a configuration is flatter than the profile, or calls a field by another name. */
const KEY_OF_FIELD: Record<string, string> = {
  'controller.type': 'controller',
  'controller.version': 'version',
  'controller.webhook': 'webhook',
  account: 'accountId',
  vpc: 'vpcId',
};

const entrySchema = z
  .object({
    controller: z.unknown(),
    version: z.unknown(),
    webhook: z.unknown(),
    accountId: z.unknown(),
    vpcId: z.unknown(),
    securityGroups: z.unknown(),
  })
  .passthrough();

/**
 * Reads a cluster profile as configurations write it: one entry of `privateExposure.clusters`, with the controller's
 * type and version beside the other fields.
 *
 * @throws {@link InvalidIntentError} naming the keys as the configuration has them.
 *
 * @public
 */
export function parseClusterProfile(
  name: string,
  entry: unknown,
): ClusterProfile {
  const read = entrySchema.safeParse(entry);
  if (!read.success) {
    throw new InvalidIntentError({
      field: name,
      message: 'must be a table of settings',
    });
  }
  const {
    controller: type,
    version,
    webhook,
    accountId: account,
    vpcId: vpc,
    securityGroups: groups,
    ...others
  } = read.data;
  const securityGroups = Array.isArray(groups)
    ? groups.map((id: unknown) => ({ id }))
    : groups;
  const profile = {
    ...others,
    name,
    controller: { type, version, webhook },
    account,
    vpc,
    securityGroups,
  };
  try {
    return parseIntent(clusterProfileSchema, profile);
  } catch (error) {
    if (!(error instanceof InvalidIntentError)) throw error;
    const [first, ...rest] = error.issues.map(({ field, message }) => ({
      field:
        KEY_OF_FIELD[field] ??
        field.replace(/^(securityGroups\[\d+\])\.id$/, '$1'),
      message,
    }));
    throw new InvalidIntentError(first, ...rest);
  }
}
