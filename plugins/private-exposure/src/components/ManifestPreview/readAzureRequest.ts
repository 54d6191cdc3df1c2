import { word, type FormReader } from './createFormReader';
import type { PreviewSources } from './loadPreview';
import { readService } from './readService';

type Request = PreviewSources['azure-private-link-service']['request'];
type Manifest = NonNullable<Request['manifest']>;

/**
 * What the form of _Expose a service over Azure Private Link_ asks for.
 *
 * @param newService - name of the entity, where its Service is to be added
 * @internal
 */
export function readAzureRequest(
  read: FormReader,
  newService: string | undefined,
): Request {
  const isForAll = read.text('audience') === 'everybody';
  return {
    manifest: {
      form: word<NonNullable<Manifest['form']>>(read.text('manifestForm')),
      path: read.text('manifestPath'),
      gatewayClassName: read.text('gatewayClassName'),
    },
    service: readService(read, newService),
    loadBalancer: {
      subnet: read.text('loadBalancerSubnet'),
      address: read.text('loadBalancerAddress'),
    },
    privateLinkService: {
      subnet: read.text('linkSubnet'),
      addressCount: read.number('addressCount'),
      addresses: read.list('addresses'),
      fqdns: read.list('fqdns'),
      proxyProtocol: read.flag('proxyProtocol'),
      visibility: isForAll ? ['*'] : read.list('visibility'),
      autoApproval: read.list('autoApproval'),
    },
  };
}
