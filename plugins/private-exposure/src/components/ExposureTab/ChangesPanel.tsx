import { InfoCard } from '@backstage/core-components';
import type { Change } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { ChangesTable } from '../primitives/ChangesTable';

/**
 * The pull requests that templates opened for the entity.
 *
 * @internal
 */
export function ChangesPanel(props: { changes: readonly Change[] }) {
  const t = useTexts();
  return (
    <InfoCard title={t('tab.changesTitle')} noPadding>
      <ChangesTable changes={props.changes} />
    </InfoCard>
  );
}
