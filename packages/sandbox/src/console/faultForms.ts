import { AzureWorld } from '../azureWorld';
import { Cloud, Fault } from '../faults';
import { html, SafeHtml } from '../git/web/html';
import { buttonForm } from '../git/web/layout';
import { World } from '../world';
import { accountSelect, subscriptionSelect } from './accountSelects';
import { faultEffects } from './faultEffects';

const CLOUD_NAMES: Readonly<Record<Cloud, string>> = {
  aws: 'AWS',
  azure: 'Azure',
};

/**
 * The faults in force.
 * @internal
 */
export function faultTable(list: Fault[]): SafeHtml {
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
            <td>${subjectOf(fault)}</td>
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

function subjectOf(fault: Fault): string {
  const { cloud, service, action, accountId, region } = fault;
  return (
    [cloud && CLOUD_NAMES[cloud], service, action, accountId, region]
      .filter(Boolean)
      .join(', ') || 'every call'
  );
}

/**
 * A form for each cloud, with its own words and places.
 * @internal
 */
export function faultForms(world: World, azure: AzureWorld): SafeHtml[] {
  return [
    faultForm('aws', {
      places: accountSelect(world, { hasAll: true }),
      example: 'AcceptVpcEndpointConnections',
    }),
    faultForm('azure', {
      places: subscriptionSelect(azure, { hasAll: true }),
      example: 'PrivateLinkServices_Get',
    }),
  ];
}

function faultForm(
  cloud: Cloud,
  { places, example }: { places: SafeHtml; example: string },
): SafeHtml {
  return html`<form
    method="post"
    action="/actions/inject-fault"
    class="row fields"
    aria-label="Fault in ${CLOUD_NAMES[cloud]}"
  >
    <input type="hidden" name="cloud" value="${cloud}" />
    <label
      >What happens in ${CLOUD_NAMES[cloud]}
      <select name="effect">
        ${Object.entries(faultEffects[cloud]).map(
          ([name, { label }]) =>
            html`<option value="${name}">${label}</option>`,
        )}
      </select>
    </label>
    <label
      >Action, empty for all <input name="action" placeholder="${example}"
    /></label>
    ${places}
    <label
      >How often
      <input name="times" type="number" min="1" max="10000" value="5"
    /></label>
    <button>Inject</button>
  </form>`;
}
