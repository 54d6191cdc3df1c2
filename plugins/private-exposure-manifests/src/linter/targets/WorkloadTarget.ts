import { Place } from '../../read/SourceText';

/** A container of a workload, or a chart's values for one, whose image has to do with tunnels. @public */
export interface WorkloadTarget extends Place {
  type: 'workload';
  path: string;
  /** Its image, with registry, tag and digest as far as the file has them. */
  image: string;
  /** The words of its command and arguments, as far as the file has them. */
  words: readonly string[];
}
