// What Swift sees of Boost: distributions, special functions, root finding and quadrature of
// Boost.Math, and the direction numbers of Sobol points of Boost.Random.
//
// Every function answers with a status and, when that is OK, with a finite value: no exception, NaN
// or infinity leaves it. Values are computed in long double and rounded once, where that is wider
// than double, so that the C library's double functions, which differ between processors of one
// architecture, take no part.
#pragma once
#include <stdint.h>

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
  AWARDSIM_PARETO,      // lowest, exponent
  AWARDSIM_CHI_SQUARED, // degrees of freedom
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

// P(X = count), P(X <= count) and P(X > count).
struct awardsim_math_scaled awardsim_pmf(struct awardsim_discrete_distribution d, double count);
struct awardsim_math_result awardsim_count_cdf(
    struct awardsim_discrete_distribution d, double count);
struct awardsim_math_result awardsim_count_survival(
    struct awardsim_discrete_distribution d, double count);

// The regularised incomplete beta function I_x(a, b).
struct awardsim_math_scaled awardsim_ibeta(double a, double b, double x);

struct awardsim_math_result awardsim_exp(double x);
// log x, log(1 + x), and log(1 + x) - x.
struct awardsim_math_result awardsim_log(double x);
struct awardsim_math_result awardsim_log1p(double x);
struct awardsim_math_result awardsim_log1pmx(double x);
// The logarithm of the gamma function and its first two derivatives, for x > 0.
struct awardsim_math_result awardsim_lgamma(double x);
struct awardsim_math_result awardsim_digamma(double x);
struct awardsim_math_result awardsim_trigamma(double x);
// The logarithm of the beta function, for a > 0 and b > 0.
struct awardsim_math_result awardsim_lbeta(double a, double b);

// A function with what it needs; an answer that is not finite ends what asked for it.
typedef double (*awardsim_function)(double x, void *context);

// The place between low and high where a function changes its sign, by algorithm 748 of ACM TOMS,
// to the last bits or to the tolerance, whichever is wider.
struct awardsim_math_result awardsim_root(
    awardsim_function f, void *context, double low, double high, double absolute_tolerance,
    unsigned evaluation_limit);

// Adaptive Gauss–Kronrod quadrature of 15 points. A range is halved, at most depth times, until its
// estimated error is below the larger of the absolute tolerance, halved as often, and the relative
// one times its value.
struct awardsim_math_integral awardsim_integrate(
    awardsim_function f, void *context, double from, double to, double absolute_tolerance,
    double relative_tolerance, unsigned depth);

// The most dimensions that Boost.Random has direction numbers for.
#define AWARDSIM_SOBOL_DIMENSION_LIMIT 3667

// The direction numbers of Joe and Kuo (2008), 32 for each dimension, the lowest digit's first.
enum awardsim_math_status awardsim_sobol_directions(unsigned dimension_count, uint32_t *directions);

#ifdef __cplusplus
}
#endif
