import { exposureReadPermission } from '@postern/backstage-plugin-private-exposure-common';
import type { ExposureReader } from '../database/ExposureStore';
import type { ExposureDetailRecord } from '../database/records';
import type { CallerAccess } from '../permissions/CallerAccess';
import { toExposureResource } from '../permissions/exposureResource';
import { accountsIn } from './ExposurePresenter';
import { withReadableAttention } from './withReadableAttention';

/** Those of some exposures that a caller may read, and of their attention what they may know. @internal */
export async function readableExposures(
  records: readonly ExposureDetailRecord[],
  options: {
    store: Pick<ExposureReader, 'getConsumerAccounts'>;
    granted: CallerAccess;
  },
): Promise<ExposureDetailRecord[]> {
  const { store, granted } = options;
  const readable = await Promise.all(
    records.map(async record => {
      // The record holds the first connections only; a rule about accounts wants them all.
      const accounts =
        record.connectionsTotal > record.connections.length
          ? await store.getConsumerAccounts(record.summary.id)
          : accountsIn(record);
      const resource = toExposureResource(record, accounts);
      return granted.can(exposureReadPermission, resource)
        ? [withReadableAttention(record, granted, accounts)]
        : [];
    }),
  );
  return readable.flat();
}
