import type { Parked, ParkingLot } from './parking.ts';

/** The parking lot in memory, for fast tests. */
export function memoryParking(): ParkingLot {
  const parked = new Map<string, Parked>();
  const of = (consumer: string) => [...parked.values()].filter((message) => message.consumer === consumer);
  return {
    async park(message) {
      const id = [message.consumer, message.topic, message.partition, message.offset].join('|');
      if (!parked.has(id)) parked.set(id, message);
    },
    holds: async (consumer, key) => of(consumer).some((message) => message.key === key),
    list: async (consumer) => of(consumer),
    count: async (consumer) => of(consumer).length,
  };
}
