import { lintManifests } from './lintManifests';
import { findTunnel } from './tunnelClients';

const linesIn = (content: string, path = 'a.yaml') =>
  lintManifests([{ path, content }])
    .filter(({ ruleId }) => ruleId === 'kubernetes/tunnel-client')
    .map(({ line }) => line);

const container = '{name: a, image: "ngrok/ngrok:3"}';
const template = `template: {spec: {containers: [${container}]}}`;

describe('findTunnel', () => {
  it.each<[string, string, string | undefined]>([
    ['ngrok/ngrok', '', 'ngrok'],
    ['registry.acme.example:5000/mirror/ngrok:3-alpine', '', 'ngrok'],
    [`ghcr.io/inlets/inlets-pro:0.9@sha256:${'0'.repeat(64)}`, '', 'inlets'],
    ['registry.acme.example:5000/ngrok/web', '', undefined],
    ['acme/ngrok-exporter:1', '', undefined],
    ['snowdreamtech/frpc', '', 'frp'],
    ['snowdreamtech/frps', '', undefined],
    ['ekzhang/bore', 'local 8080 --to bore.pub', 'bore'],
    ['registry.acme.example/mirror/bore', 'local 8080 --to bore.pub', 'bore'],
    ['ekzhang/bore', '', 'bore'],
    ['ekzhang/bore', 'server', undefined],
    ['acme/bore:1', '', undefined],
    ['cloudflare/cloudflared', '', 'Cloudflare Tunnel'],
    ['cloudflare/cloudflared', 'tunnel run', 'Cloudflare Tunnel'],
    ['cloudflare/cloudflared', 'access tcp --hostname a', undefined],
    ['cloudflare/cloudflared', 'proxy-dns', undefined],
    ['cloudflare/cloudflared', 'tunnel --proxy-dns=true', undefined],
    ['crazymax/cloudflared:latest', '', undefined],
    ['tailscale/tailscale', '', undefined],
    ['tailscale/tailscale', 'tailscale serve 80', undefined],
    ['tailscale/tailscale', 'tailscale funnel 80', 'Tailscale Funnel'],
  ])('%s %s', (image, command, expected) => {
    const words = command.split(' ').filter(Boolean);
    expect(findTunnel(image, words)).toBe(expected);
  });
});

describe('a tunnel', () => {
  it.each([
    `kind: Deployment\nspec: {${template}}\n`,
    `kind: DaemonSet\nspec: {${template}}\n`,
    `kind: CronJob\nspec: {jobTemplate: {spec: {${template}}}}\n`,
    `kind: Pod\nspec: {initContainers: [${container}]}\n`,
    `kind: List\nitems: [{kind: Job, spec: {${template}}}]\n`,
  ])('is found in %j', content => {
    expect(linesIn(content)).toEqual([2]);
  });

  it('is found by its line, in each document, beside what others have to say', () => {
    const pod = `kind: Pod\nspec:\n  containers:\n    - name: a\n      image: ngrok/ngrok\n`;
    expect(linesIn(`kind: Secret\n---\n${pod}---\n${pod}`)).toEqual([7, 13]);
  });

  it("is found in a template, where its image's name is told", () => {
    const pod = (image: string) =>
      `kind: Pod\nspec:\n  containers:\n    - image: "${image}"\n      args: [a]\n`;
    expect(linesIn(pod('{{ .Values.from }}/ngrok:{{ .Values.tag }}'))).toEqual([
      4,
    ]);
    expect(linesIn(`# ngrok\n${pod('{{ .Values.image }}')}`)).toEqual([]);
  });

  it("is found in a chart's values, unless they switch it off", () => {
    const values =
      'tunnel:\n  image:\n    registry: docker.io\n    repository: cloudflare/cloudflared\n';
    expect(linesIn(values)).toEqual([2]);
    expect(linesIn(`${values}  enabled: false\n`)).toEqual([]);
    expect(linesIn('image: ngrok/ngrok\n', 'chart/values-eu.yaml')).toEqual([
      1,
    ]);
    const application = `kind: Application\nspec:\n  source:\n    helm:\n      values: |\n        image: ngrok/ngrok\n        replicas: 1\n`;
    expect(linesIn(application)).toEqual([6]);
  });

  it('is none in what does not run in a cluster, and none by its name alone', () => {
    const compose = 'services:\n  tunnel:\n    image: ngrok/ngrok\n';
    expect(linesIn(compose, 'docker-compose.yaml')).toEqual([]);
    expect(
      linesIn(
        'kind: Pod\nmetadata: {name: ngrok}\nspec: {containers: [{name: ngrok, image: acme/web}]}\n',
      ),
    ).toEqual([]);
  });
});
