import { Deployment } from '../apply/Deployments';
import { AzureWorld } from '../azureWorld';
import { FaultRules } from '../faults';
import { formatTime } from '../git/web/headings';
import { html, SafeHtml } from '../git/web/html';
import { buttonForm } from '../git/web/layout';
import { World } from '../world';
import { accountSelect, subscriptionSelect } from './accountSelects';
import { faultForms, faultTable } from './faultForms';
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
    ${faultTable(faults.list())} ${faultForms(world, azure)}
    <h2>Many services</h2>
    ${seedForm(world)}
    <h2>Many private link services</h2>
    ${azureSeedForm(azure)}`;
}

function seedForm(world: World): SafeHtml {
  return html`<form method="post" action="/actions/seed" class="row fields">
    ${accountSelect(world)}
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
    ${subscriptionSelect(azure)}
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
