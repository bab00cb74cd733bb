import { z } from 'zod';

/** What reporting reads from its environment beside what every service does. */
export const environmentOfReporting = {
  XIETONG_DATA_DIR: z
    .string('XIETONG_DATA_DIR is missing: the folder for the facts')
    .min(1)
    .describe(
      'The folder for the facts, one for each instance; facts can be counted again from Kafka, decisions about parked messages are in it only',
    ),
};
