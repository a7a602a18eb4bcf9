// The fees of eight orders at a time.
#pragma once
#include "Kernel.h"

// What eight orders come to; amounts and fees below 2³² have the small ones only.
struct placed {
  int32x8 ranks;
  uint32x8 prices;
  uint32x8 small_amounts;
  uint32x8 small_fees;
  uint64x8 amounts;
  uint64x8 fees;
};

// A tier of a fee schedule; the last four numbers are for amounts below 2³².
struct tier {
  int64_t bound;
  uint64_t factor;
  uint64_t constant;
  uint32_t small_bound;
  uint32_t small_factor;
  // Factor · 2³² / divisor, rounded down.
  uint32_t scale;
  // The constant is so many times the divisor, and a rest.
  uint32_t whole;
  uint32_t rest;
};

enum { most_tiers = AWARDSIM_TIERS };

// A fee schedule.
struct schedule {
  struct tier tiers[most_tiers];
  size_t count;
  uint32_t divisor;
  double reciprocal;
  int64_t cap;
  // Whether all amounts and fees are below 2³², and all numbers on the way.
  int is_small;
};

AWARDSIM_INLINE void prepare(
    const int64_t *bounds, const int64_t *factors, const int64_t *constants, size_t tiers,
    uint32_t divisor, int64_t cap, int64_t largest_amount, struct schedule *schedule) {
  schedule->divisor = divisor;
  schedule->reciprocal = 1.0 / divisor;
  schedule->cap = cap;
  schedule->count = 0;
  schedule->is_small = largest_amount < (int64_t)1 << 32 && divisor <= 1 << 30;
  // Tiers that no amount reaches are left out.
  for (size_t i = 0; i < tiers && i < most_tiers && (i == 0 || bounds[i] <= largest_amount); i++) {
    struct tier *tier = &schedule->tiers[schedule->count++];
    const uint64_t factor = (uint64_t)factors[i], constant = (uint64_t)constants[i];
    tier->bound = bounds[i];
    tier->factor = factor;
    tier->constant = constant;
    tier->small_bound = (uint32_t)bounds[i];
    tier->small_factor = (uint32_t)factor;
    tier->scale = (uint32_t)((factor << 32) / divisor);
    tier->whole = (uint32_t)(constant / divisor);
    tier->rest = (uint32_t)(constant % divisor);
    schedule->is_small &= 2 * factor <= divisor && constant / divisor < 1 << 30;
  }
}

AWARDSIM_INLINE void charge_small(const struct schedule *schedule, struct placed *placed) {
  const uint32x8 amount = placed->small_amounts;
  const struct tier *tier = schedule->tiers;
  uint32x8 factor = (uint32x8){} + tier->small_factor, scale = (uint32x8){} + tier->scale;
  uint32x8 whole = (uint32x8){} + tier->whole, rest = (uint32x8){} + tier->rest, quotient;
  for (size_t i = 1; i < schedule->count; i++) {
    tier++;
    const uint32x8 is_reached = (uint32x8)(amount >= tier->small_bound);
    factor = (is_reached & tier->small_factor) | (~is_reached & factor);
    scale = (is_reached & tier->scale) | (~is_reached & scale);
    whole = (is_reached & tier->whole) | (~is_reached & whole);
    rest = (is_reached & tier->rest) | (~is_reached & rest);
  }
  // Less than what it is by two at most: one of the product, one of the rest.
  awardsim_high(&amount, &scale, &quotient);
  rest += amount * factor - quotient * schedule->divisor;
  const uint32x8 fee = whole + quotient - (uint32x8)(rest >= schedule->divisor) -
                       (uint32x8)(rest >= 2 * schedule->divisor);
  const uint32_t cap = schedule->cap < UINT32_MAX ? (uint32_t)schedule->cap : UINT32_MAX;
  const uint32x8 is_within = (uint32x8)(fee <= cap);
  placed->small_fees = (is_within & fee) | (~is_within & cap);
}

AWARDSIM_INLINE void charge(const struct schedule *schedule, struct placed *placed) {
  const uint64x8 amount = placed->amounts;
  const struct tier *tier = schedule->tiers;
  uint64x8 factor = (uint64x8){} + tier->factor, constant = (uint64x8){} + tier->constant;
  for (size_t i = 1; i < schedule->count; i++) {
    tier++;
    const uint64x8 is_reached = (uint64x8)((int64x8)amount >= tier->bound);
    factor = (is_reached & tier->factor) | (~is_reached & factor);
    constant = (is_reached & tier->constant) | (~is_reached & constant);
  }
  uint64x8 low = amount & 0xFFFFFFFFu, high = amount >> 32;
  const uint64x8 part = factor & 0xFFFFFFFFu;
  const uint64x8 number = low * part + ((high * part) << 32) + constant;
  // As in `awardsim_quotient`.
  const doublex8 value = (doublex8)(number | 0x4330000000000000u) - 0x1p52;
  const uint64x8 quotient = (uint64x8)(value * schedule->reciprocal + 0x1p52) & 0xFFFFFFFFFFFFFu;
  low = quotient & 0xFFFFFFFFu, high = quotient >> 32;
  const uint64_t divisor = schedule->divisor;
  const int64x8 rest = (int64x8)(number - low * divisor - ((high * divisor) << 32));
  const int64x8 fee = (int64x8)quotient + (rest < 0);
  const int64x8 is_within = fee <= schedule->cap;
  placed->fees = (uint64x8)((is_within & fee) | (~is_within & schedule->cap));
}
