#include <boost/math/special_functions/beta.hpp>

#include "Guard.hpp"

awardsim_math_scaled awardsim_ibeta(double a, double b, double x) {
  return awardsim::scaled([&] {
    // Boost lets arguments that are no finite numbers through, and does not come back.
    if (!std::isfinite(a) || !std::isfinite(b) || !std::isfinite(x)) {
      throw std::domain_error("ibeta");
    }
    return boost::math::ibeta(
        static_cast<long double>(a), static_cast<long double>(b), static_cast<long double>(x));
  });
}
