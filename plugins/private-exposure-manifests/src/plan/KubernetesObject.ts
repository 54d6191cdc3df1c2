/** Any value of a manifest, as YAML or JSON holds it. @public */
export type ManifestValue =
  | string
  | number
  | boolean
  | null
  | ManifestValue[]
  | { [key: string]: ManifestValue | undefined };

/**
 * A Kubernetes object, as far as a controller reads it. `spec` is as it stands in the file: nothing of it was checked.
 *
 * @public
 */
export interface KubernetesObject {
  apiVersion?: string;
  kind: string;
  metadata: {
    name?: string;
    namespace?: string;
    /** Known only for an object that is already in a cluster; some generated names are made of it. */
    uid?: string;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    /** What has to be done before the object may go. */
    finalizers?: string[];
    /** Stands on an object that is being deleted. */
    deletionTimestamp?: string;
  };
  spec?: { [key: string]: ManifestValue | undefined };
}
