import {
  resourceAnnotations,
  type ExposureKind,
  type UnclaimedExposure,
} from '@postern/backstage-plugin-private-exposure-common';

/** A software template and the values that its form starts with. @internal */
export interface Draft {
  template: string;
  values: Record<string, string>;
}

/**
 * The draft that has an entity claim an exposure; nothing for a kind that no annotation names.
 *
 * @internal
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
 * @internal
 */
export function withdrawDraft(exposure: UnclaimedExposure): Draft | undefined {
  switch (exposure.provenance.manager) {
    case 'kubernetes':
      return withdrawObject(exposure);
    case 'iac':
      return withdrawCode(exposure);
    default:
      return undefined;
  }
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
    const values = { step: 'lift-protection', namespace };
    return { template: 'withdraw-aws-load-balancer', values };
  }
  const template = type === 'Service' && serviceTemplates[kind];
  if (!template) return undefined;
  const step = kind === 'aws-load-balancer' ? 'remove-load-balancer' : 'close';
  return { template, values: { step, namespace, serviceName: name } };
}

/** Takes back what stands in infrastructure code. */
function withdrawCode({ kind, name }: UnclaimedExposure): Draft | undefined {
  switch (kind) {
    case 'aws-endpoint-service':
      return {
        template: 'withdraw-private-exposure',
        values: { step: 'close', endpointServiceName: name },
      };
    case 'aws-cloudfront':
      return {
        template: 'withdraw-aws-cloudfront',
        values: { step: 'remove-distribution' },
      };
    case 'azure-front-door':
      return {
        template: 'withdraw-azure-exposure',
        values: { step: 'remove-front-door', frontDoorName: name },
      };
    default:
      return undefined;
  }
}
