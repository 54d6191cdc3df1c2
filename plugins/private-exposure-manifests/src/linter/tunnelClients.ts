/** A program that takes a port of a cluster to a public listener outside. */
interface TunnelClient {
  /** The last part of its image's repository. */
  name: string;
  product: string;
  /** Whether a container does so, where the image alone does not tell; by its command and arguments. */
  opens?: (words: readonly string[], repository: string) => boolean;
}

/** Without a command they answer DNS, and nothing else. */
const DNS_IMAGE = /(^|\/)(crazymax|klutchell|visibilityspots)\/cloudflared$/;
/** What cloudflared does besides tunnels: it reaches out to what others publish, or answers DNS. */
const NO_TUNNEL = /^(access|(--)?proxy-dns(=.*)?)$/;

const clients: readonly TunnelClient[] = [
  { name: 'inlets', product: 'inlets' },
  { name: 'inlets-pro', product: 'inlets' },
  { name: 'inlets-operator', product: 'inlets' },
  { name: 'ngrok', product: 'ngrok' },
  { name: 'ngrok-operator', product: 'ngrok' },
  {
    name: 'cloudflared',
    product: 'Cloudflare Tunnel',
    opens: (words, repository) =>
      !words.some(word => NO_TUNNEL.test(word)) &&
      (words.length === 0
        ? !DNS_IMAGE.test(repository)
        : words.includes('tunnel')),
  },
  { name: 'frpc', product: 'frp' },
  { name: 'localtunnel', product: 'localtunnel' },
  {
    name: 'bore',
    product: 'bore',
    // The name is a common word: its author's image tells, or what only a client is asked for.
    opens: (words, repository) =>
      words.includes('local') ||
      (/(^|\/)ekzhang\/bore$/.test(repository) && !words.includes('server')),
  },
  {
    name: 'tailscale',
    product: 'Tailscale Funnel',
    // Without it, only the tailnet's own machines come in.
    opens: words => words.includes('funnel'),
  },
];

/**
 * Words of which a text has at least one if it runs a tunnel's client. Of Tailscale, only its funnel.
 *
 * @internal
 */
export const MENTIONS_TUNNEL =
  /inlets|ngrok|cloudflared|frpc|localtunnel|\bbore\b|funnel/;

/** The repository of an image, with its registry, without tag and digest. */
function repositoryOf(image: string): string {
  const [tagged] = image.split('@');
  return tagged.replace(/:[^/]*$/, '');
}

/**
 * The tunnel whose client a container runs, by the last part of its image's repository; `undefined` for none. A mirror
 * keeps that part.
 *
 * @internal
 */
export function findTunnel(
  image: string,
  words: readonly string[],
): string | undefined {
  const repository = repositoryOf(image);
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  const client = clients.find(other => other.name === name);
  const isOpen = client?.opens?.(words, repository) ?? true;
  return isOpen ? client?.product : undefined;
}
