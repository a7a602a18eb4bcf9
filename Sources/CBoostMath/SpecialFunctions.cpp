// Logarithms, the exponential, and the logarithms of the gamma and the beta function.
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <boost/math/special_functions/trigamma.hpp>

#include "Guard.hpp"

namespace math = boost::math;

namespace {

template <class Function>
awardsim_math_result special(double x, double above, Function function) {
  return awardsim::number([&] {
    if (!std::isfinite(x) || !(x > above)) throw std::domain_error("argument");
    return function(static_cast<long double>(x));
  });
}

}  // namespace

awardsim_math_result awardsim_exp(double x) {
  return special(x, -HUGE_VAL, [](long double x) { return std::exp(x); });
}

awardsim_math_result awardsim_log(double x) {
  return special(x, 0, [](long double x) { return std::log(x); });
}

awardsim_math_result awardsim_log1p(double x) {
  return special(x, -1, [](long double x) { return math::log1p(x); });
}

awardsim_math_result awardsim_log1pmx(double x) {
  return special(x, -1, [](long double x) { return math::log1pmx(x); });
}

awardsim_math_result awardsim_lgamma(double x) {
  return special(x, 0, [](long double x) { return math::lgamma(x); });
}

awardsim_math_result awardsim_digamma(double x) {
  return special(x, 0, [](long double x) { return math::digamma(x); });
}

awardsim_math_result awardsim_trigamma(double x) {
  return special(x, 0, [](long double x) { return math::trigamma(x); });
}

awardsim_math_result awardsim_lbeta(double a, double b) {
  return awardsim::number([&] {
    if (!std::isfinite(a) || !std::isfinite(b) || !(a > 0) || !(b > 0)) {
      throw std::domain_error("lbeta");
    }
    const long double first = a, second = b;
    return math::lgamma(first) + math::lgamma(second) - math::lgamma(first + second);
  });
}
