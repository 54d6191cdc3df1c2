/**
 * The manifest of a cluster's public entrance: ingress-nginx's Service, of which the in-tree provider makes a Classic Load
 * Balancer that anybody reaches.
 * @internal
 */
export function publicEntranceManifest(options: {
  name: string;
  /** The name that external-dns keeps for it. */
  hostName: string;
  certificateArn: string;
}): string {
  const { name } = options;
  const prefix = 'service.beta.kubernetes.io/aws-load-balancer';
  return `# The one way into the cluster from outside. Whoever wants to be reached adds an Ingress of class nginx.
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${name}
  annotations:
    external-dns.alpha.kubernetes.io/hostname: ${options.hostName}
    ${prefix}-ssl-cert: ${options.certificateArn}
    ${prefix}-ssl-ports: https
    ${prefix}-backend-protocol: http
    ${prefix}-additional-resource-tags: backstage-entity-ref=component:default/${name}
spec:
  type: LoadBalancer
  selector:
    app.kubernetes.io/name: ingress-nginx
  ports:
    - name: http
      port: 80
      targetPort: http
    - name: https
      port: 443
      targetPort: http
`;
}
