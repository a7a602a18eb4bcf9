import Statistics
import Testing

@Suite struct FitErrorTests {
  @Test(
    "Each error says what is wrong and what was expected",
    arguments: [
      (
        .tooFewObservations(count: 3, needed: 10),
        "there are too few observations: 3; at least 10 were expected"
      ),
      (.tooManyObservations(limit: 9), "there are too many observations; at most 9 were expected"),
      (.notFinite, "an observation is not a finite number"),
      (.countOutOfRange(count: -1, limit: 5), "a count is -1; from 0 to 5 was expected"),
      (
        .negativeFrequency(count: 2),
        "the count 2 occurs a negative number of times; 0 or more was expected"
      ),
      (
        .trialsOutOfRange(trials: 0, limit: 5),
        "the number of trials is 0; from 1 to 5 was expected"
      ),
      (
        .moreThanTrials(count: 7, trials: 6),
        "a count is 7; at most the number of trials, 6, was expected"
      ),
      (.allZero, "all counts are 0; at least one above 0 was expected"),
      (
        .notOverdispersed(mean: 1, variance: 0.5),
        "the counts have a variance of 0.5 and a mean of 1.0; a variance clearly above the mean was"
          + " expected (as it is, the size has no finite estimate, and Poisson fits as well)"
      ),
      (
        .noSpread(value: 2.5),
        "all observations are 2.5; at least two different ones were expected"
      ),
      (
        .outsideSupport(value: -1, low: 0, high: .infinity),
        "an observation is -1.0; one above 0.0 was expected"
      ),
      (
        .outsideSupport(value: 1, low: 0, high: 1),
        "an observation is 1.0; one between 0.0 and 1.0 was expected"
      ),
      (
        .tooConcentrated(low: 0.5, high: 0.75),
        "all observations lie between 0.5 and 0.75; a wider spread was expected (the parameters of so"
          + " narrow a distribution cannot be told)"
      ),
      (
        .oneComponent,
        "one component takes all observations; a sample that two components fit was expected"
      ),
      (.numerical(.noConvergence), "a computation did not converge"),
    ] as [(FitError, String)])
  func message(error: FitError, expected: String) {
    #expect(error.message == expected)
  }
}
