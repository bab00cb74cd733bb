import mongoose from 'mongoose';
import { StoreUnavailable } from './store.ts';

const { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerSelectionError, MongoTopologyClosedError } = mongoose.mongo;

/** Is it the server that is away, rather than the request that is wrong? A write that met a failover carries a label. */
function isAway(fault: unknown): boolean {
  // A bulk write wraps what befell its connection, and the wrapping bears neither its class nor its labels.
  if (fault instanceof MongoBulkWriteError && fault.errorResponse instanceof Error) return isAway(fault.errorResponse);
  if (fault instanceof MongoNetworkError || fault instanceof MongoServerSelectionError || fault instanceof MongoTopologyClosedError)
    return true;
  return fault instanceof MongoError && (fault.hasErrorLabel('RetryableWriteError') || fault.hasErrorLabel('PoolRequestedRetry'));
}

/** The same port, whose methods say `StoreUnavailable` where the driver says that no server answers. */
export function sayingUnavailable<Port extends object>(port: Port): Port {
  const methods = Object.entries(port).map(([name, method]: [string, unknown]) => [
    name,
    typeof method === 'function' ? guarded(method as Method) : method,
  ]);
  return Object.fromEntries(methods) as Port;
}

type Method = (...args: unknown[]) => unknown;

function guarded(method: Method): Method {
  return async (...args) => {
    try {
      return await method(...args);
    } catch (fault) {
      throw isAway(fault) ? new StoreUnavailable(fault) : fault;
    }
  };
}
