// Loaded before a service: every look at the clock of its process is wrong by FAULTS_CLOCK_SHIFT_MS.
const shiftMs = Number(process.env['FAULTS_CLOCK_SHIFT_MS']);
const RightDate = Date;
const shiftedNow = (): number => RightDate.now() + shiftMs;

globalThis.Date = new Proxy(RightDate, {
  construct: (target, given: unknown[], newTarget) => Reflect.construct(target, given.length === 0 ? [shiftedNow()] : given, newTarget),
  apply: () => new RightDate(shiftedNow()).toString(),
  get: (target, name): unknown => (name === 'now' ? shiftedNow : Reflect.get(target, name)),
});
