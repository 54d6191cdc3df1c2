/** What annotations of Ingresses begin with. */
export const P = 'alb.ingress.kubernetes.io/';

/** A Service inside the cluster. */
export const service = (name: string, namespace = name) => `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { app: ${name} }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
`;

/** An Ingress of the AWS Load Balancer Controller, to one host name. */
export const ingress = (
  name: string,
  annotations: Record<string, string> = {},
  paths = [{ path: '/', type: 'Prefix', service: name }],
) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  namespace: ${name}
  annotations:
    ${P}target-type: ip
${Object.entries(annotations)
  .map(([key, value]) => `    ${P}${key}: ${JSON.stringify(value)}\n`)
  .join('')}spec:
  ingressClassName: alb
  rules:
    - host: ${name}.acme.example
      http:
        paths:
${paths
  .map(
    ({ path, type, service: to }) =>
      `          - { path: ${path}, pathType: ${type}, backend: { service: { name: ${to}, port: { number: 80 } } } }\n`,
  )
  .join('')}`;

/** Both, of payments. */
export const PAYMENTS = `${service('payments')}---\n${ingress('payments')}`;
