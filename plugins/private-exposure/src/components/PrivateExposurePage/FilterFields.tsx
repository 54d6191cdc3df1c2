import { useEffect, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from '../../hooks/useId';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  theme => ({
    // All alike, so that they stand below each other; the longest choice would make its field as wide as itself.
    field: {
      width: '15.5em',
      // It is drawn smaller than it is measured.
      '& label': { whiteSpace: 'nowrap' },
      [theme.breakpoints.down('xs')]: { width: '100%' },
    },
  }),
  { name: 'PrivateExposureFilterField' },
);

/**
 * A filter with a fixed set of values.
 *
 * @internal
 */
export function SelectFilter<TValue extends string>(props: {
  label: string;
  value: string | undefined;
  options: readonly { value: TValue; label: string }[];
  onChange: (value: string | undefined) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const id = useId('filter');
  const { label, value = '', options, onChange } = props;
  // A value from an old link is shown, not dropped: it does filter.
  const isKnown =
    value === '' || options.some(option => option.value === value);
  return (
    <TextField
      id={id}
      select
      size="small"
      variant="outlined"
      className={classes.field}
      label={label}
      value={value}
      onChange={event => onChange(event.target.value || undefined)}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
    >
      <option value="">{t('common.all')}</option>
      {!isKnown && <option value={value}>{value}</option>}
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}

/** So long after the last key a filter takes effect. */
const typingPause = 400;

/**
 * A filter to type in. Takes effect when the typing pauses, or at once with Enter.
 *
 * @internal
 */
export function TextFilter(props: {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const classes = useStyles();
  const id = useId('filter');
  const { label, value = '', onChange } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(
      () => onChange(typed.trim() || undefined),
      typingPause,
    );
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <TextField
      id={id}
      size="small"
      variant="outlined"
      className={classes.field}
      label={label}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Enter') onChange(typed.trim() || undefined);
      }}
      InputLabelProps={{ shrink: true }}
      inputProps={{ maxLength: 200 }}
    />
  );
}
