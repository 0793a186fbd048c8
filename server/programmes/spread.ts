/** Whole cents spread evenly over years; what does not divide goes to the first years, a cent each. */
export function spreadOverYears(cents: number, yearFrom: number, yearTo: number): [number, number][] {
  const years = yearTo - yearFrom + 1;
  const [each, rest] = [Math.floor(cents / years), cents % years];
  return Array.from({ length: years }, (_, index) => [yearFrom + index, each + (index < rest ? 1 : 0)]);
}
