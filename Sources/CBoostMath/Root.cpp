#include <boost/math/tools/toms748_solve.hpp>

#include "Guard.hpp"

awardsim_math_result awardsim_root(
    awardsim_integrand f, void *context, double low, double high) {
  return awardsim::number([&] {
    if (!std::isfinite(low) || !std::isfinite(high) || !(low <= high)) {
      throw std::domain_error("range");
    }
    const auto value_at = [&](double x) {
      const double value = f(x, context);
      if (!std::isfinite(value)) throw std::domain_error("function");
      return value;
    };
    const double at_low = value_at(low), at_high = value_at(high);
    if (at_low > 0 || at_high < 0) throw std::domain_error("signs");
    if (at_low == 0 || at_high == 0) return at_low == 0 ? low : high;
    boost::uintmax_t step_limit = 200;
    const auto ends = boost::math::tools::toms748_solve(
        value_at, low, high, at_low, at_high, boost::math::tools::eps_tolerance<double>(52),
        step_limit);
    return ends.first + (ends.second - ends.first) / 2;
  });
}
