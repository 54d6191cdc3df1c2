import Tooltip from '@material-ui/core/Tooltip';
import { DateTime } from 'luxon';
import { useLanguage } from '../../hooks/useLanguage';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';

/**
 * A moment in words relative to now; the exact moment, in UTC, is its tooltip.
 *
 * @internal
 */
export function RelativeTime(props: {
  /** ISO 8601. */
  at: string | Date;
}) {
  const now = useNow();
  const locale = useLanguage();
  const t = useTexts();
  const at =
    props.at instanceof Date
      ? DateTime.fromJSDate(props.at, { zone: 'utc' })
      : DateTime.fromISO(props.at, { zone: 'utc' });
  if (!at.isValid) return <span>{String(props.at)}</span>;
  // Clocks of browser and backend differ: "in 2 seconds" for what was just seen would be odd.
  const distance = at.toMillis() - now.getTime();
  const isNow = Math.abs(distance) < 5_000;
  const exact = at.setLocale(locale).toFormat("d LLL yyyy, HH:mm:ss 'UTC'");
  return (
    <Tooltip title={exact}>
      <time dateTime={at.toISO()}>
        {isNow
          ? t('common.justNow')
          : at.setLocale(locale).toRelative({ base: DateTime.fromJSDate(now) })}
      </time>
    </Tooltip>
  );
}
