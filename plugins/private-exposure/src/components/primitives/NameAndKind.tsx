import Typography from '@material-ui/core/Typography';
import type { ExposureSummary } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Breakable } from './Breakable';

/**
 * An exposure by name, with its kind below and the cloud's own id on demand.
 *
 * @internal
 */
export function NameAndKind(props: {
  exposure: Pick<ExposureSummary, 'name' | 'kind' | 'nativeId'>;
}) {
  const t = useTexts();
  const { name, kind, nativeId } = props.exposure;
  return (
    <>
      <span title={nativeId}>
        <Breakable text={name} />
      </span>
      <Typography variant="body2" color="textSecondary" component="div">
        {t(`kind.${kind}`)}
      </Typography>
    </>
  );
}
