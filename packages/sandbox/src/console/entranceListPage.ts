import { html, SafeHtml } from '../git/web/html';
import {
  ClassicLoadBalancer,
  Distribution,
  LoadBalancer,
  Scope,
  World,
} from '../world';
import { pageLinks } from './pageLinks';
import { accountName } from './serviceListPage';
import { stateOf } from './stateBadges';

const PAGE_SIZE = 50;

/** A row of the listing: something that a name leads to. */
interface Entrance {
  scope: Scope;
  name: string;
  id: string;
  kind: string;
  dnsName: string;
  state: string;
  /** What stands in front of it or behind it. */
  details: string[];
}

/**
 * The distributions and load balancers of all accounts, a page of them.
 * @internal
 */
export function entranceList(
  world: World,
  options: { filter: string; page: number },
): SafeHtml {
  const filter = options.filter.toLowerCase();
  const matching = listEntrances(world).filter(({ name, id, dnsName, scope }) =>
    [name, id, dnsName, scope.accountId].some(text =>
      text.toLowerCase().includes(filter),
    ),
  );
  const first = (options.page - 1) * PAGE_SIZE;
  const shown = matching.slice(first, first + PAGE_SIZE);
  return html`<form class="row" method="get" action="/entrances" role="search">
      <label
        >Name, id, DNS name or account
        <input name="filter" value="${options.filter}"
      /></label>
      <button>Filter</button>
      <span class="muted"
        >${matching.length} distributions and load balancers</span
      >
    </form>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>Kind</th>
            <th>Account</th>
            <th>State</th>
            <th>DNS name</th>
            <th>Details</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(entrance => entranceRow(world, entrance))}
        </tbody>
      </table>
    </div>
    ${pageLinks({
      ...options,
      path: '/entrances',
      pages: Math.ceil(matching.length / PAGE_SIZE),
    })}`;
}

function entranceRow(world: World, entrance: Entrance): SafeHtml {
  const { scope, name, id, kind, dnsName, state, details } = entrance;
  return html`<tr>
    <td>${name}<br /><span class="muted mono">${id}</span></td>
    <td>${kind}</td>
    <td>
      ${accountName(world, scope.accountId)}<br /><span class="muted"
        >${scope.region}</span
      >
    </td>
    <td>${stateOf(state)}</td>
    <td class="mono">${dnsName}</td>
    <td>${details.join(', ')}</td>
  </tr>`;
}

function listEntrances(world: World): Entrance[] {
  return [
    ...world.distributions.distributions.all().map(one => ofCdn(world, one)),
    ...world.loadBalancing.loadBalancers
      .all()
      .map(one => ofLoadBalancer(world, one)),
    ...world.classicLoadBalancers.loadBalancers.all().map(ofClassic),
  ];
}

function ofCdn({ webAcls }: World, distribution: Distribution): Entrance {
  const { config, id, domainName, state } = distribution;
  const webAcl = webAcls.webAcls.get(config.webAclId);
  return {
    scope: distribution,
    name: config.aliases[0] ?? config.comment,
    id,
    kind: 'Distribution',
    dnsName: domainName,
    state,
    details: [
      webAcl ? `web ACL ${webAcl.name}` : 'no web ACL',
      ...config.origins.map(
        ({ domainName: origin, target }) => `${target.type} origin ${origin}`,
      ),
    ],
  };
}

function ofLoadBalancer(
  { listeners, webAcls }: World,
  loadBalancer: LoadBalancer,
): Entrance {
  const { name, id, type, scheme, dnsName, state } = loadBalancer;
  const webAcl = webAcls.findForResource(id);
  return {
    scope: loadBalancer,
    name,
    id,
    kind: type === 'application' ? 'Application' : 'Network',
    dnsName,
    state,
    details: [
      scheme,
      ...(webAcl ? [`web ACL ${webAcl.name}`] : []),
      ...listeners
        .listenersOf(id)
        .map(({ protocol, port }) => `${protocol} ${port}`),
    ],
  };
}

function ofClassic(loadBalancer: ClassicLoadBalancer): Entrance {
  const { name, id, scheme, dnsName, listeners } = loadBalancer;
  return {
    scope: loadBalancer,
    name,
    id,
    kind: 'Classic',
    dnsName,
    state: 'active',
    details: [
      scheme,
      ...listeners.map(({ protocol, port }) => `${protocol} ${port}`),
    ],
  };
}
