#include <boost/math/tools/roots.hpp>

#include "Guard.hpp"

// Only basic operations of double take part, besides those of the function itself.
awardsim_math_result awardsim_root(
    awardsim_function f, void *context, double low, double high, double absolute_tolerance,
    unsigned evaluation_limit) {
  return awardsim::number([&] {
    if (!std::isfinite(low) || !std::isfinite(high) || !(low < high)) {
      throw std::domain_error("bracket");
    }
    const auto value_at = [&](double x) {
      const double value = f(x, context);
      if (!std::isfinite(value)) throw std::domain_error("function");
      return value;
    };
    const double at_low = value_at(low);
    const double at_high = value_at(high);
    if (at_low == 0) return low;
    if (at_high == 0) return high;
    if ((at_low < 0) == (at_high < 0)) throw std::domain_error("no change of sign");
    boost::uintmax_t evaluations = evaluation_limit;
    boost::math::tools::eps_tolerance<double> to_last_bits(52);
    const auto near_enough = [&](double from, double to) {
      return to - from <= absolute_tolerance || to_last_bits(from, to);
    };
    const auto enclosure = boost::math::tools::toms748_solve(
        value_at, low, high, at_low, at_high, near_enough, evaluations);
    if (evaluations >= evaluation_limit) throw std::runtime_error("no convergence");
    return enclosure.first / 2 + enclosure.second / 2;
  });
}
