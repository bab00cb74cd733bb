import { linesOn } from './progress-bar.ts';

describe('progress where no terminal watches', () => {
  it('is a line at each tenth of the way', () => {
    const lines: string[] = [];
    const progress = linesOn((line) => lines.push(line));
    progress.start(25);
    for (let done = 1; done <= 25; done += 1) progress.advance(done);
    expect(lines).toEqual([3, 5, 8, 10, 13, 15, 18, 20, 23, 25].map((done) => `${done} of 25 projects`));
  });
});
