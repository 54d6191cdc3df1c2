import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { Change } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { lifecycleLooks } from '../primitives/looks';
import { Section } from '../primitives/Section';
import { StateChip } from '../primitives/StateChip';
import { LifecycleStepper } from './LifecycleStepper';
import { lifecycleSteps } from './lifecycleSteps';

/**
 * The place of an exposure that is not in the cloud yet, only in a pull request.
 *
 * @internal
 */
export function ExposureProgress(props: { change: Change }) {
  const t = useTexts();
  const { change } = props;
  const isOpen = change.state === 'open';
  const lifecycle = isOpen ? 'in-review' : 'provisioning';
  return (
    <Section
      title={change.title}
      aside={
        <StateChip
          {...lifecycleLooks[lifecycle]}
          label={t(`lifecycle.${lifecycle}`)}
        />
      }
    >
      <LifecycleStepper {...lifecycleSteps({ change })} />
      <Typography gutterBottom>
        {isOpen ? t('progress.inReview') : t('progress.inProvisioning')}
      </Typography>
      <Link to={change.url}>{t('progress.open')}</Link>
    </Section>
  );
}
