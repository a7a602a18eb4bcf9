// Runs something of Boost so that nothing but a status and finite numbers comes out.
#pragma once
#include <cmath>
#include <exception>
#include <stdexcept>

#include "CBoostMath.h"

namespace awardsim {

template <class Compute>
enum awardsim_math_status guarded(Compute compute) noexcept {
  try {
    return compute();
  } catch (const std::domain_error &) {
    return AWARDSIM_MATH_DOMAIN;
  } catch (const std::overflow_error &) {
    return AWARDSIM_MATH_OVERFLOW;
  } catch (...) {
    return AWARDSIM_MATH_FAILED;
  }
}

// A plain double, once rounded.
template <class Compute>
awardsim_math_result number(Compute compute) noexcept {
  awardsim_math_result result = {AWARDSIM_MATH_FAILED, 0};
  result.status = guarded([&] {
    const double value = static_cast<double>(compute());
    if (std::isnan(value)) return AWARDSIM_MATH_DOMAIN;
    if (std::isinf(value)) return AWARDSIM_MATH_OVERFLOW;
    result.value = value;
    return AWARDSIM_MATH_OK;
  });
  return result;
}

// A number of long double's range, its significand once rounded.
template <class Compute>
awardsim_math_scaled scaled(Compute compute) noexcept {
  awardsim_math_scaled result = {AWARDSIM_MATH_FAILED, 0, 0};
  result.status = guarded([&] {
    const long double value = compute();
    if (std::isnan(value)) return AWARDSIM_MATH_DOMAIN;
    if (std::isinf(value)) return AWARDSIM_MATH_OVERFLOW;
    int exponent = 0;
    int carry = 0;
    const double rounded = static_cast<double>(std::frexp(value, &exponent));
    // Rounding may carry 0.999… to 1.
    result.significand = std::frexp(rounded, &carry);
    result.exponent = exponent + carry;
    return AWARDSIM_MATH_OK;
  });
  return result;
}

}  // namespace awardsim
