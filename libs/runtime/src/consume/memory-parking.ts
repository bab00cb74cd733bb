import type { Parked, ParkingLot } from './parking.ts';

/** The parking lot in memory, for fast tests. */
export function memoryParking(): ParkingLot {
  const parked = new Map<string, Parked>();
  return {
    async park(message) {
      const id = [message.consumer, message.topic, message.partition, message.offset].join('|');
      if (!parked.has(id)) parked.set(id, message);
    },
    holds: async (consumer, key) => [...parked.values()].some((message) => message.consumer === consumer && message.key === key),
    list: async (consumer) => [...parked.values()].filter((message) => message.consumer === consumer),
  };
}
