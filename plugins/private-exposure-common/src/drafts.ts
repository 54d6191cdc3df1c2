import { resourceAnnotations } from './annotations';
import type { ExposureKind, UnclaimedExposure } from './types';

/**
 * A software template and the values that its form starts with: all that is known of a resource. What nobody can know,
 * such as the repository, is left to the form.
 *
 * @public
 */
export interface Draft {
  /** Name of the template, in the namespace `default`. */
  template: string;
  /** Parameters of the template, by their names. */
  values: Record<string, string>;
}

/**
 * The draft that has an entity claim an exposure; nothing for a kind that no annotation names.
 *
 * @public
 */
export function claimDraft({
  kind,
  nativeId,
}: UnclaimedExposure): Draft | undefined {
  if (!Object.keys(resourceAnnotations).includes(kind)) return undefined;
  return { template: 'claim-private-exposure', values: { kind, nativeId } };
}

/**
 * The draft that takes an exposure back in the repository that it comes from; nothing where it comes from none that is
 * known, or from what no template edits, such as the code of a load balancer.
 *
 * @public
 */
export function withdrawDraft(exposure: UnclaimedExposure): Draft | undefined {
  const draft = draftByManager(exposure);
  return (
    draft && {
      ...draft,
      values: { ...draft.values, reason: reasonOf(exposure) },
    }
  );
}

function draftByManager(exposure: UnclaimedExposure): Draft | undefined {
  switch (exposure.provenance.manager) {
    case 'kubernetes':
      return withdrawObject(exposure);
    case 'iac':
      return withdrawCode(exposure);
    default:
      return undefined;
  }
}

/** Letters that the field takes, of the 1000 at most. */
const longestPart = 300;

// Tags are anybody's text; the field takes one line, and nothing that a template engine reads.
function plain(text: string): string {
  return text
    .replace(/[^\x20-\x7e]/g, '?')
    .replaceAll('{{', '{ {')
    .slice(0, longestPart);
}

/** Which resource it is, for whoever reviews the pull request. */
function reasonOf(exposure: UnclaimedExposure): string {
  const { kind, nativeId, account, region, provenance } = exposure;
  const places = [
    ...(account ? [`account ${account}`] : []),
    ...(region ? [`region ${region}`] : []),
  ];
  const maker = provenance.managedBy
    ? `, looked after by ${provenance.managedBy}`
    : '';
  return `Nobody claims the ${kind} ${[plain(nativeId), ...places].join(
    ', ',
  )}${plain(maker)}.`;
}

/** The templates that take back what a Service of type LoadBalancer made. */
const serviceTemplates: Partial<Record<ExposureKind, string>> = {
  'aws-endpoint-service': 'withdraw-private-exposure',
  'aws-load-balancer': 'withdraw-private-exposure',
  'azure-private-link-service': 'withdraw-azure-exposure',
};

/** Takes back what a controller made for an object of a manifest. */
function withdrawObject({
  kind,
  provenance,
}: UnclaimedExposure): Draft | undefined {
  const [, type, namespace, name] =
    /^Kubernetes (Service|Ingress) ([^/ ]+)\/([^/ ]+) /.exec(
      provenance.managedBy ?? '',
    ) ?? [];
  if (type === 'Ingress' && kind === 'aws-load-balancer') {
    return {
      template: 'withdraw-aws-load-balancer',
      values: {
        ...{ owner: 'nobody', step: 'lift-protection' },
        ...{ namespace, ingressName: name },
      },
    };
  }
  const template = type === 'Service' && serviceTemplates[kind];
  if (!template) return undefined;
  const step = kind === 'aws-load-balancer' ? 'remove-load-balancer' : 'close';
  return {
    template,
    values: { owner: 'nobody', step, namespace, serviceName: name },
  };
}

/** What our templates call a distribution; without such a `Name` tag it goes by a host name or an id. */
const distributionName = /^(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Takes back what stands in infrastructure code. */
function withdrawCode({ kind, name }: UnclaimedExposure): Draft | undefined {
  switch (kind) {
    case 'aws-endpoint-service':
      return {
        template: 'withdraw-private-exposure',
        values: {
          ...{ owner: 'nobody', step: 'close' },
          // Without a `Name` tag it goes by its id, which is no name in any code.
          ...(/^vpce-svc-/.test(name) ? {} : { endpointServiceName: name }),
        },
      };
    case 'aws-cloudfront':
      return {
        template: 'withdraw-aws-cloudfront',
        values: {
          ...{ owner: 'nobody', step: 'remove-distribution' },
          ...(distributionName.test(name) ? { name } : {}),
        },
      };
    case 'azure-front-door':
      return {
        template: 'withdraw-azure-exposure',
        values: {
          ...{ owner: 'nobody', step: 'remove-front-door' },
          frontDoorName: name,
        },
      };
    default:
      return undefined;
  }
}
