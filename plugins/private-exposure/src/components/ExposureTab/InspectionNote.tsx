import Typography from '@material-ui/core/Typography';
import type { ExposureDetail } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { RelativeTime } from '../primitives/RelativeTime';

/**
 * When the deep look was taken that hops, grants and findings come from.
 *
 * @internal
 */
export function InspectionNote(props: {
  exposure: Pick<ExposureDetail, 'inspection'>;
}) {
  const t = useTexts();
  const { inspection } = props.exposure;
  const time = inspection?.observedAt && (
    <RelativeTime at={inspection.observedAt} />
  );
  return (
    <Typography variant="body2" color="textSecondary">
      {time ? t('tab.inspected', { time }) : t('tab.notInspected')}
      {inspection?.state === 'failed' &&
        ` · ${t('tab.inspectionFailed', {
          error: inspection.error ?? t('common.reasonUnknown'),
        })}`}
    </Typography>
  );
}
