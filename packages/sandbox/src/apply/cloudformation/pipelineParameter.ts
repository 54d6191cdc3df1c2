import { cloudFrontPrefixListId, World } from '../../world';
import { isRecord } from '../kubernetes/readManifests';
import { DeploymentTarget } from '../types';
import { WaitingError } from '../WaitingError';
import { CloudFormationTemplate } from './readTemplates';

/**
 * The value that a pipeline passes to a parameter which CloudFormation cannot look up by itself: the load balancer that this
 * repository's manifests made, a hosted zone, CloudFront's prefix list. Undefined for any other parameter.
 *
 * @throws WaitingError if there is no such thing yet, or several.
 * @internal
 */
export function pipelineParameter(
  name: string,
  parameter: unknown,
  place: {
    template: CloudFormationTemplate;
    target: DeploymentTarget;
    world: World;
    /** ARNs of the load balancers that the repository's manifests made. */
    loadBalancers: () => string[];
  },
): string | undefined {
  const { template, target, world, loadBalancers } = place;
  if (
    isRecord(parameter) &&
    parameter.Type === 'AWS::Route53::HostedZone::Id'
  ) {
    return zoneIdFor(parameter.Description, template, place);
  }
  if (/CloudFrontPrefixList$/.test(name)) {
    return cloudFrontPrefixListId(target.region);
  }
  const isName = /LoadBalancerDnsName$/i.test(name);
  if (!isName && !/(LoadBalancer|Nlb)Arns?$/i.test(name)) return undefined;
  const [only, ...others] = loadBalancers();
  const found = world.loadBalancing.loadBalancers.get(only ?? '');
  if (!found || others.length > 0) {
    throw new WaitingError(
      `No single load balancer of this repository for the parameter '${name}'`,
    );
  }
  return isName ? found.dnsName : found.id;
}

// The zone in which the names of the template lie, or that whoever wrote the parameter names.
function zoneIdFor(
  description: unknown,
  { path, resources }: CloudFormationTemplate,
  { target: { accountId }, world }: { target: DeploymentTarget; world: World },
): string {
  const text = JSON.stringify(resources);
  const named = String(description).split(/[\s,]+/);
  const [zone] = world.hostedZones.zones
    .all()
    .filter(
      one =>
        one.accountId === accountId &&
        !one.isPrivate &&
        (named.includes(one.name) ||
          text.includes(`.${one.name}"`) ||
          text.includes(`"${one.name}"`)),
    )
    .sort((left, right) => right.name.length - left.name.length);
  if (!zone) {
    throw new WaitingError(
      `No hosted zone of ${accountId} for the names in '${path}'`,
    );
  }
  return zone.id;
}
