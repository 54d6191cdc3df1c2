import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { ManifestObject } from './types';

/** A new Service that is reached inside the cluster alone. @internal */
export function clusterIpService({
  name,
  namespace,
  selector = {},
  ports = [],
}: AwsCloudFrontIntent['service']): ManifestObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: {
      type: 'ClusterIP',
      selector,
      ports: ports.map(({ name: portName, port, targetPort }) => ({
        ...(portName === undefined ? {} : { name: portName }),
        port,
        targetPort: targetPort ?? port,
        protocol: 'TCP',
      })),
    },
  };
}
