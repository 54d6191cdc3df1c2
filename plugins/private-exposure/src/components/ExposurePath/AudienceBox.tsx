import Typography from '@material-ui/core/Typography';
import ConsumerIcon from '@material-ui/icons/BusinessCenterOutlined';
import InternetIcon from '@material-ui/icons/Public';
import {
  audienceOf,
  type ExposureSummary,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { describeConnectionCounts } from '../primitives/connectionCounts';
import { useBoxStyles } from './boxStyles';

/**
 * Who comes in, as the first stage: the consumers, where the inspection gives no hop for each, or clients of whom nothing
 * is known but where they are.
 *
 * @internal
 */
export function AudienceBox(props: {
  exposure: Pick<ExposureSummary, 'kind' | 'connectionCounts'>;
}) {
  const t = useTexts();
  const classes = useBoxStyles();
  const audience = audienceOf(props.exposure.kind);
  const Icon = audience === 'internet' ? InternetIcon : ConsumerIcon;
  return (
    <div className={classes.root}>
      <Typography variant="caption" className={classes.type}>
        <Icon fontSize="inherit" aria-hidden />
        {audience === 'consumers' ? t('path.consumers') : t('path.clients')}
      </Typography>
      <Typography variant="body2" className={classes.text}>
        {audience === 'consumers'
          ? describeConnectionCounts(props.exposure, t)
          : t(`path.from.${audience}`)}
      </Typography>
    </div>
  );
}
