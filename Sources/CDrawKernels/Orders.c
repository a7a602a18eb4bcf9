#include "Kernel.h"

// Eight orders at a time.
enum { width = 8 };
typedef int32_t int32x8 __attribute__((vector_size(4 * width)));
typedef uint32_t uint32x8 __attribute__((vector_size(4 * width)));
typedef int64_t int64x8 __attribute__((vector_size(8 * width)));
typedef uint64_t uint64x8 __attribute__((vector_size(8 * width)));
typedef double doublex8 __attribute__((vector_size(8 * width)));

// What eight orders come to.
struct placed {
  int32x8 ranks;
  int64x8 amounts;
  int64x8 fees;
};

// The amount of each order at the price of the vendor that its word chooses.
AWARDSIM_INLINE void choose(
    const int64_t *quantities, const uint32_t *words, int32_t winners, const uint32_t *prices,
    size_t price_step, const uint32_t *weight_sums, size_t lanes, struct placed *placed) {
  uint32x8 word;
  int64x8 quantity;
  memcpy(&word, words, sizeof word);
  memcpy(&quantity, quantities, sizeof quantity);
  const uint64_t total = weight_sums[(size_t)(winners - 1) * lanes];
  uint64x8 scaled = (__builtin_convertvector(word, uint64x8) * total) >> 32;
  int32x8 target = __builtin_convertvector(scaled, int32x8);
  int32x8 price = (int32x8){} + (int32_t)prices[0];
  int32x8 rank = {};
  for (int32_t place = 1; place < winners; place++) {
    int32x8 sum = (int32x8){} + (int32_t)weight_sums[(size_t)(place - 1) * lanes];
    int32x8 is_beyond = target >= sum;
    int32x8 next = (int32x8){} + (int32_t)prices[(size_t)place * price_step];
    price = (is_beyond & next) | (~is_beyond & price);
    rank -= is_beyond;
  }
  placed->ranks = rank;
  uint64x8 wide = __builtin_convertvector((uint32x8)price, uint64x8);
  placed->amounts = (int64x8)(wide * ((uint64x8)quantity & 0xFFFFFFFFu));
}

// A fee schedule.
struct schedule {
  const int64_t *bounds;
  const int64_t *factors;
  const int64_t *constants;
  size_t tiers;
  uint64_t divisor;
  double reciprocal;
  int64_t cap;
};

AWARDSIM_INLINE void charge(const struct schedule *schedule, struct placed *placed) {
  const int64x8 amount = placed->amounts;
  int64x8 factor = (int64x8){} + schedule->factors[0];
  int64x8 constant = (int64x8){} + schedule->constants[0];
  for (size_t tier = 1; tier < schedule->tiers; tier++) {
    int64x8 is_reached = amount >= schedule->bounds[tier];
    factor = (is_reached & schedule->factors[tier]) | (~is_reached & factor);
    constant = (is_reached & schedule->constants[tier]) | (~is_reached & constant);
  }
  uint64x8 low = (uint64x8)amount & 0xFFFFFFFFu, high = (uint64x8)amount >> 32;
  uint64x8 part = (uint64x8)factor & 0xFFFFFFFFu;
  uint64x8 number = low * part + ((high * part) << 32) + (uint64x8)constant;
  // As in `awardsim_quotient`.
  doublex8 value = (doublex8)(number | 0x4330000000000000u) - 0x1p52;
  uint64x8 quotient = (uint64x8)(value * schedule->reciprocal + 0x1p52) & 0xFFFFFFFFFFFFFu;
  low = quotient & 0xFFFFFFFFu, high = quotient >> 32;
  int64x8 rest = (int64x8)(number - low * schedule->divisor - ((high * schedule->divisor) << 32));
  int64x8 fee = (int64x8)quotient + (rest < 0);
  int64x8 is_within = fee <= schedule->cap;
  placed->fees = (is_within & fee) | (~is_within & schedule->cap);
}

AWARDSIM_KERNEL
void awardsim_place_orders(
    const int64_t *quantities, const uint32_t *words, const int32_t *starts,
    const int32_t *winners, const uint32_t *prices, size_t price_step,
    const uint32_t *weight_sums, size_t lanes, const int64_t *bounds, const int64_t *factors,
    const int64_t *constants, size_t tiers, uint32_t divisor, int64_t cap, int64_t *amount_sums,
    int64_t *fee_sums, int keeps_orders, int32_t *ranks, int64_t *amounts, int64_t *fees) {
  const struct schedule schedule = {bounds, factors, constants, tiers, divisor, 1.0 / divisor, cap};
  const int64x8 places = {0, 1, 2, 3, 4, 5, 6, 7};
  for (size_t lane = 0; lane < lanes; lane++) {
    int64x8 amount_sum = {}, fee_sum = {};
    const int32_t end = winners[lane] > 0 ? starts[lane + 1] : starts[lane];
    for (int32_t first = starts[lane]; first < end; first += width) {
      struct placed placed;
      choose(
          quantities + first, words + first, winners[lane], prices + lane, price_step,
          weight_sums + lane, lanes, &placed);
      charge(&schedule, &placed);
      const int64x8 is_order = places < end - first;
      amount_sum += placed.amounts & is_order;
      fee_sum += placed.fees & is_order;
      if (keeps_orders) {
        memcpy(ranks + first, &placed.ranks, sizeof placed.ranks);
        memcpy(amounts + first, &placed.amounts, sizeof placed.amounts);
        memcpy(fees + first, &placed.fees, sizeof placed.fees);
      }
    }
    amount_sums[lane] = fee_sums[lane] = 0;
    for (int i = 0; i < width; i++) {
      amount_sums[lane] += amount_sum[i];
      fee_sums[lane] += fee_sum[i];
    }
  }
}
