import { Header, Page } from '@backstage/core-components';
import { useTexts } from '../../hooks/useTexts';
import { PrivateExposureTabs } from './PrivateExposureTabs';

/**
 * The page over all accounts with its shell, for the old frontend system. In the new one the app draws the shell.
 *
 * @internal
 */
export function PrivateExposurePage() {
  const t = useTexts();
  return (
    <Page themeId="tool">
      <Header title={t('common.title')} subtitle={t('common.subtitle')} />
      <PrivateExposureTabs />
    </Page>
  );
}
