/**
 * The first minor version of Kubernetes whose change log names an annotation of the in-tree providers, and that change log.
 * Their own repositories, which have the same minor versions, keep none for that time.
 *
 * @internal
 */
export function kubernetesSince(minor: string) {
  return {
    since: minor,
    sinceSource: `https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-${minor}.md`,
  };
}
