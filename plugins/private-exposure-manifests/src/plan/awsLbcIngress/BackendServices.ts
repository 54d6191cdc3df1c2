import { LbcService, readLbcService } from '../awsLbcService/LbcService';
import { KubernetesObject } from '../KubernetesObject';

/** A Service behind an Ingress, with its annotations by whole key. @internal */
export interface BackendService extends LbcService {
  rawAnnotations: Readonly<Record<string, string>>;
}

/** The Services of the cluster, as far as they are known. @internal */
export class BackendServices {
  private readonly byKey: ReadonlyMap<string, BackendService> | undefined;

  /** @param services - All Services; `undefined` where they are not known. */
  constructor(services: readonly KubernetesObject[] | undefined) {
    this.byKey =
      services &&
      new Map(
        services.map(object => {
          const service = readLbcService(object);
          const rawAnnotations = object.metadata.annotations ?? {};
          return [
            `${service.namespace}/${service.name}`,
            { ...service, rawAnnotations },
          ];
        }),
      );
  }

  /** The Service; `undefined` where it is missing, or where none is known. */
  find(namespace: string, name: string): BackendService | undefined {
    return this.byKey?.get(`${namespace}/${name}`);
  }

  /** Whether a Service is known to be missing. */
  isMissing(namespace: string, name: string): boolean {
    return this.byKey !== undefined && !this.find(namespace, name);
  }
}
