import {
  MAX_CLOUDFRONT_NAME,
  inFolder,
  toPublicRoute,
  toResourceName,
  type CloudFrontWithdrawInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { CloudFrontWithdrawActionInput } from '../actions/cloudFrontWithdrawInput';
import { nameNeeded } from './nameNeeded';

/**
 * Makes the intent of one step of taking a service off CloudFront, with the same names and paths that publishing gives by
 * default. What is given is not checked here: the builder does that.
 *
 * @throws InputError where neither an entity nor a name is given.
 *
 * @internal
 */
export function toCloudFrontWithdrawInput(sources: {
  /** Reference of the entity, as the catalog has it; nothing for what none claims. */
  entityRef?: string;
  /** Name of that entity. */
  entityName?: string;
  /** The action's input. */
  input: CloudFrontWithdrawActionInput;
}): CloudFrontWithdrawInput {
  const { entityRef, entityName, input } = sources;
  const { folder, way = 'application' } = input;
  const name =
    input.name ||
    (entityName && toResourceName(entityName.slice(0, MAX_CLOUDFRONT_NAME)));
  if (!name) throw nameNeeded('name');
  const serviceName = input.serviceName || entityName || name;
  const service = {
    name: serviceName,
    namespace: input.namespace || serviceName,
  };
  const path = inFolder(
    folder,
    input.infrastructurePath || 'infra/cloudfront.tf',
  );
  return {
    entityRef,
    reason: input.reason || undefined,
    step: input.step,
    name,
    service,
    manifest: {
      path: inFolder(folder, input.manifestPath || `k8s/${serviceName}.yaml`),
    },
    origin:
      way === 'entrance'
        ? {
            type: 'public-entrance',
            route: toPublicRoute(input.route, { folder, service }),
            hostNames: input.hostNames ?? [],
          }
        : { type: 'vpc-origin', loadBalancer: way },
    infrastructure: path.endsWith('.tf')
      ? { format: 'terraform', path }
      : { format: 'cloudformation', path },
  };
}
