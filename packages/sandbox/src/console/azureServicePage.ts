import {
  AzureWorld,
  BackendState,
  isListed,
  PrivateEndpointConnection,
  PrivateLinkService,
  tryParseArmId,
} from '../azureWorld';
import { formatTime } from '../git/web/headings';
import { html, SafeHtml } from '../git/web/html';
import { buttonForm } from '../git/web/layout';
import { subscriptionName } from './azureServiceListPage';
import { stateOf } from './stateBadges';

/**
 * One private link service with everything that a consumer or an accident can do to it.
 * @internal
 */
export function azureServicePage(
  azure: AzureWorld,
  service: PrivateLinkService,
): SafeHtml {
  return html`<h1>${service.name}</h1>
    <p class="row">
      ${stateOf(service.provisioningState)} <code>${service.alias}</code>
      <span class="muted">
        ${subscriptionName(azure, service.subscriptionId)}, ${service.location}
      </span>
    </p>
    <h2>Connections</h2>
    ${connections(azure, service)} ${connectForm(azure, service)}
    <h2>Load balancer and backends</h2>
    ${frontends(azure, service)} ${backends(azure, service)}
    <h2>Accidents</h2>
    <div class="row">
      ${buttonForm({
        action: '/actions/azure-delete-service',
        label: 'Delete the private link service',
        kind: 'danger',
        fields: { id: service.id },
      })}
    </div>`;
}

function connections(azure: AzureWorld, service: PrivateLinkService): SafeHtml {
  const list = azure.connections.listOf(service.id).slice(-100);
  if (list.length === 0) return html`<p>Nobody has connected yet.</p>`;
  return html`<table>
    <thead>
      <tr>
        <th>Connection</th>
        <th>Consumer</th>
        <th>State</th>
        <th>Since</th>
        <th>Action</th>
      </tr>
    </thead>
    <tbody>
      ${list.map(connection => connectionRow(azure, connection))}
    </tbody>
  </table>`;
}

function connectionRow(
  azure: AzureWorld,
  connection: PrivateEndpointConnection,
): SafeHtml {
  const { privateEndpointId, description } = connection;
  const consumer = tryParseArmId(privateEndpointId)?.subscriptionId ?? '';
  return html`<tr>
    <td class="mono">${connection.name}</td>
    <td>
      ${subscriptionName(azure, consumer)}<br /><span class="muted"
        >${description}</span
      >
    </td>
    <td>${stateOf(connection.status)}</td>
    <td>${formatTime(new Date(connection.createdAt).toISOString())}</td>
    <td>
      ${buttonForm({
        action: '/actions/azure-disconnect',
        label: 'Disconnect',
        description: `Disconnect ${connection.name}`,
        fields: { privateEndpointId },
      })}
    </td>
  </tr>`;
}

function connectForm(azure: AzureWorld, service: PrivateLinkService): SafeHtml {
  // Those who may see the service come first; the others show how a refusal looks.
  const others = azure.directory
    .listSubscriptions()
    .filter(one => !one.isMicrosoftOwned)
    .filter(one => one.subscriptionId !== service.subscriptionId)
    .map(({ subscriptionId }) => ({
      subscriptionId,
      isAllowed: isListed(service.visibility, subscriptionId),
    }))
    .sort((left, right) => Number(right.isAllowed) - Number(left.isAllowed));
  return html`<form
    method="post"
    action="/actions/azure-connect"
    class="row fields"
  >
    <input type="hidden" name="target" value="${service.alias}" />
    <label
      >Subscription
      <select name="subscriptionId">
        ${others.map(
          ({ subscriptionId, isAllowed }) =>
            html`<option value="${subscriptionId}">
              ${subscriptionName(azure, subscriptionId)}${!isAllowed &&
              ', cannot see it'}
            </option>`,
        )}
      </select>
    </label>
    <label
      >Message
      <input name="requestMessage" maxlength="140" value="Please approve"
    /></label>
    <button class="primary">Connect</button>
  </form>`;
}

function frontends(azure: AzureWorld, service: PrivateLinkService): SafeHtml[] {
  return service.frontendIds.map(id => {
    const found = azure.loadBalancers.findFrontend(id);
    return html`<div class="row">
      <code>${found?.loadBalancer.name ?? id}</code> ${stateOf(
        found?.loadBalancer.provisioningState ?? 'gone',
      )}
      ${found?.frontend.privateIPAddress}
      ${found &&
      buttonForm({
        action: '/actions/azure-delete-load-balancer',
        label: 'Delete by accident',
        kind: 'danger',
        fields: { id: found.loadBalancer.id, serviceId: service.id },
      })}
    </div>`;
  });
}

/** The machine of an interface's configuration, or the address. */
function backendName(state: BackendState): string | undefined {
  const { interfaceConfigurationId: id, ipAddress } = state;
  if (id === undefined) return ipAddress;
  return tryParseArmId(id)?.names.slice(0, -1).join('/') ?? id;
}

function backends(azure: AzureWorld, service: PrivateLinkService): SafeHtml {
  const found = service.frontendIds.flatMap(id => {
    const owner = azure.loadBalancers.findFrontend(id);
    return owner ? [owner] : [];
  });
  const rows = found.flatMap(({ loadBalancer, frontend }) =>
    loadBalancer.rules
      .filter(({ frontendName }) => frontendName === frontend.name)
      .flatMap(rule =>
        azure.backendHealth
          .statesOf(loadBalancer, rule)
          .map(state => ({ rule, state })),
      ),
  );
  if (rows.length === 0) return html`<p>There are no backends.</p>`;
  const fields = { serviceId: service.id };
  return html`<table>
      <thead>
        <tr>
          <th>Backend</th>
          <th>Rule</th>
          <th>Health</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ rule, state }) => html`<tr>
            <td class="mono">${backendName(state)}</td>
            <td>${rule.name}</td>
            <td>${stateOf(state.state)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    <div class="row">
      ${buttonForm({
        action: '/actions/azure-break-backends',
        label: 'Break the backends',
        kind: 'danger',
        fields,
      })}
      ${buttonForm({
        action: '/actions/azure-heal-backends',
        label: 'Heal the backends',
        fields,
      })}
    </div>`;
}
