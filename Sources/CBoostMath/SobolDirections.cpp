#include <boost/random/sobol.hpp>

#include "Guard.hpp"

// The engine shows its points only. Point 2^(k+1) − 1 has the Gray code 2^k, so it is direction k;
// the engine numbers it one lower, as it leaves the point 0 out.
enum awardsim_math_status awardsim_sobol_directions(unsigned dimension_count, uint32_t *directions) {
  return awardsim::guarded([&] {
    if (dimension_count == 0 || dimension_count > AWARDSIM_SOBOL_DIMENSION_LIMIT) {
      return AWARDSIM_MATH_DOMAIN;
    }
    using engine = boost::random::sobol_engine<uint32_t, 32>;
    static_assert(
        AWARDSIM_SOBOL_DIMENSION_LIMIT == boost::random::default_sobol_table::max_dimension, "");
    engine points(dimension_count);
    for (unsigned bit = 0; bit != 32; ++bit) {
      points.seed((uint32_t{2} << bit) - 2);
      for (unsigned dimension = 0; dimension != dimension_count; ++dimension) {
        directions[32 * dimension + bit] = points();
      }
    }
    return AWARDSIM_MATH_OK;
  });
}
