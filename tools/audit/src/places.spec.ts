import { findBroker } from './places.ts';
import { Refused } from './refused.ts';

test("a broker of one's own is read by the principal that is named with it", () => {
  const environment = { XIETONG_KAFKA_BROKERS: 'one:9092,two:9092', XIETONG_KAFKA_USERNAME: 'auditor', XIETONG_KAFKA_PASSWORD: 'secret' };
  expect(findBroker(environment)).toEqual({ brokers: ['one:9092', 'two:9092'], username: 'auditor', password: 'secret' });
});

test.each(['XIETONG_KAFKA_USERNAME', 'XIETONG_KAFKA_PASSWORD'])('without %s it is refused, and no other broker is read instead', (name) => {
  const environment = { XIETONG_KAFKA_BROKERS: 'one:9092', XIETONG_KAFKA_USERNAME: 'auditor', XIETONG_KAFKA_PASSWORD: 'secret' };
  expect(() => findBroker({ ...environment, [name]: undefined })).toThrow(Refused);
});
