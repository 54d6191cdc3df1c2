import Tooltip from '@material-ui/core/Tooltip';
import { DateTime } from 'luxon';
import { useLanguage } from '../../hooks/useLanguage';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';

/** What is further ahead is no faster clock's now, such as the end of a certificate. */
const CLOCKS_APART_MS = 5 * 60_000;

/**
 * A moment in words relative to now; the exact moment, in UTC, is its tooltip.
 *
 * @internal
 */
export function RelativeTime(props: {
  /** ISO 8601. */
  at: string | Date;
  /** Planned, not past. What is planned for a moment that has come is due, not done. */
  isAhead?: boolean;
}) {
  const now = useNow();
  const locale = useLanguage();
  const t = useTexts();
  const at =
    props.at instanceof Date
      ? DateTime.fromJSDate(props.at, { zone: 'utc' })
      : DateTime.fromISO(props.at, { zone: 'utc' });
  if (!at.isValid) return <span>{String(props.at)}</span>;
  // Clocks of browser and backend differ, and ours ticks slowly: what was seen was not seen "in 2 seconds".
  const distance = at.toMillis() - now.getTime();
  const isNow = props.isAhead
    ? distance < 5_000
    : distance > -5_000 && distance < CLOCKS_APART_MS;
  const nowText = props.isAhead ? t('common.anyMoment') : t('common.justNow');
  const exact = at.setLocale(locale).toFormat("d LLL yyyy, HH:mm:ss 'UTC'");
  return (
    <Tooltip title={exact}>
      <time dateTime={at.toISO()}>
        {isNow
          ? nowText
          : at.setLocale(locale).toRelative({ base: DateTime.fromJSDate(now) })}
      </time>
    </Tooltip>
  );
}
