import { isPlaceholder } from '../../read/maskTemplate';
import { createRule } from '../createRule';
import { findTunnel } from '../tunnelClients';

const deployment = (container: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: payments\nspec:\n  selector: {matchLabels: {app: payments}}\n  template:\n    metadata: {labels: {app: payments}}\n    spec:\n      containers:\n${container}`;
const APP = '        - {name: payments, image: "acme/payments:1.4.0"}\n';

/** A way in that nobody reviews. @internal */
export const tunnelClient = createRule({
  id: 'kubernetes/tunnel-client',
  severity: 'warning',
  reads: 'workload',
  page: {
    summary: 'A workload opens a public listener through a tunnel.',
    why: 'The client of a tunnel calls out and lets the internet in by its provider’s listener: past load balancers, private links, firewalls and every check of this linter. It is told by the last part of the image’s repository (inlets, ngrok, cloudflared, frpc, localtunnel, bore), whatever registry, tag or digest; of cloudflared not as a resolver or with `access`, and of tailscale only with `funnel` in its command. Where a tunnel is meant, put it into the `exceptions` of `.private-exposure.yaml`, with a reason and a last day.',
    bad: deployment(
      `${APP}        - {name: tunnel, image: "ngrok/ngrok:3", args: ["http", "8080"]}\n`,
    ),
    good: deployment(APP),
    source: 'https://ngrok.com/docs/what-is-ngrok',
  },
  check({ image, words }, report) {
    const tunnel = findTunnel(image, words);
    if (tunnel === undefined) return;
    report({
      message: `This runs ${tunnel}, which lets the internet in past every load balancer and private link`,
      remedy:
        'Expose it in a way that is reviewed, such as a private link. Where the tunnel is meant, except it in the config, with a reason and a last day.',
      // What stands for a template's directives is nothing to show.
      evidence: isPlaceholder(image) ? [] : [{ label: 'image', value: image }],
    });
  },
});
