import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../primitives/Notice';
import { parameterOf } from './parameterOf';
import type { ExposurePreview } from './loadPreview';

const useStyles = makeStyles(
  theme => ({
    list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2) },
  }),
  { name: 'PrivateExposureRefusedFields' },
);

type Issue = (ExposurePreview & { type: 'refused' })['issues'][number];

/**
 * Why what was typed can't be written yet, field by field. What is made of another field is wrong because of that one,
 * so nothing is said of a field that was left empty as long as there is another to correct.
 *
 * @internal
 */
export function RefusedFields(props: {
  issues: readonly Issue[];
  /** What the template exposes a service by. */
  kind: string;
  /** What the form calls a parameter. */
  titleOf: (parameter: string) => string;
  /** Whether a parameter has a value. */
  isGiven: (parameter: string) => boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { kind, titleOf, isGiven } = props;
  const own = props.issues.filter(({ field }) =>
    isGiven(parameterOf(kind, field)),
  );
  const issues = own.length > 0 ? own : props.issues;
  return (
    <Notice severity="info">
      {t('preview.refused')}
      <ul className={classes.list}>
        {issues.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <strong>{titleOf(parameterOf(kind, field))}</strong> {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
