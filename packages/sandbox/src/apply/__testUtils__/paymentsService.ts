/** A Service with a Network Load Balancer, and the Deployment behind it. */
export const PAYMENTS_SERVICE = `# The public face of payments.
apiVersion: v1
kind: Service
metadata:
  name: payments
  namespace: payments
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-scheme: internal
    service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
    service.beta.kubernetes.io/aws-load-balancer-attributes: load_balancing.cross_zone.enabled=true
    service.beta.kubernetes.io/aws-load-balancer-inbound-sg-rules-on-private-link-traffic: "off"
    service.beta.kubernetes.io/aws-load-balancer-proxy-protocol: "*"
    service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags: backstage-entity-ref=component:default/payments
spec:
  type: LoadBalancer
  loadBalancerClass: service.k8s.aws/nlb
  selector: { app: payments }
  ports:
    - { name: https, port: 443, targetPort: 8443 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: payments, namespace: payments }
spec:
  replicas: 3
  template:
    metadata: { labels: { app: payments } }
`;
