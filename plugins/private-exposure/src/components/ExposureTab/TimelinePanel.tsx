import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type {
  ExposureDetail,
  ExposureEvent,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { useTimeline } from '../../hooks/useTimeline';
import { Decider } from '../primitives/LastDecision';
import { Panel } from '../primitives/Panel';
import { QueryFace } from '../primitives/QueryFace';
import { RelativeTime } from '../primitives/RelativeTime';
import { ShortenedText } from '../primitives/ShortenedText';
import { useListStyles } from '../primitives/useListStyles';
import { describeTransition } from './describeTransition';

/**
 * What happened to an exposure, newest first.
 *
 * @internal
 */
export function TimelinePanel(props: { exposure: Pick<ExposureDetail, 'id'> }) {
  const t = useTexts();
  const classes = useListStyles();
  const { query, showMore } = useTimeline(props.exposure.id);
  return (
    <Panel title={t('timeline.title')}>
      <QueryFace query={query} lines={3}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <Typography variant="body2">{t('timeline.empty')}</Typography>
            )}
            <ol className={classes.list}>
              {items.map(event => (
                <li key={event.id}>
                  <EventEntry event={event} />
                </li>
              ))}
            </ol>
          </>
        )}
      </QueryFace>
      {showMore && (
        <Button size="small" onClick={showMore}>
          {t('common.showMore')}
        </Button>
      )}
    </Panel>
  );
}

function EventEntry(props: { event: ExposureEvent }) {
  const t = useTexts();
  const { type, at, actor, message } = props.event;
  const transition = describeTransition(props.event, t);
  return (
    <>
      <Typography variant="body2">
        <strong>{t(`eventType.${type}`)}</strong>
        {transition && ` · ${transition}`}
      </Typography>
      {message && (
        <Typography variant="body2" component="div">
          <ShortenedText text={message} />
        </Typography>
      )}
      <Typography variant="body2" color="textSecondary">
        <RelativeTime at={at} />
        {actor && <> {t('timeline.by', { actor: <Actor actor={actor} /> })}</>}
      </Typography>
    </>
  );
}

/** A person or entity by reference, a policy by name, anything else as it is. */
function Actor(props: { actor: string }) {
  const { actor } = props;
  if (actor.startsWith('policy:')) return <Decider decidedBy={actor} />;
  return /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(actor) ? (
    <EntityRefLink entityRef={actor} hideIcon />
  ) : (
    <>{actor}</>
  );
}
