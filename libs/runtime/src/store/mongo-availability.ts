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

/** Below the 30 s that a request may take, so that its caller hears why. */
const answerMsMax = 20_000;

/**
 * The same port, whose methods say `StoreUnavailable` where the driver says that no server answers, or says nothing for `withinMs`:
 * an operation that meets the death of its connection at the wrong moment never settles, and a batch behind it would wait for ever.
 */
export function sayingUnavailable<Port extends object>(port: Port, withinMs = answerMsMax): Port {
  const methods = Object.entries(port).map(([name, method]: [string, unknown]) => [
    name,
    typeof method === 'function' ? guarded(method as Method, withinMs) : method,
  ]);
  return Object.fromEntries(methods) as Port;
}

type Method = (...args: unknown[]) => unknown;

function guarded(method: Method, withinMs: number): Method {
  return async (...args) => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new StoreUnavailable(new Error(`no answer within ${withinMs} ms`))), withinMs);
    try {
      return await Promise.race([method(...args), late.promise]);
    } catch (fault) {
      throw isAway(fault) ? new StoreUnavailable(fault) : fault;
    } finally {
      clearTimeout(timer);
    }
  };
}
