import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import type { ExposureSummary } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';

/**
 * An exposure by name, with the entity it belongs to.
 *
 * @internal
 */
export function ExposureName(props: {
  exposure: Pick<ExposureSummary, 'name' | 'nativeId' | 'entityRef'>;
}) {
  const t = useTexts();
  const { name, nativeId, entityRef } = props.exposure;
  return (
    <>
      <span title={nativeId}>{name}</span>
      <Typography variant="body2" color="textSecondary" component="div">
        {entityRef ? (
          <EntityRefLink entityRef={entityRef} />
        ) : (
          t('common.unowned')
        )}
      </Typography>
    </>
  );
}
