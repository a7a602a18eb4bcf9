#include <algorithm>
#include <boost/math/quadrature/gauss_kronrod.hpp>

#include "Guard.hpp"

namespace {

struct Integrator {
  awardsim_function f;
  void *context;
  double relative_tolerance;

  double value_at(double x) const {
    const double value = f(x, context);
    if (!std::isfinite(value)) throw std::domain_error("integrand");
    return value;
  }

  // Boost's own adaptive form compares the error on -1..1 with a tolerance on the range itself, so
  // that narrow ranges never end; here each range is one application of the rule.
  awardsim_math_integral over(
      double from, double to, double absolute_tolerance, unsigned depth) const {
    const double half = to / 2 - from / 2;
    const double middle = from + half;
    double error = 0;
    const double value =
        half * boost::math::quadrature::gauss_kronrod<double, 15>::integrate(
                   [&](double x) { return value_at(middle + half * x); }, -1.0, 1.0, 0,
                   relative_tolerance, &error);
    error *= half;
    const double tolerance = std::max(absolute_tolerance, relative_tolerance * std::abs(value));
    if (depth == 0 || !(error > tolerance)) return {AWARDSIM_MATH_OK, value, error};
    const auto left = over(from, middle, absolute_tolerance / 2, depth - 1);
    const auto right = over(middle, to, absolute_tolerance / 2, depth - 1);
    return {AWARDSIM_MATH_OK, left.value + right.value, left.error + right.error};
  }
};

}  // namespace

awardsim_math_integral awardsim_integrate(
    awardsim_function f, void *context, double from, double to, double absolute_tolerance,
    double relative_tolerance, unsigned depth) {
  awardsim_math_integral result = {AWARDSIM_MATH_FAILED, 0, 0};
  result.status = awardsim::guarded([&] {
    if (!std::isfinite(from) || !std::isfinite(to) || !(from <= to)) return AWARDSIM_MATH_DOMAIN;
    const Integrator integrator = {f, context, relative_tolerance};
    const auto integral = integrator.over(from, to, absolute_tolerance, std::min(depth, 50u));
    if (!std::isfinite(integral.value) || !std::isfinite(integral.error)) {
      return AWARDSIM_MATH_OVERFLOW;
    }
    result = integral;
    return AWARDSIM_MATH_OK;
  });
  return result;
}
