// Continuous distributions, and the probabilities of counts.
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/pareto.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>

#include "Guard.hpp"

namespace math = boost::math;
using awardsim::number;
using awardsim::scaled;

namespace {

void check(double x) {
  if (std::isnan(x)) throw std::domain_error("argument");
}

template <class Use>
long double with(const awardsim_continuous_distribution &d, Use use) {
  if (!std::isfinite(d.first) || !std::isfinite(d.second) || !std::isfinite(d.third)) {
    throw std::domain_error("parameter");
  }
  const long double first = d.first, second = d.second, third = d.third;
  switch (d.kind) {
    case AWARDSIM_NORMAL: return use(math::normal_distribution<long double>(first, second));
    case AWARDSIM_LOGNORMAL: return use(math::lognormal_distribution<long double>(first, second));
    case AWARDSIM_BETA: return use(math::beta_distribution<long double>(first, second));
    case AWARDSIM_UNIFORM: return use(math::uniform_distribution<long double>(first, second));
    case AWARDSIM_TRIANGULAR:
      return use(math::triangular_distribution<long double>(first, second, third));
    case AWARDSIM_PARETO: return use(math::pareto_distribution<long double>(first, second));
    case AWARDSIM_CHI_SQUARED: return use(math::chi_squared_distribution<long double>(first));
  }
  throw std::domain_error("distribution");
}

// Between whole numbers Boost continues the formula; a count has no probability there.
void check_count(double count) {
  if (!std::isfinite(count) || count < 0 || count != std::floor(count)) {
    throw std::domain_error("count");
  }
}

template <class Use>
long double with(const awardsim_discrete_distribution &d, Use use) {
  if (!std::isfinite(d.first) || !std::isfinite(d.second)) throw std::domain_error("parameter");
  const long double first = d.first, second = d.second;
  switch (d.kind) {
    case AWARDSIM_BINOMIAL: return use(math::binomial_distribution<long double>(first, second));
    case AWARDSIM_NEGATIVE_BINOMIAL:
      return use(math::negative_binomial_distribution<long double>(first, second));
    case AWARDSIM_POISSON: return use(math::poisson_distribution<long double>(first));
  }
  throw std::domain_error("distribution");
}

}  // namespace

awardsim_math_result awardsim_cdf(awardsim_continuous_distribution d, double x) {
  return number([&] {
    check(x);
    return with(d, [&](const auto &of) { return math::cdf(of, static_cast<long double>(x)); });
  });
}

awardsim_math_result awardsim_survival(awardsim_continuous_distribution d, double x) {
  return number([&] {
    check(x);
    return with(d, [&](const auto &of) {
      return math::cdf(math::complement(of, static_cast<long double>(x)));
    });
  });
}

awardsim_math_result awardsim_pdf(awardsim_continuous_distribution d, double x) {
  return number([&] {
    check(x);
    return with(d, [&](const auto &of) { return math::pdf(of, static_cast<long double>(x)); });
  });
}

awardsim_math_result awardsim_quantile(awardsim_continuous_distribution d, double probability) {
  return number([&] {
    check(probability);
    return with(d, [&](const auto &of) {
      return math::quantile(of, static_cast<long double>(probability));
    });
  });
}

awardsim_math_scaled awardsim_pmf(awardsim_discrete_distribution d, double count) {
  return scaled([&] {
    check_count(count);
    return with(d, [&](const auto &of) { return math::pdf(of, static_cast<long double>(count)); });
  });
}

awardsim_math_result awardsim_count_cdf(awardsim_discrete_distribution d, double count) {
  return number([&] {
    check_count(count);
    return with(d, [&](const auto &of) { return math::cdf(of, static_cast<long double>(count)); });
  });
}

awardsim_math_result awardsim_count_survival(awardsim_discrete_distribution d, double count) {
  return number([&] {
    check_count(count);
    return with(d, [&](const auto &of) {
      return math::cdf(math::complement(of, static_cast<long double>(count)));
    });
  });
}
