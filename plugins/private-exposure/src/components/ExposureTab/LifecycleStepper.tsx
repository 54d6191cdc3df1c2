import Step from '@material-ui/core/Step';
import StepLabel from '@material-ui/core/StepLabel';
import Stepper from '@material-ui/core/Stepper';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { VisuallyHidden } from '../primitives/VisuallyHidden';
import type { LifecycleStep } from './lifecycleSteps';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 0),
      backgroundColor: 'transparent',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 0),
    },
  }),
  { name: 'PrivateExposureLifecycleStepper' },
);

/**
 * How far a new exposure has come.
 *
 * @internal
 */
export function LifecycleStepper(props: {
  steps: readonly LifecycleStep[];
  current: LifecycleStep;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { steps, current } = props;
  // At the last step nothing is left to do, so it counts as done too.
  const active = current === 'live' ? steps.length : steps.indexOf(current);
  return (
    <Stepper
      activeStep={active}
      className={classes.root}
      role="group"
      aria-label={t('progress.label')}
    >
      {steps.map((step, index) => (
        <Step key={step} aria-current={index === active ? 'step' : undefined}>
          <StepLabel>
            {t(`progress.${step}`)}
            <VisuallyHidden>
              {index < active && ` (${t('progress.done')})`}
              {index === active && ` (${t('progress.current')})`}
            </VisuallyHidden>
          </StepLabel>
        </Step>
      ))}
    </Stepper>
  );
}
