// What Swift sees of Boost.Math: distributions, the incomplete beta function, quadrature and roots.
//
// Every function answers with a status and, when that is OK, with a finite value: no exception, NaN
// or infinity leaves it. Values are computed in long double and rounded once, where that is wider
// than double, so that the C library's double functions, which differ between processors of one
// architecture, take no part.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

enum awardsim_math_status {
  AWARDSIM_MATH_OK = 0,
  // An argument or a parameter lies where the function is not defined.
  AWARDSIM_MATH_DOMAIN = 1,
  // The value is not finite, or too large for a double.
  AWARDSIM_MATH_OVERFLOW = 2,
  // A series or a search did not converge, or memory ran out.
  AWARDSIM_MATH_FAILED = 3,
};

struct awardsim_math_result {
  enum awardsim_math_status status;
  double value;
};

// significand × 2^exponent, the significand 0 or of magnitude 0.5..<1: probabilities far below the
// smallest double.
struct awardsim_math_scaled {
  enum awardsim_math_status status;
  double significand;
  int exponent;
};

struct awardsim_math_integral {
  enum awardsim_math_status status;
  double value;
  // A bound of the error, as the rule estimates it.
  double error;
};

enum awardsim_continuous {
  AWARDSIM_NORMAL,      // mean, standard deviation
  AWARDSIM_LOGNORMAL,   // mean and standard deviation of the logarithm
  AWARDSIM_BETA,        // alpha, beta
  AWARDSIM_UNIFORM,     // low, high
  AWARDSIM_TRIANGULAR,  // low, mode, high
};

enum awardsim_discrete {
  AWARDSIM_BINOMIAL,           // trials, probability of success
  AWARDSIM_NEGATIVE_BINOMIAL,  // successes (real), probability of success; counts failures
  AWARDSIM_POISSON,            // mean
};

// A distribution and its parameters in the order above; what it does not take is ignored.
struct awardsim_continuous_distribution {
  enum awardsim_continuous kind;
  double first, second, third;
};

struct awardsim_discrete_distribution {
  enum awardsim_discrete kind;
  double first, second;
};

// P(X <= x), P(X > x), the density, and the x below which a probability lies.
struct awardsim_math_result awardsim_cdf(struct awardsim_continuous_distribution d, double x);
struct awardsim_math_result awardsim_survival(struct awardsim_continuous_distribution d, double x);
struct awardsim_math_result awardsim_pdf(struct awardsim_continuous_distribution d, double x);
struct awardsim_math_result awardsim_quantile(
    struct awardsim_continuous_distribution d, double probability);

// P(X = count).
struct awardsim_math_scaled awardsim_pmf(struct awardsim_discrete_distribution d, double count);

// The regularised incomplete beta function I_x(a, b).
struct awardsim_math_scaled awardsim_ibeta(double a, double b, double x);

// e^x, in long double and rounded once.
struct awardsim_math_result awardsim_exp(double x);

// An integrand with what it needs; an answer that is not finite ends the integration.
typedef double (*awardsim_integrand)(double x, void *context);

// Where a function that rises from at most 0 at low to at least 0 at high is 0, to the last bits of
// the argument; an answer that is not finite ends the search.
struct awardsim_math_result awardsim_root(
    awardsim_integrand f, void *context, double low, double high);

// Adaptive Gauss–Kronrod quadrature of 15 points. A range is halved, at most depth times, until its
// estimated error is below the larger of the absolute tolerance, halved as often, and the relative
// one times its value.
struct awardsim_math_integral awardsim_integrate(
    awardsim_integrand f, void *context, double from, double to, double absolute_tolerance,
    double relative_tolerance, unsigned depth);

#ifdef __cplusplus
}
#endif
