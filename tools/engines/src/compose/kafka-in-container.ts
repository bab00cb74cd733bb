import { manifest } from '../manifest.ts';
import { kafkaProperties } from '../native/kafka-properties.ts';

/** Where other containers find the broker; this machine finds it on the usual port. */
export const kafkaInsidePort = 19092;

const { main, controller } = manifest.kafka.ports;

/** `server.properties` of the container: the native engine's, with a second way in. */
export const kafkaPropertiesInContainer = () =>
  kafkaProperties({
    dataDir: '/var/lib/kafka/data/node',
    controller: `127.0.0.1:${controller}`,
    listeners: [
      { name: 'INSIDE', bind: `0.0.0.0:${kafkaInsidePort}`, advertise: `kafka:${kafkaInsidePort}` },
      { name: 'OUTSIDE', bind: `0.0.0.0:${main}`, advertise: `127.0.0.1:${main}` },
    ],
  });
