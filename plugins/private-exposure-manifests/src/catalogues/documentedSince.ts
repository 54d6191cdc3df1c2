const PAGES =
  'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v';

/**
 * The first version of the AWS Load Balancer Controller whose own page lists an annotation, and that page. Pages are per
 * minor version, so the patch that brought it stays open.
 *
 * @internal
 */
export function documentedSince(object: 'service' | 'ingress', minor: string) {
  return {
    since: minor,
    source: `${PAGES}${minor}/guide/${object}/annotations/`,
  };
}
