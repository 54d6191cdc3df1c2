import type { FormReader } from './createFormReader';

/**
 * Pods and ports of a Service that is to be added, as the templates' steps pass them on.
 *
 * @param entityName - what the pods are labelled with unless the form says otherwise
 * @internal
 */
export function readNewService(read: FormReader, entityName: string) {
  const port = read.number('port');
  const targetPort = read.number('targetPort');
  return {
    selector: { 'app.kubernetes.io/name': read.text('appLabel') ?? entityName },
    ports: port === undefined ? undefined : [{ port, targetPort }],
  };
}
