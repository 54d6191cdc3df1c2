import { AzureWorld, PrivateLinkService } from '../azureWorld';
import { html, SafeHtml } from '../git/web/html';
import { pageLinks } from './pageLinks';
import { stateOf } from './stateBadges';

const PAGE_SIZE = 50;

/**
 * The private link services of all subscriptions, a page of them.
 * @internal
 */
export function azureServiceList(
  azure: AzureWorld,
  options: { filter: string; page: number },
): SafeHtml {
  const filter = options.filter.toLowerCase();
  const matching = azure.privateLinkServices.services
    .all()
    .filter(({ id }) => id.toLowerCase().includes(filter));
  const first = (options.page - 1) * PAGE_SIZE;
  const shown = matching.slice(first, first + PAGE_SIZE);
  return html`<form class="row" method="get" action="/azure" role="search">
      <label
        >Part of the id <input name="filter" value="${options.filter}"
      /></label>
      <button>Filter</button>
      <span class="muted">${matching.length} private link services</span>
    </form>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Service</th>
            <th>Subscription</th>
            <th>State</th>
            <th>Visible to</th>
            <th>Connections</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(service => serviceRow(azure, service))}
        </tbody>
      </table>
    </div>
    ${pageLinks({
      ...options,
      path: '/azure',
      pages: Math.ceil(matching.length / PAGE_SIZE),
    })}`;
}

function serviceRow(azure: AzureWorld, service: PrivateLinkService): SafeHtml {
  const { name, resourceGroup, visibility, subscriptionId } = service;
  const connections = azure.connections.listOf(service.id);
  const count = (status: string) =>
    connections.filter(one => one.status === status).length;
  const waiting = count('Pending');
  return html`<tr>
    <td>
      <a href="${azureServicePath(service.id)}">${name}</a><br /><span
        class="muted mono"
        >${resourceGroup}</span
      >
    </td>
    <td>${subscriptionName(azure, subscriptionId)}</td>
    <td>${stateOf(service.provisioningState)}</td>
    <td>
      ${visibility.length === 0
        ? 'those with a role'
        : visibility.map(one => subscriptionName(azure, one)).join(', ')}
    </td>
    <td>
      ${count('Approved')}
      approved${waiting > 0 && html`, <strong>${waiting} waiting</strong>`}
    </td>
  </tr>`;
}

/**
 * The console's page of a private link service.
 * @internal
 */
export function azureServicePath(id: string): string {
  return `/azure/service?id=${encodeURIComponent(id)}`;
}

/**
 * A subscription's name with its id; `*` is everybody.
 * @internal
 */
export function subscriptionName(
  azure: AzureWorld,
  subscriptionId: string,
): string {
  if (subscriptionId === '*') return 'everybody';
  const name = azure.directory.findSubscription(subscriptionId)?.name;
  return name ? `${name} (${subscriptionId})` : subscriptionId;
}
