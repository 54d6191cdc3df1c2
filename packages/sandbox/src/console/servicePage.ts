import { formatTime } from '../git/web/headings';
import { html, SafeHtml } from '../git/web/html';
import { buttonForm } from '../git/web/layout';
import { Endpoint, EndpointService, World } from '../world';
import { accountName } from './serviceListPage';
import { healthOf, loadBalancersOf, nameOf, targetsOf } from './serviceModel';
import { notifications } from './notifications';
import { stateOf } from './stateBadges';

/**
 * One endpoint service with everything that a consumer, a name server or an accident can do to it.
 * @internal
 */
export function servicePage(world: World, service: EndpointService): SafeHtml {
  return html`<h1>${nameOf(service)}</h1>
    <p class="row">
      ${stateOf(service.state)}
      <code>${service.serviceName}</code>
      <span class="muted">
        ${accountName(world, service.accountId)}, ${service.region},
        ${service.acceptanceRequired
          ? 'asks for acceptance'
          : 'accepts by itself'}
      </span>
    </p>
    <h2>Connections</h2>
    ${connections(world, service)} ${connectForm(world, service)}
    <h2>Private DNS name</h2>
    ${privateDns(world, service)}
    <h2>Notifications</h2>
    ${notifications(world, service)}
    <h2>Load balancer and targets</h2>
    ${loadBalancers(world, service)} ${targets(world, service)}`;
}

function connections(world: World, service: EndpointService): SafeHtml {
  const endpoints = world.endpoints.endpointsOf(service.id).slice(-100);
  if (endpoints.length === 0) {
    return html`<p>Nobody has connected yet.</p>`;
  }
  return html`<table>
    <thead>
      <tr>
        <th>Endpoint</th>
        <th>Consumer</th>
        <th>State</th>
        <th>Since</th>
        <th>Action</th>
      </tr>
    </thead>
    <tbody>
      ${endpoints.map(endpoint => connectionRow(world, endpoint))}
    </tbody>
  </table>`;
}

function connectionRow(world: World, endpoint: Endpoint): SafeHtml {
  const created = new Date(endpoint.createdAt).toISOString();
  return html`<tr>
    <td class="mono">${endpoint.id}</td>
    <td>${accountName(world, endpoint.accountId)}</td>
    <td>${stateOf(endpoint.state)}</td>
    <td>${formatTime(created)}</td>
    <td>
      ${!endpoint.state.startsWith('delet') &&
      buttonForm({
        action: '/actions/disconnect',
        label: 'Disconnect',
        description: `Disconnect ${endpoint.id}`,
        fields: { endpointId: endpoint.id },
      })}
    </td>
  </tr>`;
}

function connectForm(world: World, service: EndpointService): SafeHtml {
  // Those who may see the service come first; the others show how a refusal looks.
  const others = world.accounts
    .listAccounts()
    .filter(account => account.accountId !== service.accountId)
    .map(({ accountId }) => ({
      accountId,
      isAllowed: world.endpointServices.principals.allows(service, {
        accountId,
      }),
    }))
    .sort((left, right) => Number(right.isAllowed) - Number(left.isAllowed));
  return html`<form method="post" action="/actions/connect" class="row fields">
    <input type="hidden" name="serviceId" value="${service.id}" />
    <label
      >Account
      <select name="accountId">
        ${others.map(
          ({ accountId, isAllowed }) =>
            html`<option value="${accountId}">
              ${accountName(world, accountId)}${!isAllowed && ', not allowed'}
            </option>`,
        )}
      </select>
    </label>
    <label
      >Region
      <select name="region">
        ${service.supportedRegions.map(
          region => html`<option>${region}</option>`,
        )}
      </select>
    </label>
    <button class="primary">Connect</button>
  </form>`;
}

function privateDns(world: World, service: EndpointService): SafeHtml {
  const { privateDns: configuration } = service;
  if (!configuration) {
    return html`<p>This service has none.</p>`;
  }
  const name = world.endpointServices.domains.recordName(configuration);
  const isPublished = world.dns.lookupTxt(name).includes(configuration.value);
  return html`<p class="row">
      <code>${configuration.dnsName}</code> ${stateOf(configuration.state)}
    </p>
    <p>
      The TXT record <code>${name}</code> must hold
      <code>${configuration.value}</code>. It is
      ${isPublished ? 'published' : 'not published'}.
    </p>
    <div class="row">
      ${buttonForm({
        action: isPublished ? '/actions/remove-txt' : '/actions/publish-txt',
        label: isPublished ? 'Remove the TXT record' : 'Publish the TXT record',
        fields: { serviceId: service.id },
      })}
    </div>`;
}

function loadBalancers(world: World, service: EndpointService): SafeHtml[] {
  return loadBalancersOf(world, service).map(
    ({ arn, loadBalancer }) => html`<div class="row">
      <code>${loadBalancer?.name ?? arn}</code> ${stateOf(
        loadBalancer?.state ?? 'gone',
      )}
      ${loadBalancer &&
      buttonForm({
        action: '/actions/delete-load-balancer',
        label: 'Delete by accident',
        kind: 'danger',
        fields: { serviceId: service.id, arn },
      })}
    </div>`,
  );
}

function targets(world: World, service: EndpointService): SafeHtml {
  const views = targetsOf(world, service);
  if (views.length === 0) {
    return html`<p>There are no targets.</p>`;
  }
  const fields = { serviceId: service.id };
  return html`<table>
      <thead>
        <tr>
          <th>Target</th>
          <th>Port</th>
          <th>Zone</th>
          <th>Health</th>
        </tr>
      </thead>
      <tbody>
        ${views.map(
          view => html`<tr>
            <td class="mono">${view.target.targetId}</td>
            <td>${view.target.port}</td>
            <td>${view.target.zoneName}</td>
            <td>${stateOf(healthOf(view))}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    <div class="row">
      ${buttonForm({
        action: '/actions/break-targets',
        label: 'Break the targets',
        kind: 'danger',
        fields,
      })}
      ${buttonForm({
        action: '/actions/heal-targets',
        label: 'Heal the targets',
        fields,
      })}
    </div>`;
}
