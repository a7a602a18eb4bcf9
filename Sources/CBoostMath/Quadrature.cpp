#include <boost/math/quadrature/gauss_kronrod.hpp>

#include "Guard.hpp"

awardsim_math_integral awardsim_integrate(
    awardsim_integrand f, void *context, double from, double to, double tolerance,
    unsigned depth) {
  awardsim_math_integral result = {AWARDSIM_MATH_FAILED, 0, 0};
  result.status = awardsim::guarded([&] {
    if (!std::isfinite(from) || !std::isfinite(to) || !(tolerance > 0)) return AWARDSIM_MATH_DOMAIN;
    const auto integrand = [&](double x) {
      const double value = f(x, context);
      if (!std::isfinite(value)) throw std::domain_error("integrand");
      return value;
    };
    double error = 0;
    const double value = boost::math::quadrature::gauss_kronrod<double, 15>::integrate(
        integrand, from, to, depth, tolerance, &error);
    if (!std::isfinite(value) || !std::isfinite(error)) return AWARDSIM_MATH_OVERFLOW;
    result.value = value;
    result.error = error;
    return AWARDSIM_MATH_OK;
  });
  return result;
}
