/** A request that cannot be carried out; the sentence says what to do. */
export class Refused extends Error {
  override name = 'Refused';
}
