import { parseOptions } from './options.ts';

describe('the command line of an import', () => {
  it('asks for the data set at 32 requests at the same time unless it says otherwise', () => {
    expect(parseOptions([])).toMatchObject({ help: false, inFlight: 32, file: expect.stringMatching(/eu-grants-norway\.csv$/) });
    expect(parseOptions(['--in-flight', '256', '--projects-url', 'http://127.0.0.1:4101/'])).toMatchObject({
      inFlight: 256,
      projectsUrl: 'http://127.0.0.1:4101',
    });
  });

  it.each([
    [['--bogus'], /^Unknown option '--bogus'/],
    [['more'], /^Unexpected argument 'more'/],
    [['--in-flight', '0'], /^--in-flight takes a whole number from 1 to 256, not '0'$/],
    [['--in-flight', '257'], /from 1 to 256, not '257'$/],
    [['--in-flight', 'many'], /from 1 to 256, not 'many'$/],
    [['--projects-url', '127.0.0.1:4101'], /^--projects-url takes an address such as http:/],
  ])('is refused with a sentence: %j', (args, words) => {
    expect(() => parseOptions(args)).toThrow(words);
  });
});
