/**
 * The first version of external-dns whose change log names an annotation, and that change log. It was kept up to 0.7.0;
 * what came later stands in the notes of releases.
 *
 * @internal
 */
export function changeLogSince(version: string) {
  return {
    since: version,
    sinceSource:
      'https://github.com/kubernetes-sigs/external-dns/blob/v0.7.0/CHANGELOG.md',
  };
}
