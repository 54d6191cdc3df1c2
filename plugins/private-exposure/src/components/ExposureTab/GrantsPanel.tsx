import Typography from '@material-ui/core/Typography';
import type { ExposureDetail } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Panel } from '../primitives/Panel';
import { useListStyles } from '../primitives/useListStyles';

/**
 * Who may ask to connect, and who need not ask.
 *
 * @internal
 */
export function GrantsPanel(props: {
  exposure: Pick<ExposureDetail, 'grants' | 'inspection'>;
}) {
  const t = useTexts();
  const classes = useListStyles();
  const { grants, inspection } = props.exposure;
  return (
    <Panel title={t('grants.title')}>
      {grants.length === 0 && (
        <Typography variant="body2">
          {/* No grants without an inspection means that nobody looked. */}
          {inspection?.observedAt ? t('grants.empty') : t('grants.notLooked')}
        </Typography>
      )}
      <ul className={classes.list}>
        {grants.map(grant => (
          <li key={`${grant.type} ${grant.principal}`}>
            <Typography variant="body2" component="span">
              {grant.type === 'everyone' ? (
                <strong>{t('grants.everyone')}</strong>
              ) : (
                grant.principal
              )}
            </Typography>{' '}
            <Typography variant="body2" component="span" color="textSecondary">
              {grant.type !== 'everyone' && t(`grantType.${grant.type}`)}
              {grant.autoApproved && ` · ${t('grants.autoApproved')}`}
            </Typography>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
