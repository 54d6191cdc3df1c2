import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';
const ALB = 'alb.ingress.kubernetes.io/';

const head = (apiVersion: string, kind: string, name: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: team-${
    name.length % 7
  }\n  labels:\n    app.kubernetes.io/name: ${name}\n    app.kubernetes.io/part-of: shop\n`;

function deployment(name: string): string {
  const container = (role: string, port: number) =>
    `        - name: ${role}\n          image: registry.example.com/shop/${name}-${role}:1.4.2\n          args: ["--port=${port}", "--log-format", "json"]\n          ports:\n            - containerPort: ${port}\n              name: http-${role}\n          env:\n            - name: DATABASE_URL\n              valueFrom:\n                secretKeyRef: {name: ${name}-db, key: url}\n            - name: LOG_LEVEL\n              value: info\n          resources:\n            requests: {cpu: 100m, memory: 128Mi}\n            limits: {memory: 256Mi}\n          readinessProbe:\n            httpGet:\n              path: /healthz\n              port: http-${role}\n            periodSeconds: 10\n`;
  return `${head(
    'apps/v1',
    'Deployment',
    name,
  )}spec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app.kubernetes.io/name: ${name}\n  template:\n    metadata:\n      labels:\n        app.kubernetes.io/name: ${name}\n      annotations:\n        prometheus.io/scrape: "true"\n    spec:\n      serviceAccountName: ${name}\n      containers:\n${container(
    'app',
    8080,
  )}${container('proxy', 8443)}`;
}

function configMap(name: string): string {
  const lines = Array.from(
    { length: 30 },
    (_, n) => `    feature.${n}.enabled=${n % 2 === 0}\n`,
  );
  return `${head(
    'v1',
    'ConfigMap',
    name,
  )}data:\n  app.properties: |\n${lines.join('')}`;
}

function service(name: string): string {
  return `${head(
    'v1',
    'Service',
    name,
  )}spec:\n  selector:\n    app.kubernetes.io/name: ${name}\n  ports:\n    - name: http\n      port: 80\n      targetPort: 8080\n`;
}

function loadBalancerAnnotations(mistake: number | undefined): string[] {
  const lines = [
    `${AWS}scheme: internal`,
    `${AWS}nlb-target-type: ip`,
    `${AWS}attributes: load_balancing.cross_zone.enabled=true,deletion_protection.enabled=true`,
    `${AWS}subnets: subnet-0123456789abcdef0,subnet-0123456789abcdef1`,
    `${AWS}healthcheck-protocol: http`,
    `${AWS}healthcheck-path: /healthz`,
    `# who is asked about it: the shop's team`,
    `external-dns.alpha.kubernetes.io/hostname: shop.example.com`,
  ];
  const mistakes = [
    () => lines.push(`${AWS}shceme: internal`),
    () => lines.push(`${AWS}manage-backend-security-group-rules: true`),
    () => lines.push(`${AWS}healthcheck-interval: "ten"`),
    () => lines.push(`${ALB}scheme: internal`),
  ];
  if (mistake !== undefined) mistakes[mistake % mistakes.length]();
  return lines;
}

function loadBalancer(name: string, mistake: number | undefined): string {
  const lines = loadBalancerAnnotations(mistake).map(line => `    ${line}\n`);
  return `${head('v1', 'Service', name)}  annotations:\n${lines.join(
    '',
  )}spec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  selector:\n    app.kubernetes.io/name: ${name}\n  ports:\n    - name: https\n      port: 443\n      targetPort: 8443\n`;
}

function ingress(name: string, mistake: number | undefined): string {
  const lines = [
    `${ALB}scheme: internal`,
    `${ALB}target-type: ip`,
    `${ALB}listen-ports: '[{"HTTPS": 443}]'`,
    // One in five shares its load balancer.
    ...(name.endsWith('6') ? [`${ALB}group.name: ${name.slice(0, -2)}`] : []),
    mistake === undefined
      ? `${ALB}healthcheck-path: /healthz`
      : `${ALB}healthcheck-pth: /healthz`,
  ].map(line => `    ${line}\n`);
  return `${head(
    'networking.k8s.io/v1',
    'Ingress',
    name,
  )}  annotations:\n${lines.join(
    '',
  )}spec:\n  ingressClassName: alb\n  rules:\n    - host: ${name}.example.com\n      http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service:\n                name: ${name}\n                port:\n                  number: 80\n`;
}

function helmValues(name: string, mistake: number | undefined): string {
  const lines = loadBalancerAnnotations(mistake).map(line => `    ${line}\n`);
  return `replicaCount: 2\nimage:\n  repository: registry.example.com/${name}\n  tag: 1.4.2\nservice:\n  type: LoadBalancer\n  port: 443\n  annotations:\n${lines.join(
    '',
  )}ingress:\n  enabled: false\nresources: {}\nnodeSelector: {}\n`;
}

/** Of a hundred files: 10 have a mistake, all of them among the 40 with annotations that controllers read. */
function document(index: number): string {
  const name = `shop-${index}`;
  const place = index % 100;
  const mistake = place % 10 === 3 ? Math.floor(index / 10) : undefined;
  const kind = place % 20;
  if (place % 10 === 3) {
    const makers = [loadBalancer, ingress, helmValues];
    return makers[Math.floor(place / 10) % 3](name, mistake);
  }
  if (kind < 6) return deployment(name);
  if (kind < 10) return service(name);
  if (kind < 12) return configMap(name);
  if (kind < 15) return loadBalancer(name, undefined);
  if (kind < 18) return ingress(name, undefined);
  return helmValues(name, undefined);
}

/** Writes files with a document each, as an infrastructure repository has them. @internal */
export function generateManifests(folder: string, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const below = join(folder, `team-${Math.floor(index / 100)}`);
    if (index % 100 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `file-${index}.yaml`), document(index));
  }
}
