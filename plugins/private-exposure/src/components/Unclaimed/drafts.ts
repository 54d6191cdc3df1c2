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

/** The templates that take something back, the value that tells them what, and whether a Service alone makes it. */
const withdrawTemplates: Partial<
  Record<ExposureKind, { template: string; step: string }>
> = {
  'aws-endpoint-service': {
    template: 'withdraw-private-exposure',
    step: 'close',
  },
  'aws-load-balancer': {
    template: 'withdraw-private-exposure',
    step: 'remove-load-balancer',
  },
  'azure-private-link-service': {
    template: 'withdraw-azure-exposure',
    step: 'close',
  },
  'azure-front-door': {
    template: 'withdraw-azure-exposure',
    step: 'remove-front-door',
  },
};

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
 * known, or from what no template edits, such as a Kubernetes Ingress.
 *
 * @internal
 */
export function withdrawDraft(exposure: UnclaimedExposure): Draft | undefined {
  const { kind, name, provenance, kubernetesServices } = exposure;
  const known = withdrawTemplates[kind];
  if (!known || provenance.manager === 'unknown') return undefined;
  const { template, step } = known;
  if (provenance.manager === 'kubernetes') {
    const [service] = kubernetesServices;
    const isService = /^Kubernetes Service /.test(provenance.managedBy ?? '');
    if (!service || !isService) return undefined;
    const [, namespace, serviceName] = service.split('/');
    return { template, values: { step, namespace, serviceName } };
  }
  switch (kind) {
    case 'aws-endpoint-service':
      return { template, values: { step, endpointServiceName: name } };
    case 'azure-front-door':
      return { template, values: { step, frontDoorName: name } };
    default:
      // The code of a load balancer is no template's.
      return undefined;
  }
}
