import { Deployment } from '../apply/Deployments';
import { AzureWorld } from '../azureWorld';
import { Fault, FaultRules } from '../faults';
import { formatTime } from '../git/web/headings';
import { html, SafeHtml } from '../git/web/html';
import { buttonForm } from '../git/web/layout';
import { World } from '../world';
import { subscriptionName } from './azureServiceListPage';
import { accountName } from './serviceListPage';
import { stateOf } from './stateBadges';

const STEPS = [
  { text: '1 minute', minutes: 1 },
  { text: '1 hour', minutes: 60 },
  { text: '1 day', minutes: 24 * 60 },
  { text: '7 days', minutes: 7 * 24 * 60 },
];

/**
 * The clock, the faults and the bulk seed.
 * @internal
 */
export function controlsPage(
  world: World,
  azure: AzureWorld,
  faults: FaultRules,
): SafeHtml {
  return html`<h1>Clock, faults and load</h1>
    <h2>Clock</h2>
    <p>
      It is
      ${formatTime(new Date(world.clock.now()).toISOString())}${world.clock
        .isFrozen && ', and time stands still'}.
    </p>
    <div class="row">
      ${STEPS.map(({ text, minutes }) =>
        buttonForm({
          action: '/actions/advance-clock',
          label: `Advance ${text}`,
          fields: { minutes: String(minutes) },
        }),
      )}
    </div>
    <h2>Faults</h2>
    ${faultTable(faults.list())} ${faultForm(world)}
    <h2>Many services</h2>
    ${seedForm(world)}
    <h2>Many private link services</h2>
    ${azureSeedForm(azure)}`;
}

function faultTable(list: Fault[]): SafeHtml {
  if (list.length === 0) {
    return html`<p>None. Every call is answered as it should be.</p>`;
  }
  return html`<table>
      <thead>
        <tr>
          <th>Fault</th>
          <th>Meets</th>
          <th>Met so far</th>
        </tr>
      </thead>
      <tbody>
        ${list.map(
          fault => html`<tr>
            <td>
              ${fault.effect.type}${fault.effect.type === 'error' &&
              ` ${fault.effect.code}`}
            </td>
            <td>
              ${[fault.service, fault.action, fault.accountId, fault.region]
                .filter(Boolean)
                .join(', ') || 'every call'}
            </td>
            <td>
              ${fault.met}${fault.times !== undefined && ` of ${fault.times}`}
            </td>
          </tr>`,
        )}
      </tbody>
    </table>
    <div class="row">
      ${buttonForm({
        action: '/actions/clear-faults',
        label: 'Clear all faults',
      })}
    </div>`;
}

function faultForm(world: World): SafeHtml {
  return html`<form
    method="post"
    action="/actions/inject-fault"
    class="row fields"
  >
    <label
      >What happens
      <select name="effect">
        <option value="throttle">Throttled (RequestLimitExceeded)</option>
        <option value="internal">Internal error (500)</option>
        <option value="denied">Access denied</option>
        <option value="timeout">No answer</option>
        <option value="unsuccessful">Unsuccessful, with HTTP 200</option>
      </select>
    </label>
    <label
      >Action, empty for all
      <input name="action" placeholder="AcceptVpcEndpointConnections"
    /></label>
    ${accountSelect(world, true)}
    <label
      >How often
      <input name="times" type="number" min="1" max="10000" value="5"
    /></label>
    <button>Inject</button>
  </form>`;
}

function seedForm(world: World): SafeHtml {
  return html`<form method="post" action="/actions/seed" class="row fields">
    ${accountSelect(world, false)}
    <label>Region <input name="region" value="eu-west-1" required /></label>
    <label
      >Services
      <input name="services" type="number" min="1" max="20000" value="100"
    /></label>
    <label
      >Connections each
      <input name="connections" type="number" min="0" max="100" value="5"
    /></label>
    <button>Add</button>
  </form>`;
}

function azureSeedForm(azure: AzureWorld): SafeHtml {
  return html`<form
    method="post"
    action="/actions/azure-seed"
    class="row fields"
  >
    <label
      >Subscription
      <select name="subscriptionId">
        ${azure.directory
          .listSubscriptions()
          .filter(one => !one.isMicrosoftOwned)
          .map(
            ({ subscriptionId }) =>
              html`<option value="${subscriptionId}">
                ${subscriptionName(azure, subscriptionId)}
              </option>`,
          )}
      </select>
    </label>
    <label
      >Services
      <input name="services" type="number" min="1" max="20000" value="100"
    /></label>
    <label
      >Connections each
      <input name="connections" type="number" min="0" max="100" value="5"
    /></label>
    <button>Add</button>
  </form>`;
}

function accountSelect(world: World, hasAll: boolean): SafeHtml {
  return html`<label
    >Account
    <select name="accountId">
      ${hasAll && html`<option value="">Every account</option>`}
      ${world.accounts
        .listAccounts()
        .map(
          ({ accountId }) =>
            html`<option value="${accountId}">
              ${accountName(world, accountId)}
            </option>`,
        )}
    </select>
  </label>`;
}

/**
 * The latest deployment of every repository.
 * @internal
 */
export function deploymentsPage(
  deployments: Deployment[],
  gitUrl: string,
): SafeHtml {
  return html`<h1>Deployments</h1>
    <p class="muted">
      What the main branch of each repository made in the cloud.
    </p>
    ${deployments.map(
      ({ repository, commit, steps }) => html`<section
        class="box tight"
        aria-label="${repository}"
      >
        <header>
          <strong>${repository}</strong>
          <a href="${gitUrl}/${repository}/commit/${commit}"
            ><code>${commit.slice(0, 7)}</code></a
          >
        </header>
        ${steps.length === 0
          ? html`<p class="muted row">Nothing outside the cluster.</p>`
          : html`<table>
              <thead class="visually-hidden">
                <tr>
                  <th>State</th>
                  <th>Resource</th>
                  <th>What happened</th>
                </tr>
              </thead>
              <tbody>
                ${steps.map(
                  step => html`<tr>
                    <td>${stateOf(step.state)}</td>
                    <td class="mono">${step.address}</td>
                    <td>${step.message}</td>
                  </tr>`,
                )}
              </tbody>
            </table>`}
      </section>`,
    )}`;
}
