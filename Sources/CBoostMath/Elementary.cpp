// The exponential function, the same on every processor of an architecture.
#include "Guard.hpp"

awardsim_math_result awardsim_exp(double x) {
  return awardsim::number([&] { return std::exp(static_cast<long double>(x)); });
}
