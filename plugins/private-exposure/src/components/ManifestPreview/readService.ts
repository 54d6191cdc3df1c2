import type { FormReader } from './createFormReader';

/**
 * The Service that a form is about.
 *
 * @param newService - name of the entity, where the Service is to be added: what its pods are labelled with unless the form
 * says otherwise
 * @internal
 */
export function readService(read: FormReader, newService: string | undefined) {
  return {
    name: read.text('serviceName'),
    namespace: read.text('namespace'),
    ...(newService !== undefined && readPodsAndPorts(read, newService)),
  };
}

/** Pods and ports of a Service that is to be added, as the templates' steps pass them on. */
function readPodsAndPorts(read: FormReader, entityName: string) {
  const port = read.number('port');
  const targetPort = read.number('targetPort');
  return {
    selector: { 'app.kubernetes.io/name': read.text('appLabel') ?? entityName },
    ports: port === undefined ? undefined : [{ port, targetPort }],
  };
}
