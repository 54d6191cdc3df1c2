import { word, type FormReader } from './createFormReader';
import type { PreviewSources } from './loadPreview';
import { readService } from './readService';

/**
 * What the form of _Expose through a load balancer in another account_ asks for.
 *
 * @param newService - name of the entity, where its Service is to be added
 * @internal
 */
export function readLoadBalancerRequest(
  read: FormReader,
  newService: string | undefined,
): PreviewSources['aws-load-balancer']['request'] {
  const certificate = read.text('certificate');
  return {
    manifestPath: read.text('manifestPath'),
    service: readService(read, newService),
    host: read.text('host'),
    paths: read.list('paths'),
    port: read.number('port'),
    loadBalancer: {
      scheme: word(read.text('scheme')),
      group: read.text('group'),
      certificates: certificate === undefined ? [] : [certificate],
      webAclArn: read.text('webAclArn'),
      healthCheckPath: read.text('healthCheckPath'),
    },
  };
}
