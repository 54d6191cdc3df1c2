import { listOf, queryStructure, text } from '../../wire/shapes';
import { instance } from './loadBalancerShapes';

/** Wire names of `DescribeEndPointStateInput`. @internal */
export const describeEndPointStateInput = queryStructure({
  LoadBalancerName: text,
  Instances: listOf(instance),
});

/** Wire names of `InstanceState`. @internal */
export const instanceState = queryStructure({
  InstanceId: text,
  State: text,
  ReasonCode: text,
  Description: text,
});

/** Wire names of `DescribeEndPointStateOutput`. @internal */
export const describeEndPointStateOutput = queryStructure({
  InstanceStates: listOf(instanceState),
});
