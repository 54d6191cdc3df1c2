import { Fragment } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { Fact } from '@postern/backstage-plugin-private-exposure-common';
import { Breakable } from './Breakable';
import { CopyableText } from './CopyableText';
import { RelativeTime } from './RelativeTime';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      margin: 0,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': {
        margin: theme.spacing(0, 0, 0.5, 0),
        overflowWrap: 'anywhere',
      },
    },
    item: { display: 'inline-block', maxWidth: '100%' },
    wide: {
      display: 'grid',
      gridTemplateColumns: 'minmax(max-content, 12em) 1fr',
      gap: theme.spacing(0.25, 2),
      // On a phone the values need the room.
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'fit-content(40%) 1fr',
      },
    },
  }),
  { name: 'PrivateExposureFactList' },
);

/**
 * Properties in the cloud's own words.
 *
 * @internal
 */
export function FactList(props: {
  facts: readonly Fact[];
  /** Labels beside the values instead of above them. */
  wide?: boolean;
}) {
  const classes = useStyles();
  return (
    <dl className={`${classes.root} ${props.wide ? classes.wide : ''}`}>
      {props.facts.map(fact => (
        <Entry key={`${fact.label} ${fact.value}`} fact={fact} />
      ))}
    </dl>
  );
}

function Entry(props: { fact: Fact }) {
  const { label, value, copyable } = props.fact;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {copyable ? (
          <CopyableText text={value} what={label} />
        ) : (
          <Value text={value} />
        )}
      </dd>
    </>
  );
}

/** A moment, in UTC, as the clouds write it. */
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/**
 * A list of ids breaks between them, and an id that is longer than a line at its punctuation. Moments read as everywhere.
 * Prose is left as it is.
 */
function Value(props: { text: string }) {
  const classes = useStyles();
  const { text } = props;
  const moments = text.split(', ');
  if (moments.every(one => moment.test(one))) {
    return (
      <>
        {moments.map((at, index) => (
          <Fragment key={at}>
            {index > 0 && ', '}
            <RelativeTime at={at} />
          </Fragment>
        ))}
      </>
    );
  }
  const items = text.split(/(?<=,) /);
  if (items.some(item => /\s/.test(item))) return <>{text}</>;
  return (
    <>
      {items.map((item, index) => (
        // An id may be there twice.
        <Fragment key={`${index}${item}`}>
          {index > 0 && ' '}
          <span className={classes.item}>
            <Breakable text={item} />
          </span>
        </Fragment>
      ))}
    </>
  );
}
