import Typography from '@material-ui/core/Typography';
import ConsumerIcon from '@material-ui/icons/BusinessCenterOutlined';
import type { ConnectionCounts } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { describeConnectionCounts } from '../primitives/connectionCounts';
import { useBoxStyles } from './boxStyles';

/**
 * The consumers as the first stage, where the inspection gives no hop for each.
 *
 * @internal
 */
export function ConsumersBox(props: { counts: ConnectionCounts }) {
  const t = useTexts();
  const classes = useBoxStyles();
  return (
    <div className={classes.root}>
      <Typography variant="caption" className={classes.type}>
        <ConsumerIcon fontSize="inherit" aria-hidden />
        {t('path.consumers')}
      </Typography>
      <Typography variant="body2" className={classes.text}>
        {describeConnectionCounts(props.counts, t)}
      </Typography>
    </div>
  );
}
