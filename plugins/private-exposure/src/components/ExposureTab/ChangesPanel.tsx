import type { Change } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { ChangesTable } from '../primitives/ChangesTable';
import { Section } from '../primitives/Section';

/**
 * The pull requests that templates opened for the entity.
 *
 * @internal
 */
export function ChangesPanel(props: { changes: readonly Change[] }) {
  const t = useTexts();
  return (
    <Section title={t('tab.changesTitle')}>
      <ChangesTable changes={props.changes} />
    </Section>
  );
}
