import { TabbedLayout } from '@backstage/core-components';
import { AnalyticsContext } from '@backstage/core-plugin-api';
import { useTexts } from '../../hooks/useTexts';
import { Unclaimed } from '../Unclaimed';
import { ChangesListing } from './ChangesListing';
import { DecisionsListing } from './DecisionsListing';
import { Inbox } from './Inbox';
import { Inventory } from './Inventory';
import { SourcesListing } from './SourcesListing';

/**
 * The tabs of the page over all accounts, without a page shell.
 *
 * @internal
 */
export function PrivateExposureTabs() {
  const t = useTexts();
  return (
    <AnalyticsContext attributes={{ pluginId: 'private-exposure' }}>
      <TabbedLayout>
        <TabbedLayout.Route path="/inbox" title={t('page.inbox')}>
          <Inbox />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/inventory" title={t('page.inventory')}>
          <Inventory />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/unclaimed" title={t('page.unclaimed')}>
          <Unclaimed />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/sources" title={t('page.sources')}>
          <SourcesListing />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/changes" title={t('page.changes')}>
          <ChangesListing />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/decisions" title={t('page.decisions')}>
          <DecisionsListing />
        </TabbedLayout.Route>
      </TabbedLayout>
    </AnalyticsContext>
  );
}
