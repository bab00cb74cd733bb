import { requiredVariable } from './required-variable.ts';

/** Where the engines of the test run are, and the principal that may do everything at the broker. */
export interface EnginesUnderTest {
  readonly mongo: { readonly url: string };
  readonly kafka: { readonly brokers: string[]; readonly admin: { readonly username: string; readonly password: string } };
}

/** The engines that the test command has started; throws where it has not. */
export const enginesUnderTest = (): EnginesUnderTest => ({
  mongo: { url: requiredVariable('XIETONG_TEST_MONGO_URL') },
  kafka: {
    brokers: requiredVariable('XIETONG_TEST_KAFKA_BROKERS').split(','),
    admin: {
      username: requiredVariable('XIETONG_TEST_KAFKA_ADMIN_USERNAME'),
      password: requiredVariable('XIETONG_TEST_KAFKA_ADMIN_PASSWORD'),
    },
  },
});
