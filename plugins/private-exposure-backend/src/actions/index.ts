export { createDecideConnectionAction } from './createDecideConnectionAction';
export { createGetEntityExposuresAction } from './createGetEntityExposuresAction';
export { createListPendingConnectionsAction } from './createListPendingConnectionsAction';
