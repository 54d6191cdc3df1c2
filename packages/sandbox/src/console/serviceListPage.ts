import { html, SafeHtml } from '../git/web/html';
import { EndpointService, World } from '../world';
import { pageLinks } from './pageLinks';
import {
  countInState,
  healthOf,
  loadBalancersOf,
  nameOf,
  targetsOf,
} from './serviceModel';
import { stateOf } from './stateBadges';

const PAGE_SIZE = 50;

/**
 * The endpoint services of all accounts, a page of them.
 * @internal
 */
export function serviceList(
  world: World,
  options: { filter: string; page: number },
): SafeHtml {
  const filter = options.filter.toLowerCase();
  const matching = world.endpointServices.services
    .all()
    .filter(service =>
      [service.id, nameOf(service), service.accountId].some(text =>
        text.toLowerCase().includes(filter),
      ),
    );
  const first = (options.page - 1) * PAGE_SIZE;
  const shown = matching.slice(first, first + PAGE_SIZE);
  return html`<form class="row" method="get" action="/" role="search">
      <label
        >Name, id or account <input name="filter" value="${options.filter}"
      /></label>
      <button>Filter</button>
      <span class="muted">${matching.length} endpoint services</span>
    </form>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Service</th>
            <th>Account</th>
            <th>State</th>
            <th>Load balancer</th>
            <th>Targets</th>
            <th>Private name</th>
            <th>Connections</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(service => serviceRow(world, service))}
        </tbody>
      </table>
    </div>
    ${pageLinks({
      ...options,
      path: '/',
      pages: Math.ceil(matching.length / PAGE_SIZE),
    })}`;
}

function serviceRow(world: World, service: EndpointService): SafeHtml {
  const endpoints = world.endpoints.endpointsOf(service.id);
  const targets = targetsOf(world, service);
  const healthy = targets.filter(view => healthOf(view) === 'healthy').length;
  const waiting = countInState(endpoints, 'pendingAcceptance');
  return html`<tr>
    <td>
      <a href="/services/${service.id}">${nameOf(service)}</a><br /><span
        class="muted mono"
        >${service.id}</span
      >
    </td>
    <td>
      ${accountName(world, service.accountId)}<br /><span class="muted"
        >${service.region}</span
      >
    </td>
    <td>${stateOf(service.state)}</td>
    <td>
      ${loadBalancersOf(world, service).map(({ loadBalancer }) =>
        stateOf(loadBalancer?.state ?? 'gone'),
      )}
    </td>
    <td>${healthy} of ${targets.length} healthy</td>
    <td>
      ${service.privateDns
        ? html`${service.privateDns.dnsName}<br />${stateOf(
              service.privateDns.state,
            )}`
        : '–'}
    </td>
    <td>
      ${countInState(endpoints, 'available')}
      connected${waiting > 0 && html`, <strong>${waiting} waiting</strong>`}
    </td>
  </tr>`;
}

/**
 * An account's name with its id.
 * @internal
 */
export function accountName(world: World, accountId: string): string {
  const name = world.accounts.findAccount(accountId)?.name;
  return name && name !== accountId ? `${name} (${accountId})` : accountId;
}
