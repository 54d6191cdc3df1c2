import type { z as zod } from 'zod/v3';
import { optionalTextInput } from './inputProperties';

/** Inputs of an action that takes a load balancer out of a manifest. @internal */
export const withdrawnManifestInputs = {
  manifestForm: (z: typeof zod) =>
    z
      .enum(
        [
          'service',
          'istio-operator',
          'istio-helm-values',
          'gateway-api',
          'knative-kourier',
        ],
        {
          description:
            'What holds the load balancer in the manifest; `service` unless given.',
        },
      )
      .optional(),
  manifestPath: optionalTextInput(
    'Path of the manifest below `folder`; `k8s/<serviceName>.yaml` unless given.',
  ),
  serviceName: optionalTextInput(
    "Name of the Service or Gateway; the entity's name unless given.",
  ),
  namespace: optionalTextInput(
    'Namespace of the Service or Gateway; its name unless given.',
  ),
};
