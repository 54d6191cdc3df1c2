import { AzureWorld } from '../azureWorld';
import { html, SafeHtml } from '../git/web/html';
import { World } from '../world';
import { subscriptionName } from './azureServiceListPage';
import { accountName } from './serviceListPage';

/**
 * A field for an account of AWS.
 * @internal
 */
export function accountSelect(
  world: World,
  { hasAll = false }: { hasAll?: boolean } = {},
): SafeHtml {
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
 * A field for a subscription of Azure.
 * @internal
 */
export function subscriptionSelect(
  azure: AzureWorld,
  { hasAll = false }: { hasAll?: boolean } = {},
): SafeHtml {
  return html`<label
    >Subscription
    <select name="subscriptionId">
      ${hasAll && html`<option value="">Every subscription</option>`}
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
  </label>`;
}
